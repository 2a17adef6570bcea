// @ts-check
// The search itself: a query to documents with the section that answers best.

import { Language } from "./language.mjs";
import { Store } from "./store.mjs";
import { Ranking } from "./rank.mjs";
import { rewritten, understand } from "./query.mjs";
import { citedLaw, isOfLaw, jumpKeys, lackedPoint, namedAgreement, namedPoint, straightTo, titled } from "./jumps.mjs";
import { isWithin, unpack } from "./pieces.mjs";
import { suggestions } from "./spelling.mjs";
import { callOf, isForAnyone } from "./calls.mjs";
import { Numbers } from "./numbers.mjs";
import { allPlaces, bare, namedPlaces } from "./places.mjs";
import { apart, staysFirst } from "./twins.mjs";
import { Dangers } from "./danger.mjs";
import { explained, withExplained } from "./explained.mjs";
import { limitOf, sectionOf, soughtBy } from "./sections.mjs";
import { seen, telling } from "./seen.mjs";

/** @typedef {{space?: string, place?: string, role?: string, expired?: boolean, filters?: Record<string, string[]>}} Choice `place` is the name
 *   of the reader's workplace, `role` the id of their role */
/** @typedef {{limit?: number, from?: number, typing?: boolean, choice?: Choice, settlements?: import("./query.mjs").Settlement[],
 *   now?: import("./calls.mjs").Time}} Options `settlements` are those that the query was found to name, `now` is the reader's
 *   clock */
/** @typedef {import("./best.mjs").Found} Found */
/** @typedef {import("./query.mjs").Understood} Understood */
/** @typedef {{key: string, own: number[], others: number[]}} Named the entries that a key names, those of the reader's own
 *   helsefellesskap apart */
/** @typedef {{cited: ReturnType<typeof citedLaw>, text: string, ringing: Ringing, choice: Choice, explaining: ReturnType<typeof
 *   explained>, naming: Promise<Named | null>, jumping: Promise<any[]>, resting: Promise<Map<number, number>>}} Asked `text` is
 *   the query without the law point that it cites */
/** @typedef {{call: import("./calls.mjs").Call, places: import("./places.mjs").Place[], inPlaces: Set<string>, kommuner:
 *   number[]}} Ringing `inPlaces` are the words of their names, `kommuner` are the entries whose numbers are wanted */

// Who names a kommune and asks for nothing that its page does not have, wants its numbers; who wants to ring, even more.
// The kommune where the reader works is not named, so it weighs less, and so does one where nobody answers then.
const PLACE = 2.5, CALL = 6, OWN = 4, CLOSED = 1.25;
// Stands after the key of a law point, in the key of what rests on it: `RESTING` in Python, which names agreements twice.
const RESTING = "<";
// How much more that weighs for who cites the point.
const RESTS = 3;
// A page that is worth so much of the best one is about the same.
const NEARLY = 0.6;
const LONGEST_PLACED = 200, MOST_JUMPS = 4, MOST_KOMMUNER = 3;
// What not every helsefellesskap calls its agreements.
const ONLY_SOME = /tenesteavtale/i;

export class Engine {
  /** @param {any} base the manifest and the language data @param {import("./store.mjs").Load} load */
  constructor(base, load) {
    this.base = base;
    this.language = new Language(base.language);
    this.store = new Store(base, load);
    this.ranking = new Ranking(base);
    this.places = allPlaces(base.places);
    this.dangers = new Dangers(base.gate, () => this.store.dangers(), this.language);
  }

