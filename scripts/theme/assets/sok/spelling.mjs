// @ts-check
// The nearest words of the index for a word that it lacks.

import { uninflected } from "./stem.mjs";

/** @typedef {import("./pieces.mjs").Spelling} Spelling */
/** @typedef {import("./language.mjs").Language} Language */
/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {{folded: string[], heard: string[]}} Ways a word's forms as a foreign keyboard writes them, and as they sound */
/** @typedef {{shown: string, small: boolean, letters: number, term?: string, ways?: Ways}} Known */
/** @typedef {{term: string, shown: string, count: number, distance: number, small?: boolean}} Near `small` is a word that tells nothing */

const SHORTEST = 4, SHORT = 5, LONGEST = 12, MOST = 3;
// So long is half a word, at least, when other words follow it or it is not being typed. A shorter one than `SURE` is as
// soon a slip, of a word that is used nearly as much; a longer one, of a word that is used far more.
const HALF = 4, SURE = 5, NEARLY = 2;
// So far is what sounds like a word. Only that is read as a settlement, which counts as none: one is easily taken for another.
const ALIKE = 0.5;
// A stem tells how far a word is from another when it is so long, or no more of its word is left, or it has all letters of
// the other, also in another turn: of "sprutende" it is soon "sprit".
const TELLING = { stem: 6, rest: 3 };
const COSTS = {
  heard: 0.5, // to be spelt otherwise than one says it, besides the changes that are counted
  other: 1.1, // one letter for another
  beside: 0.95, // one letter for another beside it on the keyboard
  first: 0.2, // more for the first letter
  used: 0.12, // what a word gains by being much used
};
// How much used a word of the base is, and a small word, until one knows.
const USED = { base: 20, small: 100 };
// A word that is so much less likely than the likeliest is not meant; and how soon it has a small share.
const MARGIN = 0.5, STEEP = 2;
const FOLD = { æ: "ae", ø: "o", å: "a", ä: "ae", ö: "o", é: "e", è: "e", ê: "e", ô: "o", ò: "o", ü: "u" };

/** Without the letters that a foreign keyboard lacks: "øye" is "oye". @param {string} word */
export function fold(word) {
  return word.replace(/[æøåäöéèêôòü]/g, (c) => FOLD[/** @type {keyof FOLD} */ (c)]).replace(/oe/g, "o").replace(/aa/g, "a");
}

// Spellings that sound alike, most of all doubled letters, which are what is most often misspelt.
const SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/cj/g, "si"], [/(.)\1+/g, "$1"], [/skj|kj|tj|sj|sch|sh|rs(?=[aeiouyæøå])/g, "ç"], [/^[ghl]j/g, "j"],
  [/hv|w/g, "v"], [/qu/g, "kv"], [/c(?=[eiy])|z/g, "s"], [/c|q/g, "k"], [/x/g, "ks"],
  [/ph/g, "f"], [/th|dt/g, "t"], [/[nl]d(?![rs])/g, "n"], [/ai/g, "ei"], [/æ/g, "e"], [/å/g, "o"], [/y/g, "i"], [/ig$/g, "i"],
]);

/** How a word sounds. @param {string} word */
function sound(word) {
  return SOUNDS.reduce((heard, [written, said]) => heard.replace(written, said), word);
}

/** Forms of a word as a foreign keyboard writes them, and as they sound. @param {string[]} forms */
function waysOf(forms) {
  return { folded: forms.map(fold), heard: forms.map(sound) };
}

/** @param {string} word */
function reversed(word) {
  return [...word].reverse().join("");
}

/** Damerau's distance (restricted) where one letter for another costs more, most of all the first; Infinity when it is more
 * than `most`. @param {string} a @param {string} b @param {number} most */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = new Array(b.length + 1).fill(0), last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : costOfOther(a, b, i - 1, j - 1);
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return Infinity;
    before = last;
    last = row;
  }
  return last[b.length] > most ? Infinity : last[b.length];
}

/** What it costs to have one letter for another. @param {string} a @param {string} b @param {number} i @param {number} j where in them */
function costOfOther(a, b, i, j) {
  return (BESIDE.has(pairOf(a, b, i, j)) ? COSTS.beside : COSTS.other) + (i + j ? 0 : COSTS.first);
}

// The letters of the keyboard, folded: two that stand together are easily hit for each other.
const KEYS = ["qwertyuiop", "asdfghjklo", "zxcvbnm"];
const BESIDE = new Set(KEYS.flatMap((row) => [...row].slice(1).flatMap((key, n) => [pairOf(row[n], key), pairOf(key, row[n])])));

/** Two letters as a number. @param {string} a @param {string} b @param {number} [i] @param {number} [j] where in them */
function pairOf(a, b, i = 0, j = 0) {
  return a.charCodeAt(i) * 65536 + b.charCodeAt(j);
}

/** Whether a word is one change from another, and that is no letter taken for one beside it. @param {Near} near */
export function isOneChange({ distance }) {
  return distance <= 1 && distance !== COSTS.beside;
}

