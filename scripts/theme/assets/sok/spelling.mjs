// @ts-check
// The nearest words of the index for a word that it lacks.

import { away, fold, isTurned, mostChanges, waysOf } from "./distance.mjs";
import { uninflected } from "./stem.mjs";

/** @typedef {import("./pieces.mjs").Spelling} Spelling */
/** @typedef {import("./language.mjs").Language} Language */
/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {import("./distance.mjs").Ways} Ways */
/** @typedef {{shown: string, small: boolean, letters: number, term?: string, ways?: Ways}} Known */
/** @typedef {{term: string, shown: string, count: number, distance: number, small?: boolean}} Near `small` is a word that tells nothing */

const SHORTEST = 4, SHORT = 5, LONG = 6, LONGEST = 12, MOST = 3;
// So long is half a word, at least, when other words follow it or it is not being typed. A shorter one than `SURE` is as
// soon a slip, of a word that is used nearly as much; a longer one, of a word that is used far more.
const HALF = 4, SURE = 5, NEARLY = 2;
// So far is what sounds like a word. Only that is read as a settlement, which counts as none: one is easily taken for another.
const ALIKE = 0.5;
// What a word gains by being much used; how much used a word of the base is, and a small word, until one knows.
const USED = { gain: 0.12, base: 20, small: 100 };
// A word that is so much less likely than the likeliest is not meant; and how soon it has a small share.
const MARGIN = 0.5, STEEP = 2;

/** @param {string} word */
function reversed(word) {
  return [...word].reverse().join("");
}

// So much of a word may be wrong, and of a short one less: it is soon another.
const WRONG = { short: 0.2, long: 0.23 };

/** Whether a word may well be one of its own that no page has: much of it would be wrong, and not only its letters in turn.
 * @param {string} word @param {Near} near */
export function isDoubtful(word, { distance, shown }) {
  return distance > word.length * (word.length > SHORT ? WRONG.long : WRONG.short) && !isTurned(fold(word), fold(shown));
}

/** The words that start, or end, as a word's stem does, also when two letters changed places or one is twice, or start as
 * the word is written. @param {import("./store.mjs").Store} store @param {Word} word */
function candidates(store, word) {
  const wanted = fold(word.stem), keep = Math.min(3, Math.max(2, Math.floor(wanted.length / 2) - 1)), start = wanted.slice(0, keep);
  const turned = wanted[1] + wanted[0] + wanted.slice(2), once = wanted.replace(/(.)\1+/g, "$1");
  const starts = new Set([fold(word.surface), turned, once].map((one) => one.slice(0, keep)));
  // In so short a word the letters in the middle are of the start, and of the end.
  if (wanted.length === SHORTEST) starts.add(wanted[0] + wanted[2] + wanted[1]);
  starts.delete(start);
  const others = [...starts].map((one) => store.spellings("o", one, 1));
  return Promise.all([store.spellings("o", start), store.spellings("b", reversed(wanted).slice(0, keep)), ...others]);
}

/** Fetches, before they are asked for, the pieces that tell what a word is the start or a misspelling of.
 * @param {import("./store.mjs").Store} store @param {import("./language.mjs").Word} word @param {boolean} unfinished */
export async function neighbours(store, word, unfinished) {
  const isStart = unfinished || isHalf(word);
  await Promise.all([isStart && completions(store, word.surface), word.surface.length >= SHORTEST && candidates(store, word)]);
}

/** Whether a strange word may be the start of another, as who writes in haste stops: "individ plan". @param {Word} word */
export function isHalf({ surface }) {
  return surface.length >= HALF && !/[0-9]/.test(surface);
}

/** Whether half a word is more likely another word with a slip than the start of `whole`.
 * @param {import("./store.mjs").Store} store @param {Word} word @param {Spelling} whole @param {Language} language */
export async function isSlip(store, word, whole, language) {
  const [near] = await nearest(store, word, 1, language);
  const enough = word.surface.length < SURE ? whole.count / NEARLY : whole.count * NEARLY;
  return near !== undefined && near.count > enough && !word.surface.startsWith(near.shown);
}

/** The words that the base itself holds, small words among them, and what was asked of them.
 * @type {WeakMap<Language, {words: Known[], asked: Map<string, Near[]>}>} */
const held = new WeakMap();
const MOST_HELD = 1_000;

/** @param {Language} language */
function heldBy(language) {
  let found = held.get(language);
  if (!found) {
    const row = (/** @type {string} */ shown) => ({ shown, small: language.stop.has(shown), letters: letters(shown) });
    held.set(language, (found = { words: [...language.lexicon.words, ...language.stop].map(row), asked: new Map() }));
  }
  if (found.asked.size > MOST_HELD) found.asked.clear();
  return found;
}

/** The letters of a word, a bit each. @param {string} word */
function letters(word) {
  let bits = 0;
  for (let n = 0; n < word.length; n++) bits |= 1 << word.charCodeAt(n) % 31;
  return bits;
}

