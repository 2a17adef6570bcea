// @ts-check
// A query to weighted terms: what each word may stand for in the index.

import { guess } from "./guess.mjs";
import { uninflected } from "./stem.mjs";
import { apart, together } from "./spacing.mjs";
import { completions, nearest, neighbours } from "./spelling.mjs";
import { normal } from "./tokens.mjs";

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {import("./score.mjs").Wanted} Wanted */
/** @typedef {{from: string, to: string[], completed: boolean}} Mended */
/** @typedef {{wanted: Wanted[], postings: Map<string, import("./pieces.mjs").Posting>, weights: number[], mended: Mended[], unknown: string[], asked: string[], marks: string[], meanings: {form: string, groups: string[]}[], phrase?: import("./pieces.mjs").Posting}} Understood */

export const WEIGHTS = {
  exact: 1, joined: 1, partOfKnown: 0.45, partOfUnknown: 0.8, concept: 0.8, near: 0.9, folded: 1, completed: 0.8, headOrTail: 0.5, coverage: 0.3, telling: 0.5, phrase: 1.5,
  particle: 0.8, everyday: 0.5, everydayPart: 0.4, together: 0.55, ofTogether: 0.7,
};
const LONGEST_QUERY = 10_000, MOST_WORDS = 24;
// Stands after the stem of an everyday word, in the term of the entries that say it in other words: `MARK` in Python.
const EVERYDAY = "~";

/** What a query may stand for. Pieces are asked for together, also those of what a strange word most likely is.
 * @param {string} query @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {boolean} typing the last word may be unfinished
 * @param {Set<string>} [places] words that name places @returns {Promise<Understood>} */
export async function understand(query, language, store, typing, places = new Set()) {
  const text = query.slice(0, LONGEST_QUERY);
  const all = language.words(text).slice(0, MOST_WORDS * 4);
  const words = distinct(all.filter((word) => !word.stop)).slice(0, MOST_WORDS);
  const asked = words.length ? words : distinct(all).slice(0, MOST_WORDS);
  const last = typing && !/[\s.,?!]$/.test(text) ? asked[asked.length - 1] : null;
  let matches = language.concepts(all, true), keys = phraseKeys(all, places);
  const also = asked.map((word) => otherWords(word, language.particleVerbs(all, word)));
  const pairs = together(all, asked, matches, language);
  const found = store.postings([
    ...keys, ...stems(asked), ...also.flat().map(({ term }) => term), ...pairs.flatMap(({ term, groups }) => [term, ...groups]), ...matches.flatMap((match) => match.groups),
  ]);
  foresee(all, asked, last, language, store, places);
  const postings = await found;
  const inConcept = new Set(matches.flatMap((match) => all.slice(match.from, match.to + 1)));
  const readings = await Promise.all(asked.map((word, n) => reading(word, also[n], word === last, inConcept.has(word), postings, language, store)));
  const cut = readings.flatMap((one, n) => (one.apart ? [{ from: asked[n].surface, to: [one.apart], completed: false }] : []));
  const written = writtenApart(text, cut);
  if (written !== normal(text)) return understand(written, language, store, typing, places).then((read) => ({ ...read, mended: [...cut, ...read.mended] }));
  const mended = readings.flatMap((one, n) => (one.words.length ? [{ from: asked[n].surface, to: one.words.map((word) => word.shown), completed: one.completed }] : []));
  if (mended.length) {
    // What was misspelt may be a concept, or a phrase, once it is spelt right.
    const right = new Map(mended.map((one) => [one.from, language.words(one.to[0])[0]]));
    const meant = reread(all, right, language, places);
    matches = meant.matches;
    keys = meant.keys;
    const more = [...meant.terms, ...readings.flatMap((one) => one.wanted.map(({ term }) => term))];
    for (const [term, posting] of await store.postings(more)) postings.set(term, posting);
  }
  const result = gathered(readings, asked, mended, postings);
  result.phrase = keys.map((key) => postings.get(key)).find(Boolean);
  for (const pair of pairs) addTogether(pair, result);
  for (const match of matches) addConcept(match, all, asked, text, result);
  result.weights = weigh(result, asked.length, store.base.entries);
  result.marks.push(...result.asked);
  return result;
}

/** Asks, beside what is asked for anyway, for what strange words most likely need.
 * @param {Word[]} all @param {Word[]} asked @param {Word | null} last @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {Set<string>} places */
