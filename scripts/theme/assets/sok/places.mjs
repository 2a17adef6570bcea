// @ts-check
// A place that a query names: a helsefellesskap, or one of its kommuner.

/** @typedef {{space: string, entry: number}} Place */

/** The place with the longest name in the query; its entry is the kommune's page, or -1.
 * @param {string} query @param {Record<string, Record<string, number>>} places @returns {Place | null} */
export function namedPlace(query, places) {
  const words = ` ${bare(query)} `;
  let longest = "", found = null;
  for (const [space, names] of Object.entries(places)) {
    for (const [name, entry] of Object.entries(names)) {
      if (name.length > longest.length && (words.includes(` ${name} `) || words.includes(` ${name}s `))) [longest, found] = [name, { space, entry }];
    }
  }
  return found;
}

/** The words of a text in small letters: `bare` in Python. @param {string} text */
function bare(text) {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(" ");
}
