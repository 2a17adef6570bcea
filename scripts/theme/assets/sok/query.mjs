// @ts-check
// A query to weighted terms: what each word may stand for in the index.

import { apart, apartMisspelt, hasSmall, together } from "./spacing.mjs";
import { fold, isOneChange } from "./distance.mjs";
import { completions, isDoubtful, isHalf, isSlip, likely, nearest, neighbours } from "./spelling.mjs";
import { isWithin, unpack } from "./pieces.mjs";
import { normal } from "./tokens.mjs";

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {import("./score.mjs").Wanted} Wanted */
/** @typedef {{from: string, to: string[], completed: boolean}} Mended */
/** @typedef {{wanted: Wanted[], postings: Map<string, import("./pieces.mjs").Posting>, weights: number[], mended: Mended[], unknown: string[], asked: string[], meanings: {form: string, groups: string[]}[], phrase?: import("./pieces.mjs").Posting, title?: import("./pieces.mjs").Posting, settlements: Settlement[]}} Understood */
/** @typedef {{name: string, entries: number[]}} Settlement a place that is named, and the page of its kommune; a district has several */

export const WEIGHTS = {
  exact: 1, joined: 1, partOfKnown: 0.45, partOfUnknown: 0.8, concept: 0.8, near: 0.9, completed: 0.8, headOrTail: 0.5, coverage: 0.3, telling: 0.5, phrase: 1.5, title: 3,
  particle: 0.8, shortNumber: 0.6, everyday: 0.5, everydayPart: 0.4, together: 0.55, ofTogether: 0.7,
};
// A day, an age or a number of a list: it stands on many pages that have nothing else in common.
const SHORT_NUMBER = /^[0-9]{1,2}$/;
// What says "frist" in other words, and is not about what is long.
const HOW_LONG = /(?<!\p{L})(hv|k)or lang tid(?!\p{L})/giu;
const LONGEST_QUERY = 10_000, MOST_WORDS = 24, ONE_CHANGE = 1.3;
// Stands after the stem of an everyday word, in the term of the entries that say it in other words: `MARK` in Python.
const EVERYDAY = "~";
// Stands after the key of a phrase that is the whole title of a page: `TITLE` in Python.
const TITLE = "!";
// Whom any page may be about: `ANYONE` in Python.
const ANYONE = "pasient";
// A place elsewhere that fewer pages have is an example there.
const SEVERAL = 3;
// What a place elsewhere makes of the kommune where one is.
const OTHER_KOMMUNE = "oppholdskommune";
// Stands after the name of a settlement, in the key of its kommune: `SETTLED` in Python.
const SETTLED = "@";

/** What a query may stand for. Pieces are asked for together, also those of what a strange word most likely is. What is
 * misspelt, run together or unfinished is written as it was meant, and read again.
 * @param {string} query @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {boolean} typing the last word may be unfinished
 * @param {Set<string>} places words that name places @param {Others} others @returns {Promise<Understood>} */
