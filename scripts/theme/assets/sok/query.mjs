// @ts-check
// A query to weighted terms: what each word may stand for in the index.

import { EVERYDAY, otherWords, reading, settledKeys, settlementsOf } from "./reading.mjs";
import { apart, together } from "./spacing.mjs";
import { likely, neighbours } from "./spelling.mjs";
import { normal } from "./tokens.mjs";
import { WEIGHTS } from "./weights.mjs";

/** @typedef {import("./language.mjs").Word} Word */
/** @typedef {import("./score.mjs").Wanted} Wanted */
/** @typedef {{from: string, to: string[], completed: boolean}} Mended */
/** @typedef {{wanted: Wanted[], postings: Postings, weights: number[], mended: Mended[], unknown: string[], asked: string[],
 *   meanings: {form: string, groups: string[]}[], phrase?: import("./pieces.mjs").Posting, title?:
 *   import("./pieces.mjs").Posting, settlements: Settlement[]}} Understood */
/** @typedef {import("./reading.mjs").Settlement} Settlement */
/** @typedef {import("./reading.mjs").Postings} Postings */
/** @typedef {import("./reading.mjs").Reading} Reading */
/** @typedef {import("./reading.mjs").Others} Others */
/** @typedef {import("./language.mjs").Language} Language */
/** @typedef {import("./store.mjs").Store} Store */

// What says "frist" in other words, and is not about what is long.
const HOW_LONG = /(?<!\p{L})(hv|k)or (lang tid|mange (tim|dag|døgn)\p{L}*)(?!\p{L})/giu;
// Who is to go in is admitted, and who is to go home or out is discharged.
const GOES = /(?<!\p{L})(?:må|skal|bør|kan)(?: (?:ho|han|hun|pasienten))? (inn|ut|hjem|heim)(?! i(?!\p{L}))(?!\p{L})/giu;
// A dead line is no death.
const DEAD_THING = /((?:telefon|mobil|linj|nett|skjerm|pc|maskin|alarm)[\p{L}-]*[nate](?: \p{L}+){0,2}) (?:død|daud)t?(?!\p{L})/giu;
const LONGEST_QUERY = 10_000, MOST_WORDS = 24;
// Stands after the key of a phrase that is the whole title of a page: `TITLE` in Python.
const TITLE = "!";
// Whom any page may be about: `ANYONE` in Python.
const ANYONE = "pasient";

/** What a query may stand for. Pieces are asked for together, also those of what a strange word most likely is. What is
 * misspelt, run together or unfinished is written as it was meant, and read again.
 * @param {string} query @param {Language} language @param {Store} store @param {boolean} typing the last word may be unfinished
 * @param {Set<string>} places words that name places @param {Others} others @returns {Promise<Understood>} */
export async function understand(query, language, store, typing, places = new Set(), others = new Map()) {
  const text = inPageWords(normal(query.slice(0, LONGEST_QUERY)));
  const all = language.words(text).slice(0, MOST_WORDS * 4);
  const words = distinct(all.filter((word) => !word.stop)).slice(0, MOST_WORDS);
  const asked = words.length ? words : distinct(all).slice(0, MOST_WORDS);
  const last = typing && !/[\s.,?!]$/.test(text) ? asked[asked.length - 1] : null;
  const matches = language.concepts(all, true), keys = phraseKeys(all, places);
  const also = asked.map((word) => otherWords(word, language.particleVerbs(all, word), language));
  const pairs = together(all, asked, matches, language);
  const found = store.postings([
    ...keys,
    keys[0] + TITLE,
    ...stems(asked),
    ...also.flat().map(({ term }) => term),
    ...pairs.flatMap(({ term, groups }) => [term, ...groups]),
    ...matches.flatMap((match) => match.groups),
    ...[...others.values()].flatMap((meant) => meant.also.map(({ term }) => term)),
    ...asked.flatMap((word) => settledKeys(word)),
  ]);
  foresee(all, asked, last, language, store, places);
  const postings = await found;
  const inConcept = new Set(matches.flatMap((match) => all.slice(match.from, match.to + 1)));
  const readings = await Promise.all(asked.map((word, n) => {
    const around = { unfinished: word === last, inConcept: inConcept.has(word), inCompany: asked.length > 1 };
    return reading(word, also[n], around, postings, language, store);
  }));
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

/** What several words say that pages have one for. @param {string} text */
function inPageWords(text) {
  const sent = (/** @type {string} */ going, /** @type {string} */ way) => going + (/inn/i.test(way) ? " legge inn" : " skrive ut");
  return text.replace(HOW_LONG, "frist").replace(GOES, sent).replace(DEAD_THING, "$1 nede");
}

/** Asks, beside what is asked for anyway, for what strange words most likely need.
 * @param {Word[]} all @param {Word[]} asked @param {Word | null} last @param {Language} language @param {Store} store
 * @param {Set<string>} places */
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

/** What the words of a query stand for, each by itself.
 * @param {Reading[]} readings @param {Word[]} asked @param {Others} others @param {Postings} postings @returns {Understood} */
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

/** The terms that a query needs when some of its words are read as others.
 * @param {Word[]} all @param {Map<string, Word | undefined>} others by surface @param {Language} language
 * @param {Set<string>} places */
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

/** Neighbours that are one word of the index stand for it too, and each for itself a little less.
 * @param {import("./spacing.mjs").Pair} pair @param {Understood} result */
function addTogether({ term, groups, words }, result) {
  const share = WEIGHTS.concept / Math.sqrt(groups.length);
  const terms = [{ term, boost: WEIGHTS.together }, ...groups.map((group) => ({ term: group, boost: share }))];
  const known = terms.filter((one) => result.postings.has(one.term));
  if (!known.length) return;
  for (const one of result.wanted) if (words.includes(one.group)) one.boost *= WEIGHTS.ofTogether;
  for (const { term, boost } of known) result.wanted.push(...words.map((group) => ({ term, boost: boost / 2, group })));
}

/** @param {import("./language.mjs").Match} match @param {Word[]} all @param {Word[]} asked @param {string} text
 * @param {Understood} result */
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