// So much of a word may be wrong, and of a short one less: it is soon another.
const WRONG = { short: 0.2, long: 0.23 };

/** Whether a word may well be one of its own that no page has: much of it would be wrong, and not only its letters in turn.
 * @param {string} word @param {Near} near */
export function isDoubtful(word, { distance, shown }) {
  return distance > word.length * (word.length > SHORT ? WRONG.long : WRONG.short) && !isTurned(fold(word), fold(shown));
}

/** Whether two words have the same letters, in another turn. @param {string} one @param {string} other */
function isTurned(one, other) {
  return one.length === other.length && one !== other && [...one].sort().join("") === [...other].sort().join("");
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

/** Whether a word is surely not another: "ubesvart" is no slip for "besvart", and of a short word who types seldom misses the
 * first letter. @param {Ways} one @param {Ways} other */
function isOther(one, other) {
  const [ours, theirs] = [one.folded[1], other.folded[1]];
  if (ours[0] === theirs[0] || one.heard[1][0] === other.heard[1][0] || ours === theirs.slice(1)) return false;
  const turned = ours[0] === theirs[1] && ours[1] === theirs[0];
  return (ours[0] === "u" && theirs.startsWith(ours.slice(1, 5))) || (ours.length <= SHORT && !turned);
}

/** Whether the letters of a word stand in another, the first one first. @param {string} word @param {string} other */
function isWithin(word, other) {
  let at = -1;
  return word[0] === other[0] && [...word].every((letter) => (at = other.indexOf(letter, at + 1)) >= 0);
}

/** How far a word is from another: as written or without ending, on a foreign keyboard or as it sounds.
 * @param {Ways} ours @param {Ways} theirs @param {number} most */
function away(ours, theirs, most) {
  if (isOther(ours, theirs)) return Infinity;
  const [stem, word] = ours.folded, isLittle = stem.length < TELLING.stem && word.length - stem.length > TELLING.rest;
  const kinds = isLittle && !isWithin(theirs.folded[0], word) && !isTurned(stem, theirs.folded[0]) ? [1] : [0, 1, 2];
  return Math.min(least(ours.folded, theirs.folded, kinds, most), least(ours.heard, theirs.heard, kinds, most - COSTS.heard) + COSTS.heard);
}

/** The least distance between forms of the same kind.
 * @param {string[]} ours @param {string[]} theirs @param {number[]} kinds @param {number} most */
function least(ours, theirs, kinds, most) {
  let found = Infinity;
  for (const n of kinds) {
    const told = n !== kinds[0] && ours[n] === ours[n - 1] && theirs[n] === theirs[n - 1];
    if (!told) found = Math.min(found, distance(ours[n], theirs[n], Math.min(most, found)));
  }
  return found;
}

/** How many changes a word may have; one of four letters is soon another, so it may not both sound and be spelt otherwise.
 * @param {Ways} ways @param {number} limit */
function mostChanges({ folded }, limit) {
  return folded[1].length > SHORTEST ? Math.min(limit, folded[0].length >= 8 ? 2 : 1) + COSTS.heard : 1;
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
    known.ways ??= waysOf(forms(known.term, known.shown, language));
    const distance = away(ways, known.ways, most);
    const { term, shown, small } = known;
    if (distance <= most) found.push({ term, shown, small, count: small ? USED.small : USED.base, distance });
  }
  return ranked(found).slice(0, 2);
}

/** A stem, a word, and the word without its ending. @param {string} stem @param {string} word @param {Language} language */
function forms(stem, word, language) {
  return stem.length < SHORTEST ? [word, word, word] : [stem, word, uninflected(word, language.rules)];
}

/** The likeliest first: few changes, much used. @template {Near} T @param {T[]} words @returns {T[]} */
function ranked(words) {
  return words.sort((a, b) => cost(a) - cost(b) || (a.term < b.term ? -1 : 1));
}

/** @param {Near} word */
function cost({ distance, count }) {
  return distance - COSTS.used * Math.log(1 + count);
}

/** The nearest words of the index and the base, the likeliest first, each with how likely it is beside that.
 * @param {import("./store.mjs").Store} store @param {Word} word @param {number} limit no more changes than this
 * @param {Language} language @returns {Promise<(Near & {share: number})[]>} */
export async function nearest(store, word, limit, language) {
  const ways = waysOf(forms(word.stem, word.surface, language)), most = mostChanges(ways, limit);
  if (word.surface.length < SHORTEST) return [];
  const found = new Map();
  for (const known of (await candidates(store, word)).flat()) {
    known.ways ??= waysOf(known.count ? forms(known.term, known.shown, language) : [known.shown, known.shown, known.shown]);
    const distance = away(ways, known.ways, most);
    const isNearer = !(found.get(known.term)?.distance <= distance);
    if (distance <= (known.count ? most : ALIKE) && isNearer) found.set(known.term, { ...known, distance });
  }
  for (const one of likely(word, language)) {
    if (found.has(one.term)) continue;
    const posting = one.small ? undefined : (await store.posting(one.term)) ?? (await store.posting(one.term + "~"));
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