export async function understand(query, language, store, typing, places = new Set(), others = new Map()) {
  const text = normal(query.slice(0, LONGEST_QUERY)).replace(HOW_LONG, "frist");
  const all = language.words(text).slice(0, MOST_WORDS * 4);
  const words = distinct(all.filter((word) => !word.stop)).slice(0, MOST_WORDS);
  const asked = words.length ? words : distinct(all).slice(0, MOST_WORDS);
  const last = typing && !/[\s.,?!]$/.test(text) ? asked[asked.length - 1] : null;
  const matches = language.concepts(all, true), keys = phraseKeys(all, places);
  const also = asked.map((word) => otherWords(word, language.particleVerbs(all, word), language));
  const pairs = together(all, asked, matches, language);
  const found = store.postings([
    ...keys, keys[0] + TITLE, ...stems(asked), ...also.flat().map(({ term }) => term), ...pairs.flatMap(({ term, groups }) => [term, ...groups]), ...matches.flatMap((match) => match.groups),
    ...[...others.values()].flatMap((meant) => meant.also.map(({ term }) => term)), ...asked.flatMap((word) => settledKeys(word)),
  ]);
  foresee(all, asked, last, language, store, places);
  const postings = await found;
  const inConcept = new Set(matches.flatMap((match) => all.slice(match.from, match.to + 1)));
  const readings = await Promise.all(asked.map((word, n) => reading(word, also[n], word === last, inConcept.has(word), asked.length > 1, postings, language, store)));
  const meant = new Map(readings.flatMap((one, n) => (one.meant ? [[asked[n].surface, one.meant]] : [])));
  const lacking = asked.filter((word, n) => readings[n].unknown && readings[n].meant).map((word) => word.surface);
  const changed = [...meant].map(([from, { to, completed }]) => ({ from, to, completed }));
  const written = rewritten(text, changed), mended = changed.filter(({ from }) => !lacking.includes(from));
  if (written !== text) {
    const now = new Map([...others, ...[...meant.values()].map((one) => /** @type {const} */ ([one.to[0], one]))]);
    const read = await understand(written, language, store, typing, places, now);
    return { ...read, unknown: [...lacking, ...read.unknown], mended: inTheEnd(mended, read.mended, text) };
  }
  const result = gathered(readings, asked, others, postings);
  result.phrase = keys.map((key) => postings.get(key)).find(Boolean);
  result.title = postings.get(keys[0] + TITLE);
  const settled = asked.flatMap((word) => settlementsOf(word, postings));
  result.settlements = settled.filter(({ name }) => !settled.some((one) => one.name !== name && one.name.endsWith(name)));
  for (const pair of pairs) addTogether(pair, result);
  for (const match of matches) addConcept(match, all, asked, text, result);
  result.weights = weigh(result, asked.length, store.base.entries);
  return result;
}

/** The keys of the settlement that a word may name, also as whose something is. @param {Word} word */
function settledKeys({ surface }) {
  return [surface, ...(surface.endsWith("s") ? [surface.slice(0, -1)] : [])].map((name) => name + SETTLED);
}

/** The one of them that the index has. @param {Word} word @param {Map<string, import("./pieces.mjs").Posting>} postings */
function settledKey(word, postings) {
  return settledKeys(word).find((key) => postings.has(key));
}

/** @param {Word} word @param {Map<string, import("./pieces.mjs").Posting>} postings @returns {Settlement[]} */
function settlementsOf(word, postings) {
  const key = settledKey(word, postings), posting = key && postings.get(key);
  return posting ? [{ name: key.slice(0, -SETTLED.length), entries: [...unpack(posting).entries] }] : [];
}

/** Asks, beside what is asked for anyway, for what strange words most likely need.
 * @param {Word[]} all @param {Word[]} asked @param {Word | null} last @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store @param {Set<string>} places */
function foresee(all, asked, last, language, store, places) {
  const unheard = asked.filter((word) => !word.joined && !language.familiar(word));
  const guesses = new Map(unheard.map((word) => [word, likely(word, language)[0]]));
  const strange = unheard.filter((word) => guesses.get(word) || !word.parts.length);
  for (const word of strange) neighbours(store, word, word === last).catch(() => {});
  const others = new Map(strange.map((word) => [word.surface, language.words(guesses.get(word)?.shown ?? "")[0]]));
  const halves = unheard.flatMap((word) => language.words(apart(word, language)));
  store.postings([...(strange.length ? reread(all, others, language, places) : []), ...stems(halves)]).catch(() => {});
}

/** @param {Word[]} words */
function stems(words) {
  return words.flatMap((word) => [word.stem, ...word.parts]);
}

