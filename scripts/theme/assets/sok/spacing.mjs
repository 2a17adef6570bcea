// @ts-check
// Spaces that are missing or too many: "medisinermed hjem", "utskrivnings klar".

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {{term: string, groups: string[], words: [number, number]}} Pair neighbours that may be one word: its term, the concepts it names, and which words of the query they are */

const SHORTEST = 3, RUN_TOGETHER = /^\p{L}{4,40}$/u;

/** The two words that a strange one is made of when a space is missing: words known without asking the index, or small
 * words. Of several ways the one with the longest word; "" when there is none. @param {Word} word @param {import("./language.mjs").Language} language */
export function apart(word, language) {
  const { surface } = word;
  if (word.joined || !RUN_TOGETHER.test(surface) || language.familiar(word)) return "";
  let found = "", most = 0;
  for (let cut = 2; cut <= surface.length - 2; cut++) {
    const two = [surface.slice(0, cut), surface.slice(cut)];
    const told = two.map((half) => (language.stop.has(half) ? 0 : isWord(half, language) ? half.length : NaN));
    const longest = told[0] ** 2 + told[1] ** 2;
    if (longest > most) {
      most = longest;
      found = two.join(" ");
    }
  }
  return found;
}

/** @param {string} half @param {import("./language.mjs").Language} language */
function isWord(half, language) {
  return language.forms.has(half) || (half.length >= SHORTEST && language.familiar(language.words(half)[0]));
}

/** The neighbours in a query that may be one word, but not those that are a concept as they stand.
 * @param {Word[]} all @param {Word[]} asked the words that tell something @param {import("./language.mjs").Match[]} matches @param {import("./language.mjs").Language} language @returns {Pair[]} */
export function together(all, asked, matches, language) {
  const place = new Map(asked.map((word, n) => [word.stem, n]));
  return all.slice(1).flatMap((second, n) => {
    const two = [all[n], second], words = two.map((word) => place.get(word.stem) ?? -1);
    const able = two.every((word) => !word.stop && !word.joined && word.surface.length >= SHORTEST && /^\p{L}+$/u.test(word.surface));
    if (!able || words[0] === words[1] || words.includes(-1) || matches.some(({ from, to }) => from <= n && n < to)) return [];
    const whole = language.words(two[0].surface + second.surface);
    return [{ term: whole[0].stem, groups: language.concepts(whole, true).flatMap((match) => match.groups), words: /** @type {[number, number]} */ (words) }];
  });
}
