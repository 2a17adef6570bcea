// @ts-check
// The words by which a reader sees why a text is a hit, as they are written there: "heimesjukepleia" for "hjemmesykepleie".

// More than what is only a part of a known word weighs, and no more than one of three ways to finish a word does.
const LEAST = 0.46;

/** The terms that tell. @param {import("./query.mjs").Understood} understood @returns {string[]} */
export function telling({ wanted }) {
  return wanted.flatMap(({ term, boost }) => (boost >= LEAST ? term : []));
}

/** The words of a text that are meant by some terms, each once. @param {string} text @param {string[]} terms @param {import("./language.mjs").Language} language @returns {string[]} */
export function seen(text, terms, language) {
  const words = language.words(text), isMeant = (/** @type {string} */ term) => terms.includes(term);
  const named = language.concepts(words).flatMap(({ groups, from, to }) => (groups.some(isMeant) ? words.slice(from, to + 1) : []));
  return [...new Set([...words.filter(({ stem, parts }) => [stem, ...parts].some(isMeant)), ...named].flatMap(({ stop, surface }) => (stop ? [] : surface)))];
}