/** What the words of a query stand for, each by itself. @param {Reading[]} readings @param {Word[]} asked @param {Others} others @param {Map<string, import("./pieces.mjs").Posting>} postings @returns {Understood} */
function gathered(readings, asked, others, postings) {
  /** @type {Understood} */
  const surfaces = asked.map((word) => word.surface);
  const result = { wanted: [], postings, weights: [], mended: [], unknown: [], asked: surfaces, meanings: [], settlements: [] };
  readings.forEach((one, group) => {
    const other = others.get(asked[group].surface);
    const wanted = other ? [...one.wanted.map(({ term, boost }) => ({ term, boost: boost * other.boost })), ...other.also] : one.wanted;
    result.wanted.push(...wanted.filter(({ term }) => postings.has(term)).map((wanted) => ({ ...wanted, group })));
    if (one.unknown) result.unknown.push(asked[group].surface);
  });
  return result;
}

/** A query with every word that was mended written as it was meant. @param {string} text @param {Mended[]} mended */
export function rewritten(text, mended) {
  return mended.reduce((now, { from, to }) => now.replace(new RegExp(`(?<![\\p{L}\\p{N}])${from}(?![\\p{L}\\p{N}])`, "giu"), to[0]), text);
}

/** What was mended in two steps is told as one. @param {Mended[]} first @param {Mended[]} then @param {string} text */
function inTheEnd(first, then, text) {
  const changed = first.map((one) => ({ ...one, to: one.to.map((to) => rewritten(to, then)) }));
  return [...changed, ...then.filter((one) => rewritten(text, [one]) !== text)];
}

/** The terms that a query needs when some of its words are read as others. @param {Word[]} all @param {Map<string, Word | undefined>} others by surface @param {import("./language.mjs").Language} language @param {Set<string>} places */
function reread(all, others, language, places) {
  const read = all.map((word) => others.get(word.surface) ?? word), keys = phraseKeys(read, places);
  const terms = [...others.values()].flatMap((word) => (word ? [word.stem, word.stem + EVERYDAY, ...word.parts] : []));
  return [...keys, keys[0] + TITLE, ...language.concepts(read, true).flatMap((match) => match.groups), ...terms];
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
  const words = all.filter((word) => !word.joined), meaning = words.filter((word) => !word.stop && word.stem !== ANYONE);
  return "=" + [...new Set((meaning.length > 1 ? meaning : words).map((word) => word.stem))].join(" ");
}

/** @param {Word[]} words */
function distinct(words) {
  const seen = new Set();
  return words.filter((word) => !seen.has(word.stem) && seen.add(word.stem));
}

/** What a word was meant to be: the likeliest first, how much that counts, and the terms of the others.
 * @typedef {{to: string[], completed: boolean, boost: number, also: {term: string, boost: number}[]}} Meant */
/** @typedef {Map<string, Meant>} Others by what was written instead */
/** The terms that a word stands for, or what it was meant to be; what no page has may be read as the words it is made of.
 * @typedef {{wanted: {term: string, boost: number}[], unknown: boolean, meant?: Meant}} Reading */

/** The terms for what is the same in other words: as pages say it, and as one verb with the particle that follows it.
 * @param {Word} word @param {string[]} verbs @param {import("./language.mjs").Language} language @returns {{term: string, boost: number}[]} */
function otherWords(word, verbs, language) {
  if (word.joined) return [];
  if (language.elsewhere.has(word.surface)) return [{ term: language.term(OTHER_KOMMUNE), boost: WEIGHTS.everyday }];
  const whole = [word.stem, ...verbs].map((stem) => ({ term: stem + EVERYDAY, boost: WEIGHTS.everyday }));
  const parts = word.parts.map((stem) => ({ term: stem + EVERYDAY, boost: WEIGHTS.everydayPart }));
  return [...whole, ...parts, ...verbs.map((term) => ({ term, boost: WEIGHTS.particle }))];
}

/** @param {Word} word @param {{term: string, boost: number}[]} others @param {boolean} unfinished @param {boolean} inConcept @param {boolean} inCompany @param {Map<string, import("./pieces.mjs").Posting>} postings @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store
 * @returns {Promise<Reading>} */
