// @ts-check
// The places that a query names: a helsefellesskap, or its kommuner. A settlement stands for its kommune.

/** @typedef {{space: string, entry: number, name: string}} Place `entry` is that of the kommune's page, or -1 */

const MOST = 3;

/** Every place, the one with the longest name first. @param {Record<string, Record<string, number>>} spaces @returns {Place[]} */
export function allPlaces(spaces) {
  const found = Object.entries(spaces).flatMap(([space, names]) => Object.entries(names).map(([name, entry]) => ({ space, entry, name })));
  return found.sort((a, b) => b.name.length - a.name.length);
}

/** The places that a query names, in its order. @param {string} query @param {Place[]} places @returns {Place[]} */
export function namedPlaces(query, places) {
  let words = ` ${bare(query)} `;
  const found = /** @type {{place: Place, at: number}[]} */ ([]);
  for (const place of places) {
    const written = [` ${place.name} `, ` ${place.name}s `].find((one) => words.includes(one));
    if (!written) continue;
    const at = words.indexOf(written);
    words = words.replace(written, " ".repeat(written.length));
    if (found.push({ place, at }) === MOST) break;
  }
  return found.sort((a, b) => a.at - b.at).map(({ place }) => place);
}

/** The words of a text in small letters: `bare` in Python. @param {string} text */
export function bare(text) {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(" ");
}
