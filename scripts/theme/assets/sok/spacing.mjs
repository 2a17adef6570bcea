// @ts-check
// Spaces that are missing or too many: "medisinermed hjem", "delavtale5", "utskrivnings klar".

import { likely } from "./spelling.mjs";

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {{term: string, groups: string[], words: [number, number]}} Pair neighbours that may be one word: its term, the
 *   concepts it names, and which words of the query they are */

const SHORTEST = 3, SHORT = 6, SHORT_PAIR = 7;
const RUN_TOGETHER = /^\p{L}{4,40}$/u, NUMBERED = /(?<=^\p{L}{3,})(?=\d+$)|(?<=^\d+)(?=\p{L}{3,}$)/u;
// So long are both halves, at least, when one of them is misspelt too, and so long the misspelt one unless it is a small
// word: in a short one nearly any letters are near a word.
const MISSPELT = 4, MISSPELT_LONG = 6;
// What words begin and end with: "formidle", "utslett" and "voldsom" are no two words.
const PREFIX = /^(an|av|be|bi|en|et|for|fra|frå|ho|inn|med|mot|om|opp|over|på|til|under|ut|ved)$/, SUFFIX = /^(som|er|en|et)$/;

/** The two words that a strange one is made of when a space is missing: words known without asking the index, or small
 * words. Of several ways the one with the longest word; "" when there is none.
 * @param {Word} word @param {import("./language.mjs").Language} language */
export function apart(word, language) {
  const { surface } = word;
  if (word.joined || language.familiar(word)) return "";
  if (NUMBERED.test(surface)) return surface.replace(NUMBERED, " ");
  if (!RUN_TOGETHER.test(surface)) return "";
  let found = "", most = 0;
  for (let cut = 2; cut <= surface.length - 2; cut++) {
    const two = [surface.slice(0, cut), surface.slice(cut)];
    const told = two.map((half) => (language.stop.has(half) ? 0 : isWord(half, language) ? half.length : NaN));
    if (isPart(two, language)) continue;
    const longest = told[0] ** 2 + told[1] ** 2;
    if (longest > most) {
      most = longest;
      found = two.join(" ");
    }
  }
  return found;
}

/** The two halves of a strange word that has a slip besides the space that is missing: the longest half that is known, and
 * one that is near a word; "" when there is none. @param {Word} word @param {import("./language.mjs").Language} language */
export function apartMisspelt({ surface, joined }, language) {
  if (joined || !RUN_TOGETHER.test(surface)) return "";
  for (let length = surface.length - MISSPELT; length >= MISSPELT; length--) {
    for (const cut of [length, surface.length - length]) {
      const two = [surface.slice(0, cut), surface.slice(cut)];
      if (isPart(two, language)) continue;
      const [whole, slip] = cut === length ? two : two.reverse();
      if (!language.stop.has(whole) && !isWord(whole, language)) continue;
      const [meant] = likely(language.words(slip)[0], language);
      if (!(meant?.distance <= 1)) continue;
      if (meant.small ? slip.length === MISSPELT : slip.length >= MISSPELT_LONG) return surface.slice(0, cut) + " " + surface.slice(cut);
    }
  }
  return "";
}

/** Whether two halves stand together as one word, and never apart: "formidle", "voldsom", "lønnsslipp", "værfast".
 * @param {string[]} halves @param {import("./language.mjs").Language} language */
function isPart([head, tail], language) {
  const halves = [head, tail], small = halves.some((half) => language.stop.has(half));
  const known = halves.some((half) => language.forms.has(half) && half.length >= SHORTEST);
  const isOwn = language.stop.has(head) || language.forms.has(head);
  const linked = head.endsWith("s") && !isOwn && language.familiar(language.words(head.slice(0, -1))[0]);
  return linked || (!known && (PREFIX.test(head) || SUFFIX.test(tail) || head.length + tail.length <= (small ? SHORT : SHORT_PAIR)));
}

/** Whether one of two words tells nothing: next to those a space is most easily missed.
 * @param {string} two @param {import("./language.mjs").Language} language */
export function hasSmall(two, language) {
  return two.split(" ").some((word) => word.length >= SHORTEST && language.stop.has(word));
}

/** @param {string} half @param {import("./language.mjs").Language} language */
function isWord(half, language) {
  return language.forms.has(half) || (half.length >= SHORTEST && language.familiar(language.words(half)[0]));
}

/** The neighbours in a query that may be one word, but not those that are a concept as they stand.
 * @param {Word[]} all @param {Word[]} asked the words that tell something @param {import("./language.mjs").Match[]} matches
 * @param {import("./language.mjs").Language} language @returns {Pair[]} */
export function together(all, asked, matches, language) {
  const place = new Map(asked.map((word, n) => [word.stem, n]));
  return all.slice(1).flatMap((second, n) => {
    const two = [all[n], second], words = two.map((word) => place.get(word.stem) ?? -1);
    const able = two.every((word) => !word.stop && !word.joined && word.surface.length >= SHORTEST && /^\p{L}+$/u.test(word.surface));
    if (!able || words[0] === words[1] || words.includes(-1) || matches.some(({ from, to }) => from <= n && n < to)) return [];
    const whole = language.words(two[0].surface + second.surface);
    const groups = language.concepts(whole, true).flatMap((match) => match.groups);
    return [{ term: whole[0].stem, groups, words: /** @type {[number, number]} */ (words) }];
  });
}