async function reading(word, others, unfinished, inConcept, inCompany, postings, language, store) {
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
  // A word whose parts all are known may be a new compound; only one letter away from a known word it is misspelt.
  const compound = parts.length > 0 && parts.length === word.parts.length;
  const ends = unfinished || (isHalf(word) && !compound && !inConcept) ? await completions(store, word.surface) : [];
  if (ends.length && (unfinished || !(await isSlip(store, word, ends[0], language)))) return { ...plain, meant: meantBy(ends.map((one) => ({ ...one, share: 1 })), WEIGHTS.completed, unfinished) };
  const near = /[0-9]/.test(word.stem) ? [] : await nearest(store, word, compound ? 1 : 2, language);
  const two = inConcept ? "" : apart(word, language);
  // One letter wrong is likelier than a space that is missing, but for a letter taken for another beside a small word.
  const slip = near.length > 0 && (hasSmall(two, language) ? isOneChange(near[0]) : near[0].distance <= ONE_CHANGE);
  // A compound that no page has is told, and read as the two words it is made of.
  if (two && !slip) return { ...plain, unknown: compound && !hasSmall(two, language), meant: writtenAs(two) };
  if (near.length && !(inCompany && isDoubtful(word.surface, near[0]))) return { ...plain, meant: meantBy(near, near[0].distance > ONE_CHANGE ? WEIGHTS.near : WEIGHTS.exact, false) };
  if (parts.length || inConcept) return { ...plain, unknown: !inConcept };
  const slipped = unfinished || near.length ? "" : apartMisspelt(word, language);
  if (slipped) return { ...plain, meant: writtenAs(slipped) };
  const halves = await headAndTail(word.surface, language, store);
  for (const [term, posting] of halves) {
    postings.set(term, posting);
    wanted.push({ term, boost: WEIGHTS.headOrTail });
  }
  return { ...plain, unknown: true };
}

/** What a word is on a foreign keyboard that only pages for editors have as it stands: of "pårørende" they write "parorende",
 * which is its id. @param {Word} word @param {Map<string, import("./pieces.mjs").Posting>} postings @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store */
async function writtenAside(word, postings, language, store) {
  const posting = postings.get(word.stem), { behind, rules } = store.base;
  if (!posting || !unpack(posting).entries.every((entry) => isWithin(entry, behind) || isWithin(entry, rules))) return undefined;
  return (await nearest(store, word, 1, language)).find(({ term, shown }) => term !== word.stem && fold(shown) === fold(word.surface));
}

/** Whether several pages have a word itself, and not only others of its stem: "halden" is no "holder".
 * @param {Word} word @param {Map<string, import("./pieces.mjs").Posting>} postings @param {import("./store.mjs").Store} store */
async function isWritten({ stem, surface }, postings, store) {
  return (postings.get(stem)?.count ?? 0) >= SEVERAL && (await store.spellings("o", fold(stem), 1)).some(({ term, shown }) => term === stem && shown.startsWith(surface));
}

/** @param {string} two @returns {Meant} */
function writtenAs(two) {
  return { to: [two], completed: false, boost: 1, also: [] };
}

/** @param {{term: string, shown: string, share: number}[]} words @param {number} boost @param {boolean} completed @returns {Meant} */
function meantBy(words, boost, completed) {
  const whole = Math.sqrt(words.reduce((sum, { share }) => sum + share * share, 0));
  const also = words.slice(1).flatMap(({ term, share }) => [{ term, boost: (boost * share) / whole }, { term: term + EVERYDAY, boost: (boost * share) / whole * WEIGHTS.everyday }]);
  const [{ shown: first }] = words;
  return { to: [first, ...words.map(({ shown }) => shown).filter((shown) => !fold(first).startsWith(fold(shown)))], completed, boost: (boost * words[0].share) / whole, also };
}

/** The longest known word that an unknown one starts with, and the longest that it ends with. Its last letters tell only
 * when they are a good part of it, also without ending, or a word as they stand: "kjønnslemlestelse" has nothing to do with
 * "lest", but "ammepoliklinikk" with "amming". @param {string} word @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store */
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