  /** The best documents for a query; null when the answer is wanted no more. The first hit is given before the others when
   * they are not at hand.
   * @param {string} query @param {Options} options @param {() => boolean} wanted @param {(answer: any) => void} early */
  async search(query, options = {}, wanted = () => true, early = () => {}) {
    const { limit = 10, from = 0, settlements = [] } = options;
    const [{ asked, understood }] = await Promise.all([this.meant(String(query), options), this.dangers.soon(String(query))]);
    const { text, ringing, choice } = asked, listed = await Promise.all(ringing.kommuner.map((entry) => this.store.meta(entry)));
    const numbers = new Numbers(ringing.call, understood, this.language, listed, choice, options.now);
    const point = namedPoint(text), named = await asked.naming;
    if (!wanted()) return null;
    if (point && !(named && (await asked.jumping).some((hit) => isOfLaw(hit, text)))) {
      const rest = await this.search(text.replace(point.written, " "), options, wanted, early);
      return rest && { ...rest, law: point.point };
    }
    if (understood.settlements.length && !settlements.length) {
      return this.inKommune(query, { ...options, settlements: understood.settlements }, wanted, early);
    }
    // A word of ringing is one of them also as it was meant.
    for (const word of callOf("", understood.asked).words) ringing.call.words.add(word);
    const told = await this.dangers.in(String(query), rewritten(text, understood.mended));
    const dangers = told.length || ringing.places.length || !isForAnyone(ringing.call, understood.asked) ? told : ["fare"];
    const { first, total } = await this.ranked(asked, understood, numbers, dangers, from + limit);
    const shown = first.slice(from), near = shown.every(({ entry }) => this.store.hasMeta(entry));
    const said = dangers.length ? [] : soughtBy(understood), finding = shown.map((one) => this.hit(one, numbers, said));
    const jumps = await asked.jumping, apartIn = choice.space || from ? null : this.language.of(text);
    const answer = (/** @type {any[]} */ hits) => this.answer(understood, hits, jumps, total, asked.cited?.point);
    if (!near && !jumps.length) {
      finding[0].then((hit) => staysFirst(hit, text, apartIn, this.language) && wanted() && early(answer([hit])), () => {});
    }
    const hits = apart(await Promise.all(finding), text, apartIn, this.language);
    const straight = straightTo(text, jumps, (await asked.naming)?.key, choice.space);
    const found = { ...answer(hits), ...this.told(query, asked, understood, { hits, jumps, dangers }), straight };
    if (total) return found;
    return { ...found, near: await suggestions(this.store, understood.unknown), entrances: (await this.store.facets()).entrances };
  }

  /** What is told with an answer: what was not found, and whose the hits are.
   * @param {string} query @param {Asked} asked @param {Understood} understood
   * @param {{hits: any[], jumps: any[], dangers: string[]}} found */
  told(query, { text, ringing, choice }, understood, { hits, jumps, dangers }) {
    const isNarrow = jumps.length || dangers.length || choice.filters?.omrade?.length;
    return {
      nynorsk: choice.space && this.base.nynorsk.includes(choice.space),
      alone: this.telling(query) <= understood.unknown.length,
      lacks: lackedPoint(text, jumps),
      absent: jumps.length ? undefined : namedAgreement(text),
      sought: ringing.call.asks || dangers.includes("selvmord") ? [] : soughtBy(understood),
      outside: understood.asked.filter((word) => this.language.elsewhere.has(word)),
      elsewhere: isNarrow ? undefined : this.elsewhere(hits, choice),
    };
  }

  /** A query as it was meant, in the places too that it names, unless it leads straight to a page as it is written.
   * @param {string} query @param {Options} options @returns {Promise<{asked: Asked, understood: Understood}>} */
  async meant(query, options) {
    const written = this.asked(query, options), typing = options.typing ?? false;
    const read = (/** @type {Asked} */ { ringing }) => understand(written.text, this.language, this.store, typing, ringing.inPlaces);
    const understood = await read(written), text = rewritten(query, understood.mended.filter(({ completed }) => !completed));
    if (text === query || (await written.jumping).length) return { asked: written, understood };
    const asked = this.asked(text, options);
    return { asked, understood: asked.ringing.places.length > written.ringing.places.length ? await read(asked) : understood };
  }