function foresee(all, asked, last, language, store, places) {
  const likely = new Map(asked.flatMap((word) => (word.joined || language.familiar(word) ? [] : [[word, guess(word, language)]])));
  const strange = [...likely.keys()].filter((word) => likely.get(word) || !word.parts.length);
  for (const word of strange) neighbours(store, word, word === last).catch(() => {});
  const others = new Map(strange.map((word) => [word.surface, language.words(likely.get(word) ?? "")[0]]));
  const halves = [...likely.keys()].flatMap((word) => language.words(apart(word, language)));
  store.postings([...(strange.length ? reread(all, others, language, places).terms : []), ...stems(halves)]).catch(() => {});
}

/** @param {Word[]} words */
function stems(words) {
  return words.flatMap((word) => [word.stem, ...word.parts]);
}

/** What the words of a query stand for, each by itself. @param {Reading[]} readings @param {Word[]} asked @param {Mended[]} mended @param {Map<string, import("./pieces.mjs").Posting>} postings @returns {Understood} */
function gathered(readings, asked, mended, postings) {
  /** @type {Understood} */
  const result = { wanted: [], postings, weights: [], mended, unknown: [], asked: asked.map((word) => word.surface), marks: [], meanings: [] };
  readings.forEach((one, group) => {
    result.wanted.push(...one.wanted.filter(({ term }) => postings.has(term)).map((wanted) => ({ ...wanted, group })));
    result.marks.push(...one.words.map((word) => word.shown));
    if (one.unknown) result.unknown.push(asked[group].surface);
  });
  return result;
}

/** A query with every word that was run together written apart. @param {string} text @param {Mended[]} cut */
function writtenApart(text, cut) {
  return cut.reduce((now, { from, to }) => now.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, "giu"), to[0]), normal(text));
}

/** A query with some of its words read as others. @param {Word[]} all @param {Map<string, Word | undefined>} others by surface @param {import("./language.mjs").Language} language @param {Set<string>} places */
function reread(all, others, language, places) {
  const read = all.map((word) => others.get(word.surface) ?? word);
  const matches = language.concepts(read, true), keys = phraseKeys(read, places);
  const terms = [...others.values()].flatMap((word) => (word ? [word.stem, word.stem + EVERYDAY, ...word.parts] : []));
  return { matches, keys, terms: [...keys, ...matches.flatMap((match) => match.groups), ...terms] };
}

/** How much each word of the query tells: rare words more than common ones. An unknown word tells as much as a rare one.
 * @param {Understood} result @param {number} groups @param {number} entries @returns {number[]} */
function weigh(result, groups, entries) {
  const most = new Array(groups).fill(0);
  for (const { term, group } of result.wanted) most[group] = Math.max(most[group], result.postings.get(term)?.count || 0);
  return most.map((count) => Math.pow(Math.log(1 + entries / Math.max(1, count)), WEIGHTS.telling));
}

/** The keys of a query as a phrase: as it stands, and without the places that it names. @param {Word[]} all @param {Set<string>} places */
function phraseKeys(all, places) {
  const rest = all.filter((word) => !places.has(word.surface));
  return rest.length && rest.length < all.length ? [phraseKey(all), phraseKey(rest)] : [phraseKey(all)];
}

/** The key of a query that is a title or a search word, word for word: `phrase_key` in Python. @param {Word[]} all */
function phraseKey(all) {
  const words = all.filter((word) => !word.joined), meaning = words.filter((word) => !word.stop);
  return "=" + [...new Set((meaning.length > 1 ? meaning : words).map((word) => word.stem))].join(" ");
}

/** @param {Word[]} words */
function distinct(words) {
  const seen = new Set();
  return words.filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}

/** The terms that a word stands for, and the words of the index that it was read as.
 * @typedef {{wanted: {term: string, boost: number}[], words: import("./pieces.mjs").Spelling[], completed: boolean, unknown: boolean, apart?: string}} Reading `apart` when it is two words */

/** The terms for what is the same in other words: as pages say it, and as one verb with the particle that follows it.
 * @param {Word} word @param {string[]} verbs @returns {{term: string, boost: number}[]} */
function otherWords(word, verbs) {
  if (word.joined) return [];
  const whole = [word.stem, ...verbs].map((stem) => ({ term: stem + EVERYDAY, boost: WEIGHTS.everyday }));
  const parts = word.parts.map((stem) => ({ term: stem + EVERYDAY, boost: WEIGHTS.everydayPart }));
  return [...whole, ...parts, ...verbs.map((term) => ({ term, boost: WEIGHTS.particle }))];
}

/** @param {Word} word @param {{term: string, boost: number}[]} others @param {boolean} unfinished @param {boolean} inConcept @param {Map<string, import("./pieces.mjs").Posting>} postings @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store
 * @returns {Promise<Reading>} */
