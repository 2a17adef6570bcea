// @ts-check
// Of the telephone numbers that a page has, the one that the reader asks for.

/** @typedef {[anchor: string, name: string, phone: string, hours: string]} Number */

// A word that the names of more of them have, as "kommunens", tells none of them apart.
const COMMON = 2;

/** The number whose name has most of the query, and the place where it stands; null when no name has any of it.
 * @param {Number[]} numbers @param {import("./query.mjs").Understood} understood @param {import("./language.mjs").Language} language
 * @returns {{anchor: string, number: string} | null} */
export function numberFor(numbers, understood, language) {
  const names = numbers.map(([, name]) => termsOf(name, language));
  const boosts = new Map(understood.wanted.map(({ term, boost }) => [term, boost]));
  const worth = (/** @type {Set<string>} */ terms) => [...terms].reduce((sum, term) => sum + (isCommon(term) ? 0 : boosts.get(term) ?? 0), 0);
  const isCommon = (/** @type {string} */ term) => names.filter((terms) => terms.has(term)).length > COMMON;
  const worths = names.map(worth), most = Math.max(...worths);
  if (!most) return null;
  const [anchor, name, phone, hours] = numbers[worths.indexOf(most)];
  return { anchor, number: `${name}: ${[phone, hours].filter(Boolean).join(", ")}` };
}

/** @param {string} name @param {import("./language.mjs").Language} language */
function termsOf(name, language) {
  const words = language.words(name);
  return new Set([...words.filter((word) => !word.stop).flatMap((word) => [word.stem, ...word.parts]), ...language.concepts(words, true).flatMap((match) => match.groups)]);
}