  /** What a query says before its words are understood, and what is fetched for that at once.
   * @param {string} query @param {Options} options @returns {Asked} */
  asked(query, options) {
    const cited = citedLaw(query), text = cited ? query.replace(cited.written, " ") : query;
    const ringing = this.ringing(text.slice(0, LONGEST_PLACED), options.settlements ?? [], options.choice);
    const choice = this.known(ringing.places.length ? { ...options.choice, space: ringing.places[0].space } : options.choice);
    const explaining = explained(text, this.language, this.store), naming = this.named(cited ? [`#${cited.law}`] : jumpKeys(text), choice);
    const jumping = naming.then((found) => this.jumps(found, text)), resting = naming.then((found) => this.resting(found));
    return { cited, text, ringing, choice, explaining, naming, jumping, resting };
  }

  /** The best entries, with what explains the query among them unless it is of danger or is narrowed.
   * @param {Asked} asked @param {Understood} understood @param {Numbers} numbers @param {string[]} dangers @param {number} most */
  async ranked({ text, ringing, choice, explaining, resting }, understood, numbers, dangers, most) {
    const allowed = await this.allowed(choice), word = dangers.length || allowed ? null : await explaining;
    const urgent = dangers.map((danger) => this.base.dangers[danger] ?? []);
    const listed = this.lists(ringing, understood, numbers, choice.space);
    const order = { choice, allowed, listed, resting: await resting, urgent, language: this.language.of(text) };
    const { first, total } = this.ranking.rank(understood, order, most);
    return { first: withExplained(first, word && { ...word, doc: this.ranking.docs[word.entry] }, most), total };
  }

  /** The answer to a query that names settlements: for their kommuner, and which those are.
   * @param {string} query @param {Options} options @param {() => boolean} wanted @param {(answer: any) => void} early */
  async inKommune(query, options, wanted, early) {
    const named = await Promise.all((options.settlements ?? []).map(async ({ name, entries }) => {
      const kommuner = (await Promise.all(entries.map((entry) => this.store.meta(entry)))).map(({ title }) => title);
      return { name: name[0].toUpperCase() + name.slice(1), ...(kommuner.length > 1 ? { kommuner } : { kommune: kommuner[0] }) };
    }));
    const told = (/** @type {any} */ answer) => answer && { ...answer, settlements: named };
    return told(await this.search(query, options, wanted, (first) => early(told(first))));
  }

  /** What a query says of ringing: the places it names, and the kommuner whose numbers are wanted: those, else the reader's own.
   * @param {string} text @param {import("./query.mjs").Settlement[]} settlements @param {Choice} [choice] @returns {Ringing} */
  ringing(text, settlements, choice) {
    const surfaces = this.language.words(text).map((word) => word.surface);
    // A district of many kommuner says where, but not whose numbers.
    const settled = settlements.flatMap(({ name, entries }) => {
      if (entries.length > MOST_KOMMUNER) return [{ name, entry: -1, space: this.spaceOf(entries[0]) }];
      return entries.map((entry) => ({ name, entry, space: this.spaceOf(entry) }));
    });
    const places = [...namedPlaces(text, this.places), ...settled], call = callOf(text, surfaces);
    const own = !places.length && choice?.place ? bare(choice.place) : "";
    const meant = own ? this.places.filter(({ name, space }) => name === own && space === choice?.space) : places;
    // Beside a place elsewhere the place that is named is where the hospital is, and not whose patient it is.
    const isElsewhere = surfaces.some((word) => this.language.elsewhere.has(word));
    const kommuner = isElsewhere ? [] : [...new Set(meant.flatMap(({ entry }) => (entry < 0 ? [] : [entry])))];
    const inPlaces = new Set(places.flatMap(({ name }) => name.split(" ")));
    return { call, places, inPlaces, kommuner };
  }

  /** The helsefellesskap that an entry is of. @param {number} entry */
  spaceOf(entry) {
    return Object.keys(this.base.spaces).find((space) => isWithin(entry, this.base.spaces[space])) ?? "";
  }