async function reading(word, others, unfinished, inConcept, postings, language, store) {
  const known = postings.has(word.stem);
  const parts = word.parts.filter((part) => postings.has(part));
  const also = others.filter(({ term }) => postings.has(term));
  const wanted = [...also, ...parts.map((term) => ({ term, boost: known ? WEIGHTS.partOfKnown : WEIGHTS.partOfUnknown }))];
  const plain = { wanted, words: [], completed: false, unknown: false };
  if (known) wanted.unshift({ term: word.stem, boost: WEIGHTS.exact });
  if (known || word.joined || postings.has(word.stem + EVERYDAY)) return plain;
  const ends = unfinished ? await completions(store, word.surface) : [];
  if (ends.length) return readAs(ends, WEIGHTS.completed, true, wanted, language);
  // A word whose parts all are known may be a new compound; only one letter away from a known word it is misspelt.
  const compound = parts.length > 0 && parts.length === word.parts.length;
  const near = /[0-9]/.test(word.stem) ? [] : await nearest(store, word, compound ? 1 : 2, (one) => uninflected(one, language.rules));
  const two = !inConcept && !(near.length && near[0].distance <= 1) && apart(word, language);
  if (two) return { ...plain, apart: two };
  if (near.length) return readAs(near, near[0].distance ? WEIGHTS.near : WEIGHTS.folded, false, wanted, language);
  if (parts.length || inConcept) return plain;
  const halves = await headAndTail(word.surface, language, store);
  for (const [term, posting] of halves) {
    postings.set(term, posting);
    wanted.push({ term, boost: WEIGHTS.headOrTail });
  }
  return { ...plain, unknown: !halves.size };
}

/** @param {import("./pieces.mjs").Spelling[]} words @param {number} boost @param {boolean} completed @param {{term: string, boost: number}[]} wanted @param {import("./language.mjs").Language} language @returns {Reading} */
function readAs(words, boost, completed, wanted, language) {
  const terms = new Set(words.map((word) => word.term));
  const parts = new Set(completed ? [] : words.flatMap((word) => language.word(word.shown)[1]).filter((part) => !terms.has(part)));
  const share = boost / Math.sqrt(words.length);
  const read = [...terms].flatMap((term) => [{ term, boost: share }, { term: term + EVERYDAY, boost: share * WEIGHTS.everyday }]).concat([...parts].map((term) => ({ term, boost: share * WEIGHTS.partOfKnown })));
  return { wanted: wanted.concat(read), words, completed, unknown: false };
}

/** The longest known word that an unknown one starts with, and the longest that it ends with and that is a good part of it. @param {string} word @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store */
async function headAndTail(word, language, store) {
  const heads = [], tails = [];
  for (let length = word.length - 2; length >= 4; length--) {
    heads.push(language.term(word.slice(0, length)));
    if (length > word.length / 3) tails.push(language.term(word.slice(-length)));
  }
  const found = new Map();
  for (const candidates of [heads, tails]) {
    const known = await store.postings(candidates.slice(0, 12).flatMap((one) => [one, one + EVERYDAY]));
    const longest = candidates.find((one) => known.has(one) || known.has(one + EVERYDAY));
    for (const term of longest ? [longest, longest + EVERYDAY] : []) if (known.has(term)) found.set(term, known.get(term));
  }
  return found;
}

/** Neighbours that are one word of the index stand for it too, and each for itself a little less. @param {import("./spacing.mjs").Pair} pair @param {Understood} result */
function addTogether({ term, groups, words }, result) {
  const terms = [{ term, boost: WEIGHTS.together }, ...groups.map((group) => ({ term: group, boost: WEIGHTS.concept / Math.sqrt(groups.length) }))];
  const known = terms.filter((one) => result.postings.has(one.term));
  if (!known.length) return;
  for (const one of result.wanted) if (words.includes(one.group)) one.boost *= WEIGHTS.ofTogether;
  for (const { term, boost } of known) result.wanted.push(...words.map((group) => ({ term, boost: boost / 2, group })));
}

/** @param {import("./language.mjs").Match} match @param {Word[]} all @param {Word[]} asked @param {string} text @param {Understood} result */
function addConcept(match, all, asked, text, result) {
  const group = Math.max(0, asked.findIndex((word) => word.stem === all[match.from].stem));
  for (const term of match.groups) {
    if (result.postings.has(term)) result.wanted.push({ term, boost: WEIGHTS.concept / Math.sqrt(match.groups.length), group });
  }
  if (match.ambiguous && match.groups.length > 1) {
    const form = all.slice(match.from, match.to + 1).map((word) => word.surface).join(" ");
    const at = text.toLowerCase().indexOf(form);
    result.meanings.push({ form: at < 0 ? form : text.slice(at, at + form.length), groups: match.groups });
  }
}
