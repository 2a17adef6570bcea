// @ts-check
// What one word of a query may stand for in the index, by itself.

import { fold, isOneChange } from "./distance.mjs";
import { isWithin, unpack } from "./pieces.mjs";
import { apart, apartMisspelt, hasSmall } from "./spacing.mjs";
import { completions, isDoubtful, isHalf, isSlip, nearest } from "./spelling.mjs";
import { WEIGHTS } from "./weights.mjs";

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {Language} Language */
/** @typedef {Store} Store */
/** @typedef {Postings} Postings */
/** @typedef {{term: string, boost: number}} Term */
/** @typedef {{name: string, entries: number[]}} Settlement a place that is named, and the page of its kommune; a district has several */
/** What a word was meant to be: the likeliest first, how much that counts, and the terms of the others.
 * @typedef {{to: string[], completed: boolean, boost: number, also: Term[]}} Meant */
/** @typedef {Map<string, Meant>} Others by what was written instead */
/** The terms that a word stands for, or what it was meant to be; what no page has may be read as the words it is made of.
 * @typedef {{wanted: Term[], unknown: boolean, meant?: Meant}} Reading */
/** What stands around a word: whether it is still being typed, is of a concept, and has other words beside it.
 * @typedef {{unfinished: boolean, inConcept: boolean, inCompany: boolean}} Around */

// No word of ours is as long, so what is longer is no slip for one.
const LONGEST_WORD = 60;
// A day, an age or a number of a list: it stands on many pages that have nothing else in common.
const SHORT_NUMBER = /^[0-9]{1,2}$/;
const ONE_CHANGE = 1.3;
// Two slips in a word alone are of one that more entries have than this.
const MUCH_USED = 25, FAR = 3;
// Stands after the stem of an everyday word, in the term of the entries that say it in other words: `MARK` in Python.
export const EVERYDAY = "+";
// A place elsewhere that fewer pages have is an example there.
const SEVERAL = 3;
// What a place elsewhere makes of the kommune where one is.
const OTHER_KOMMUNE = "oppholdskommune";
// Stands after the name of a settlement, in the key of its kommune: `SETTLED` in Python.
const SETTLED = "@";

/** The keys of the settlement that a word may name, also as whose something is. @param {Word} word */
export function settledKeys({ surface }) {
  return [surface, ...(surface.endsWith("s") ? [surface.slice(0, -1)] : [])].map((name) => name + SETTLED);
}

/** The one of them that the index has. @param {Word} word @param {Postings} postings */
function settledKey(word, postings) {
  return settledKeys(word).find((key) => postings.has(key));
}

/** @param {Word} word @param {Postings} postings @returns {Settlement[]} */
export function settlementsOf(word, postings) {
  const key = settledKey(word, postings), posting = key && postings.get(key);
  return posting ? [{ name: key.slice(0, -SETTLED.length), entries: [...unpack(posting).entries] }] : [];
}

/** The terms for what is the same in other words: as pages say it, and as one verb with the particle that follows it.
 * @param {Word} word @param {string[]} verbs @param {Language} language @returns {Term[]} */
export function otherWords(word, verbs, language) {
  if (word.joined) return [];
  if (language.elsewhere.has(word.surface)) return [{ term: language.term(OTHER_KOMMUNE), boost: WEIGHTS.everyday }];
  const whole = [word.stem, ...verbs].map((stem) => ({ term: stem + EVERYDAY, boost: WEIGHTS.everyday }));
  const parts = word.parts.map((stem) => ({ term: stem + EVERYDAY, boost: WEIGHTS.everydayPart }));
  return [...whole, ...parts, ...verbs.map((term) => ({ term, boost: WEIGHTS.particle }))];
}

/** What a word stands for, or was meant to be.
 * @param {Word} word @param {Term[]} others the same in other words @param {Around} around @param {Postings} postings
 * @param {Language} language @param {Store} store @returns {Promise<Reading>} */