  /** @param {Understood} understood @param {any[]} hits @param {any[]} jumps @param {number} total
   * @param {string} [law] a point that has no page */
  answer(understood, hits, jumps, total, law) {
    const { mended } = understood, terms = telling(understood);
    const texts = [...jumps, ...hits].map(({ title, heading, lead, summary }) => `${title} ${heading} ${lead} ${summary}`);
    const marks = seen(texts.join("\n"), terms, this.language);
    // What leads straight to a page was understood.
    const unknown = understood.unknown.filter((word) => !jumps.length || !/[0-9]/.test(word));
    const named = (/** @type {string} */ id) => ({ id, name: this.base.language.names[id] ?? id });
    const meanings = understood.meanings.map(({ form, groups }) => ({ form, groups: groups.map((group) => named(group.slice(2))) }));
    // One word that is written only in texts: no page is about it.
    const isAsWritten = !mended.length && !understood.phrase && understood.wanted.every(({ boost }) => boost === 1);
    const mentioned = isAsWritten && !marks.length && terms.length === 1 ? understood.asked[0] : undefined;
    const spaces = Object.values(this.base.spaceNames), none = { near: [], entrances: {}, settlements: [] };
    return { ...none, hits, mentioned, spaces, total, jumps, mended, unknown, terms, marks, meanings, law };
  }

  /** Whose the best hit is, when it is not of the reader's own helsefellesskap, and whether that has none which is nearly as good.
   * @param {{space?: string, score: number}[]} hits @param {Choice} choice */
  elsewhere(hits, { space }) {
    const { spaceNames } = this.base, [best] = hits;
    if (!space || !best?.space || best.space === space) return undefined;
    const alone = !hits.some((hit) => hit.space === space && hit.score > best.score * NEARLY);
    return { own: spaceNames[space], other: spaceNames[best.space], alone };
  }