/** How many bits differ. @param {number} a @param {number} b */
function differing(a, b) {
  let count = 0;
  for (let bits = a ^ b; bits; bits &= bits - 1) count++;
  return count;
}

/** The two words of the base that a strange word most likely is. @param {Word} word @param {Language} language @returns {Near[]} */
export function likely(word, language) {
  const { words, asked } = heldBy(language);
  let found = asked.get(word.surface);
  if (!found) asked.set(word.surface, (found = word.surface.length < SHORTEST ? [] : among(words, word, language)));
  return found;
}

/** @param {Known[]} words @param {Word} word @param {Language} language @returns {Near[]} */
function among(words, word, language) {
  const ways = waysOf(forms(word.stem, word.surface, language)), most = mostChanges(ways, 2), own = letters(word.surface);
  const found = [];
  for (const known of words) {
    if (Math.abs(known.shown.length - word.surface.length) > 2 || differing(own, known.letters) > 2 * most) continue;
    known.term ??= language.term(known.shown);
    known.ways ??= waysOf(known.small ? whole(known.shown) : forms(known.term, known.shown, language));
    const distance = away(ways, known.ways, most);
    const { term, shown, small } = known;
    if (distance <= most) found.push({ term, shown, small, count: small ? USED.small : USED.base, distance });
  }
  return ranked(found).slice(0, 2);
}

/** A stem, a word, and the word without its ending, which is its stem too when it is so long and the stem is another word's:
 * that of "ueinig" is "uenig". @param {string} stem @param {string} word @param {Language} language */
function forms(stem, word, language) {
  const own = uninflected(word, language.rules), isOwn = own.length < LONG || own.startsWith(stem) || stem.startsWith(own);
  return stem.length < SHORTEST ? [word, word, word] : [isOwn ? stem : own, word, own];
}

/** The same of what has no other forms: a place, a small word. @param {string} word */
function whole(word) {
  return [word, word, word];
}

/** The likeliest first: few changes, much used. @template {Near} T @param {T[]} words @returns {T[]} */
function ranked(words) {
  return words.sort((a, b) => cost(a) - cost(b) || (a.term < b.term ? -1 : 1));
}

/** @param {Near} word */
function cost({ distance, count }) {
  return distance - USED.gain * Math.log(1 + count);
}

/** The nearest words of the index and the base, the likeliest first, each with how likely it is beside that.
 * @param {import("./store.mjs").Store} store @param {Word} word @param {number} limit no more changes than this
 * @param {Language} language @returns {Promise<(Near & {share: number})[]>} */
export async function nearest(store, word, limit, language) {
  const ways = waysOf(forms(word.stem, word.surface, language)), most = mostChanges(ways, limit);
  if (word.surface.length < SHORTEST) return [];
  const found = new Map();
  for (const known of (await candidates(store, word)).flat()) {
    known.ways ??= waysOf(known.count ? forms(known.term, known.shown, language) : whole(known.shown));
    const distance = away(ways, known.ways, most);
    const isNearer = !(found.get(known.term)?.distance <= distance);
    if (distance <= (known.count ? most : ALIKE) && isNearer) found.set(known.term, { ...known, distance });
  }
  for (const one of likely(word, language)) {
    if (found.has(one.term)) continue;
    const posting = one.small ? undefined : (await store.posting(one.term)) ?? (await store.posting(one.term + "+"));
    if (one.distance <= most && (posting || one.small)) found.set(one.term, posting ? { ...one, count: posting.count } : one);
  }
  const all = ranked([...found.values()]);
  const share = (/** @type {Near} */ one) => Math.exp(STEEP * (cost(all[0]) - cost(one)));
  return all.slice(0, MOST).filter((one) => cost(one) - cost(all[0]) <= MARGIN).map((one) => ({ ...one, share: share(one) }));
}

/** Up to three words that start as an unfinished word does, the most used first.
 * @param {import("./store.mjs").Store} store @param {string} word @returns {Promise<Spelling[]>} */
export async function completions(store, word) {
  const wanted = fold(word);
  if (wanted.length < 2) return [];
  const found = await store.spellings("o", wanted, 2);
  const once = new Map(found.map((one) => [one.term, one]));
  return [...once.values()].sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1)).slice(0, 3);
}

/** Words of the index that are half an unknown one, or more: what only starts alike is no help.
 * @param {import("./store.mjs").Store} store @param {string[]} unknown @returns {Promise<string[]>} */
export async function suggestions(store, unknown) {
  const found = new Set();
  for (const word of unknown.slice(0, 3)) {
    const least = Math.max(SHORTEST, Math.ceil(word.length / 2));
    for (let length = Math.min(LONGEST, word.length); length >= least && found.size < 6; length--) {
      for (const one of await completions(store, word.slice(0, length))) found.add(one.shown);
    }
  }
  return [...found].slice(0, 6);
}