export async function reading(word, others, { unfinished, inConcept, inCompany }, postings, language, store) {
  const known = postings.has(word.stem);
  const parts = word.parts.filter((part) => postings.has(part));
  const also = others.filter(({ term }) => postings.has(term));
  const wanted = [...also, ...parts.map((term) => ({ term, boost: known ? WEIGHTS.partOfKnown : WEIGHTS.partOfUnknown }))];
  const plain = { wanted, unknown: false };
  if (known) wanted.unshift({ term: word.stem, boost: SHORT_NUMBER.test(word.stem) ? WEIGHTS.shortNumber : WEIGHTS.exact });
  const settled = settledKey(word, postings), same = await writtenAside(word, postings, language, store);
  if (language.elsewhere.has(word.surface)) return (await isWritten(word, postings, store)) ? plain : { wanted: also, unknown: true };
  if (same) return { ...plain, meant: meantBy([{ ...same, share: 1 }], WEIGHTS.exact, false) };
  if (settled) wanted.unshift({ term: settled, boost: WEIGHTS.exact });
  if (known || settled || word.joined || word.stop || postings.has(word.stem + EVERYDAY)) return plain;
  if (word.surface.length > LONGEST_WORD) return { ...plain, unknown: true };
  // A word whose parts all are known may be a new compound; only one letter away from a known word it is misspelt.
  const compound = parts.length > 0 && parts.length === word.parts.length;
  const starts = unfinished || (isHalf(word) && !compound && !inConcept) ? await completions(store, word.surface) : [];
  const whole = starts.filter(({ shown }) => once(shown) === once(word.surface)), ends = whole.length ? whole : starts;
  if (ends.length && (unfinished || !(await isSlip(store, word, ends[0], language)))) {
    return { ...plain, meant: meantBy(ends.map((one) => ({ ...one, share: 1 })), WEIGHTS.completed, unfinished) };
  }
  const near = /[0-9]/.test(word.stem) ? [] : await nearest(store, word, compound ? 1 : 2, language);
  const two = inConcept ? "" : apart(word, language);
  // One letter wrong is likelier than a space that is missing, but for a letter taken for another beside a small word.
  const slip = near.length > 0 && (hasSmall(two, language) ? isOneChange(near[0]) : near[0].distance <= ONE_CHANGE);
  // A compound that no page has is told, and read as the two words it is made of.
  if (two && !slip) return { ...plain, unknown: compound && !hasSmall(two, language), meant: writtenAs(two) };
  if (near.length && !(inCompany && isDoubtful(word.surface, near[0]))) {
    return { ...plain, meant: meantBy(near, near[0].distance > ONE_CHANGE ? WEIGHTS.near : WEIGHTS.exact, false) };
  }
  if (parts.length || inConcept) return { ...plain, unknown: !inConcept };
  const slipped = near.length ? "" : apartMisspelt(word, language);
  if (slipped) return { ...plain, meant: writtenAs(slipped) };
  const far = inCompany ? [] : await nearest(store, word, FAR, language);
  if (far[0]?.count > MUCH_USED) return { ...plain, meant: meantBy(far, WEIGHTS.near, false) };
  const halves = await headAndTail(word.surface, language, store);
  for (const [term, posting] of halves) {
    postings.set(term, posting);
    wanted.push({ term, boost: WEIGHTS.headOrTail });
  }
  return { ...plain, unknown: true };
}

/** What a word is on a foreign keyboard that only pages for editors have as it stands: of "pårørende" they write "parorende",
 * which is its id. @param {Word} word @param {Postings} postings @param {Language} language @param {Store} store */
async function writtenAside(word, postings, language, store) {
  const posting = postings.get(word.stem), { behind, rules } = store.base;
  if (!posting || !unpack(posting).entries.every((entry) => isWithin(entry, behind) || isWithin(entry, rules))) return undefined;
  return (await nearest(store, word, 1, language)).find(({ term, shown }) => term !== word.stem && fold(shown) === fold(word.surface));
}

/** Whether several pages have a word itself, and not only others of its stem: "halden" is no "holder".
 * @param {Word} word @param {Postings} postings @param {Store} store */
async function isWritten({ stem, surface }, postings, store) {
  if ((postings.get(stem)?.count ?? 0) < SEVERAL) return false;
  const spelt = await store.spellings("o", fold(stem), 1);
  return spelt.some(({ term, shown }) => term === stem && shown.startsWith(surface));
}

/** A word with its last letter once: what "akut" is of is "akutt" sooner than the start of a longer word. @param {string} word */
function once(word) {
  return word.replace(/(.)\1$/, "$1");
}

/** @param {string} two @returns {Meant} */
function writtenAs(two) {
  return { to: [two], completed: false, boost: 1, also: [] };
}

/** @param {{term: string, shown: string, share: number}[]} words @param {number} boost @param {boolean} completed @returns {Meant} */
function meantBy(words, boost, completed) {
  const whole = Math.sqrt(words.reduce((sum, { share }) => sum + share * share, 0));
  const worth = (/** @type {number} */ share) => (boost * share) / whole, [{ shown: first, share }, ...rest] = words;
  const also = rest.flatMap(({ term, share }) => [
    { term, boost: worth(share) },
    { term: term + EVERYDAY, boost: worth(share) * WEIGHTS.everyday },
  ]);
  const others = words.map(({ shown }) => shown).filter((shown) => !fold(first).startsWith(fold(shown)));
  return { to: [first, ...others], completed, boost: worth(share), also };
}

/** The longest known word that an unknown one starts with, and the longest that it ends with. Its last letters tell only
 * when they are a good part of it, also without ending, or a word as they stand: "kjønnslemlestelse" has nothing to do with
 * "lest", but "ammepoliklinikk" with "amming". @param {string} word @param {Language} language @param {Store} store */
async function headAndTail(word, language, store) {
  const heads = [], tails = [];
  for (let length = word.length - 2; length >= 4; length--) {
    const tail = word.slice(-length), term = language.term(tail);
    heads.push(language.term(word.slice(0, length)));
    if (length > word.length / 3 && (term.length > word.length / 3 || language.lexicon.words.has(tail))) tails.push(term);
  }
  const found = new Map();
  for (const candidates of [heads, tails]) {
    const known = await store.postings(candidates.slice(0, 12).flatMap((one) => [one, one + EVERYDAY]));
    const longest = candidates.find((one) => known.has(one) || known.has(one + EVERYDAY));
    for (const term of longest ? [longest, longest + EVERYDAY] : []) if (known.has(term)) found.set(term, known.get(term));
  }
  return found;
}