  /** lunr's own ranking of entries for finished terms; what the test compares with lunr. @param {{term: string, boost: number}[]} terms */
  async scores(terms) {
    const postings = await this.store.postings(terms.map(({ term }) => term));
    const found = /** @type {{entry: number, score: number}[]} */ ([]);
    this.ranking.scorer.run(terms.map((one) => ({ ...one, group: 0 })), postings, (entry, score) => found.push({ entry, score }));
    return found.sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  /** How much a list of numbers weighs, when it has all of the query but the words that only say that one will ring; else 0.
   * @param {Ringing} ringing @param {Understood} understood @param {Numbers} numbers @param {string} [space] the reader's own
   * @returns {(entry: number, groups: number) => number} */
  lists({ call, places, inPlaces, kommuner }, { asked }, numbers, space) {
    const bits = (/** @type {number[]} */ groups) => groups.reduce((sum, group) => sum | (1 << group), 0);
    const telling = asked.flatMap((word, group) => (call.words.has(word) ? [] : [group])), needed = bits(telling);
    const service = telling.filter((group) => !inPlaces.has(asked[group]));
    const named = call.asks ? CALL : PLACE, weight = places.length ? named : OWN;
    const weights = new Map();
    for (const [n, entry] of (places.length || call.asks ? kommuner : []).entries()) {
      if (numbers.isServed(n, service)) weights.set(entry, numbers.isAnswered(n) ? weight : places.length && CLOSED);
    }
    const isPlaced = places.length || (!kommuner.length && (space || call.time));
    const lists = call.asks && service.length && !weights.size && isPlaced ? this.base.contacts : [];
    const near = lists.filter((/** @type {[number, number]} */ [from]) => !space || isWithin(from, this.base.spaces[space]));
    return (entry, groups) => ((groups & needed) === needed && (weights.get(entry) || (isWithin(entry, near) ? OWN : 0))) || 0;
  }

  /** The choice, without a place that is no helsefellesskap: not every folder of the site is one.
   * @param {Choice} choice @returns {Choice} */
  known(choice = {}) {
    return Object.hasOwn(this.base.spaces, choice.space ?? "") ? choice : { ...choice, space: undefined };
  }

  /** @param {Choice} choice @returns {Promise<((doc: number) => boolean) | null>} */
  async allowed(choice) {
    const asked = Object.entries(choice.filters || {}).filter(([, values]) => values.length);
    if (!asked.length) return null;
    const facets = await this.store.facets();
    const sets = asked.map(([name, values]) => new Set(values.flatMap((value) => facets[name]?.[value] || [])));
    return (doc) => sets.every((set) => set.has(doc));
  }

  /** @param {Found} found @param {Numbers} [numbers] @param {import("./sections.mjs").Sought[]} sought */
  async hit(found, numbers, sought = []) {
    const { numbers: own, limits, ...meta } = await this.store.meta(found.entry);
    const answer = limitOf({ ...meta, limits }, sought, this.language), spaceName = this.base.spaceNames[meta.space];
    return { ...meta, ...numbers?.of(meta, own), answer, spaceName, entry: found.entry, score: found.score };
  }

  /** The text of an entry, or that of the section which has what is sought, where it stands, and its words that some terms mean.
   * @param {number} entry @param {import("./sections.mjs").Sought[]} sought @param {string[]} terms
   * @returns {Promise<{text: string, anchor?: string, heading?: string, marks: string[]}>} */
  async passage(entry, sought, terms = []) {
    const [whole, meta] = await Promise.all([this.store.text(entry), this.store.meta(entry)]);
    const section = typeof whole === "string" ? ["", "", whole] : sectionOf(whole, meta, sought, this.language);
    const [anchor, heading, text] = section ?? ["", "", ""];
    return { anchor, heading, text, marks: seen(text, terms, this.language) };
  }

  /** The first of some keys that names anything, with what it names; then, until something of the reader's own is named, what
   * the shorter ones name where it names nothing: the agreement itself, of which another helsefellesskap has the clause.
   * @param {string[]} keys @param {Choice} choice @returns {Promise<Named | null>} */
  async named(keys, choice) {
    const runs = (choice.space && this.base.spaces[choice.space]) || [], isOwn = (/** @type {number} */ entry) => isWithin(entry, runs);
    const postings = await Promise.all(keys.map((key) => this.store.posting(key))), first = keys[postings.findIndex(Boolean)];
    let entries = /** @type {number[]} */ ([]);
    keys.forEach((key, n) => {
      const posting = postings[n], known = new Set(entries.map((entry) => this.spaceOf(entry)));
      if (!posting || !first.startsWith(key) || entries.some(isOwn)) return;
      entries = [...entries, ...[...unpack(posting).entries].filter((entry) => !known.has(this.spaceOf(entry)))];
    });
    return first ? { key: first, own: entries.filter(isOwn), others: entries.filter((entry) => !isOwn(entry)) } : null;
  }

  /** Pages that the reader named by their address: the reader's own first. @param {Named | null} found @param {string} query */
  async jumps(found, query) {
    if (!found) return [];
    const entries = [...found.own, ...found.others].slice(0, MOST_JUMPS), own = found.own.length;
    const hits = await Promise.all(entries.map((entry) => this.hit({ entry, doc: this.ranking.docs[entry], score: 0 })));
    const near = own && !ONLY_SOME.test(query) ? hits.slice(0, own) : hits, ofLaw = hits.filter((hit) => isOfLaw(hit, query));
    return ofLaw.length ? ofLaw : [...titled(near, query), ...hits.slice(near.length)];
  }

  /** How much the documents weigh that rest on the law point that a key names.
   * @param {{key: string} | null} found @returns {Promise<Map<number, number>>} */
  async resting(found) {
    const posting = found && (await this.store.posting(found.key + RESTING));
    if (!posting) return new Map();
    const { entries, scores } = unpack(posting);
    return new Map([...entries].map((entry, n) => [entry, RESTS * scores[n]]));
  }

  /** How many words of a query tell something. @param {string} query */
  telling(query) {
    return this.language.words(query).filter(({ stop, joined }) => !stop && !joined).length;
  }
}
