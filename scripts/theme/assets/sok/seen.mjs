// @ts-check
// The words by which a reader sees why a text is a hit, as they are written there: "heimesjukepleia" for "hjemmesykepleie".

// More than what is only a part of a known word weighs, and no more than one of three ways to finish a word does.
const LEAST = 0.46;

/** The terms that tell. @param {import("./query.mjs").Understood} understood @returns {string[]} */
export function telling({ wanted }) {
  return wanted.flatMap(({ term, boost }) => (boost >= LEAST ? term : []));
}

/** The words of a text that are meant by some terms, each once.
 * @param {string} text @param {string[]} terms @param {import("./language.mjs").Language} language @returns {string[]} */
export function seen(text, terms, language) {
  const words = language.words(text), isMeant = (/** @type {string} */ term) => terms.includes(term);
  const meant = new Set(words.filter(({ stop, stem, parts }) => !stop && [stem, ...parts].some(isMeant)).map(({ surface }) => surface));
  for (const { groups, from, to } of language.concepts(words)) {
    // Of "utskrevet pasient" one word is enough: the other stands with many others.
    const named = words.slice(from, to + 1).flatMap(({ stop, surface }) => (stop ? [] : surface));
    if (groups.some(isMeant) && !named.some((word) => meant.has(word))) for (const word of named) meant.add(word);
  }
  return [...meant];
}
