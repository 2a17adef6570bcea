// @ts-check
// A query to weighted terms: what each word may stand for in the index.

import { completions, nearest } from "./spelling.mjs";

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {import("./score.mjs").Wanted} Wanted */
/** @typedef {{from: string, to: string[], completed: boolean}} Mended */
/** @typedef {{wanted: Wanted[], postings: Map<string, import("./pieces.mjs").Posting>, weights: number[], mended: Mended[], unknown: string[], marks: string[], meanings: {form: string, groups: string[]}[], phrase?: import("./pieces.mjs").Posting}} Understood */

export const WEIGHTS = {
  exact: 1, joined: 1, partOfKnown: 0.45, partOfUnknown: 0.8, concept: 0.8, near: 0.9, folded: 1, completed: 0.8, headOrTail: 0.5, coverage: 0.3, telling: 0.5, phrase: 1.5,
};
const LONGEST_QUERY = 10_000, MOST_WORDS = 24;

/** @param {string} query @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {boolean} typing the last word may be unfinished
 * @returns {Promise<Understood>} */
export async function understand(query, language, store, typing) {
  const text = query.slice(0, LONGEST_QUERY);
  const all = language.words(text).slice(0, MOST_WORDS * 4);
  const words = distinct(all.filter((word) => !word.stop)).slice(0, MOST_WORDS);
  const asked = words.length ? words : distinct(all).slice(0, MOST_WORDS);
  let matches = language.concepts(all, true), phrase = phraseKey(all);
  const terms = [phrase].concat(asked.flatMap((word) => [word.stem, ...word.parts]).concat(matches.flatMap((match) => match.groups)));
  const postings = await store.postings(terms);
  /** @type {Understood} */
  const result = { wanted: [], postings, weights: [], mended: [], unknown: [], marks: [], meanings: [] };
  const inConcept = new Set(matches.flatMap((match) => all.slice(match.from, match.to + 1)));
  const last = typing && !/[\s.,?!]$/.test(text) ? asked[asked.length - 1] : null;
  for (const [group, word] of asked.entries()) await interpret(word, group, word === last, inConcept.has(word), language, store, result);
  if (result.mended.length) {
    // What was misspelt may be a concept, or a phrase, once it is spelt right.
    const right = new Map(result.mended.map((one) => [one.from, language.words(one.to[0])[0]]));
    const read = all.map((word) => right.get(word.surface) ?? word);
    matches = language.concepts(read, true);
    phrase = phraseKey(read);
    for (const [term, posting] of await store.postings([phrase, ...matches.flatMap((match) => match.groups)])) postings.set(term, posting);
  }
  result.phrase = postings.get(phrase);
  for (const match of matches) addConcept(match, all, asked, result);
  result.weights = weigh(result, asked.length, store.base.entries);
  result.marks.push(...asked.map((word) => word.surface));
  return result;
}

/** How much each word of the query tells: rare words more than common ones. An unknown word tells as much as a rare one.
 * @param {Understood} result @param {number} groups @param {number} entries @returns {number[]} */
function weigh(result, groups, entries) {
  const most = new Array(groups).fill(0);
  for (const { term, group } of result.wanted) most[group] = Math.max(most[group], result.postings.get(term)?.count || 0);
  return most.map((count) => Math.pow(Math.log(1 + entries / Math.max(1, count)), WEIGHTS.telling));
}

/** The key of a query that is a title or a search word, word for word: `phrase_key` in Python. @param {Word[]} all */
function phraseKey(all) {
  const words = all.filter((word) => !word.joined), meaning = words.filter((word) => !word.stop);
  return "=" + [...new Set((meaning.length ? meaning : words).map((word) => word.stem))].join(" ");
}

/** @param {Word[]} words */
function distinct(words) {
  const seen = new Set();
  return words.filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}

/** @param {Word} word @param {number} group @param {boolean} unfinished @param {boolean} inConcept @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {Understood} result */
async function interpret(word, group, unfinished, inConcept, language, store, result) {
  const known = result.postings.has(word.stem);
  const parts = word.parts.filter((part) => result.postings.has(part));
  if (known) result.wanted.push({ term: word.stem, boost: WEIGHTS.exact, group });
  for (const term of parts) result.wanted.push({ term, boost: known ? WEIGHTS.partOfKnown : WEIGHTS.partOfUnknown, group });
  if (known || word.joined) return;
  if (unfinished) {
    const found = await completions(store, word.surface);
    if (found.length) return accept(found, word, group, WEIGHTS.completed, true, language, store, result);
  }
  // A word whose parts all are known may be a new compound; only one letter away from a known word it is misspelt.
  const compound = parts.length > 0 && parts.length === word.parts.length;
  const near = /[0-9]/.test(word.stem) ? [] : await nearest(store, word, compound ? 1 : 2);
  if (near.length) return accept(near, word, group, near[0].distance ? WEIGHTS.near : WEIGHTS.folded, false, language, store, result);
  if (parts.length || inConcept) return;
  const ends = await headAndTail(word.surface, language, store);
  for (const [term, posting] of ends) {
    result.postings.set(term, posting);
    result.wanted.push({ term, boost: WEIGHTS.headOrTail, group });
  }
  if (!ends.size) result.unknown.push(word.surface);
}

/** @param {import("./pieces.mjs").Spelling[]} found @param {Word} word @param {number} group @param {number} boost @param {boolean} completed @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {Understood} result */
async function accept(found, word, group, boost, completed, language, store, result) {
  const terms = found.map((one) => one.term), parts = completed ? [] : found.flatMap((one) => language.word(one.shown)[1]);
  for (const [term, posting] of await store.postings([...terms, ...parts])) {
    result.postings.set(term, posting);
    const whole = terms.includes(term);
    result.wanted.push({ term, boost: (boost * (whole ? 1 : WEIGHTS.partOfKnown)) / Math.sqrt(found.length), group });
  }
  result.mended.push({ from: word.surface, to: found.map((one) => one.shown), completed });
  result.marks.push(...found.map((one) => one.shown));
}

/** The longest known word that an unknown one starts or ends with. @param {string} word @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store */
async function headAndTail(word, language, store) {
  const heads = [], tails = [];
  for (let length = word.length - 2; length >= 4; length--) {
    heads.push(language.term(word.slice(0, length)));
    tails.push(language.term(word.slice(-length)));
  }
  const found = new Map();
  for (const candidates of [heads, tails]) {
    const known = await store.postings(candidates.slice(0, 12));
    const longest = candidates.find((one) => known.has(one));
    if (longest) found.set(longest, known.get(longest));
  }
  return found;
}

/** @param {import("./language.mjs").Match} match @param {Word[]} all @param {Word[]} asked @param {Understood} result */
function addConcept(match, all, asked, result) {
  const group = Math.max(0, asked.findIndex((word) => word.stem === all[match.from].stem));
  for (const term of match.groups) {
    if (result.postings.has(term)) result.wanted.push({ term, boost: WEIGHTS.concept / Math.sqrt(match.groups.length), group });
  }
  if (match.groups.length > 1) {
    result.meanings.push({ form: all.slice(match.from, match.to + 1).map((word) => word.surface).join(" "), groups: match.groups });
  }
}
