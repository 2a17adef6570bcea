// @ts-check
// The search itself: a query to documents with the section that answers best.

import { Language } from "./language.mjs";
import { Best } from "./best.mjs";
import { Store } from "./store.mjs";
import { Scorer } from "./score.mjs";
import { understand, WEIGHTS } from "./query.mjs";
import { jumpKeys } from "./jumps.mjs";
import { unpack } from "./pieces.mjs";
import { suggestions } from "./spelling.mjs";
import { numberFor } from "./numbers.mjs";
import { namedPlace } from "./places.mjs";
import { apart, staysFirst } from "./twins.mjs";

/** @typedef {{space?: string, expired?: boolean, filters?: Record<string, string[]>}} Choice */
/** @typedef {{limit?: number, from?: number, typing?: boolean, choice?: Choice}} Options */
/** @typedef {import("./best.mjs").Found} Found */

// What holds elsewhere is of little use: one's own helsefellesskap outweighs even a page that is meant word for word.
const HOME = 1.8;
// Who names a kommune and asks for nothing that its page does not have, wants its numbers.
const PLACE = 2.5;
const LONGEST_PLACED = 200;

export class Engine {
  /** @param {any} base the manifest and the language data @param {import("./store.mjs").Load} load */
  constructor(base, load) {
    this.base = base;
    this.language = new Language(base.language);
    this.store = new Store(base, load);
    this.scorer = new Scorer(base.entries);
    this.best = new Best(base.docs.length);
    /** The document of each entry. */
    this.docs = new Uint32Array(base.entries);
    let entry = 0;
    for (let doc = 0; doc < base.docs.length; doc++) {
      for (let n = base.docs.charCodeAt(doc) - 32; n > 0; n--) this.docs[entry++] = doc;
    }
  }

  /** The best documents for a query; null when the answer is wanted no more. The first hit is given before the others when
   * they are not at hand. @param {string} query @param {Options} options @param {() => boolean} wanted @param {(answer: any) => void} early */
  async search(query, options = {}, wanted = () => true, early = () => {}) {
    const { limit = 10, from = 0, typing = false } = options;
    const text = String(query), place = namedPlace(text.slice(0, LONGEST_PLACED), this.base.places);
    const choice = this.known(place ? { ...options.choice, space: place.space } : options.choice);
    const jumping = this.jumps(text, choice);
    const understood = await understand(text, this.language, this.store, typing);
    if (!wanted()) return null;
    const { first, total } = this.rank(understood, choice, await this.allowed(choice), from + limit, place?.entry);
    const shown = first.slice(from), near = shown.every(({ entry }) => this.store.hasMeta(entry));
    const finding = shown.map((one) => this.hit(one, understood));
    const jumps = await jumping, apartIn = choice.space || from ? "" : this.language.of(text);
    if (!near && !jumps.length) {
      finding[0].then((hit) => staysFirst(hit, apartIn) && wanted() && early(this.answer(understood, [hit], jumps, total)), () => {});
    }
    const found = await Promise.all(finding);
    const answer = this.answer(understood, apart(found, apartIn, this.language), jumps, total);
    return total ? answer : { ...answer, near: await suggestions(this.store, understood.unknown), entrances: this.base.entrances };
  }

  /** @param {import("./query.mjs").Understood} understood @param {any[]} hits @param {any[]} jumps @param {number} total */
  answer(understood, hits, jumps, total) {
    const { mended, unknown, marks } = understood;
    const meanings = understood.meanings.map(({ form, groups }) => ({ form, groups: groups.map((group) => this.meaning(group)) }));
    return { hits, near: [], entrances: {}, total, jumps, mended, unknown, marks, meanings };
  }

  /** lunr's own ranking of entries for finished terms; what the test compares with lunr. @param {{term: string, boost: number}[]} terms */
  async scores(terms) {
    const postings = await this.store.postings(terms.map(({ term }) => term));
    const found = /** @type {{entry: number, score: number}[]} */ ([]);
    this.scorer.run(terms.map((one) => ({ ...one, group: 0 })), postings, (entry, score) => found.push({ entry, score }));
    return found.sort((a, b) => b.score - a.score || a.entry - b.entry);
  }

  /** @param {import("./query.mjs").Understood} understood @param {Choice} choice @param {((doc: number) => boolean) | null} allowed @param {number} most @param {number} [place] the entry of the kommune that is named */
  rank(understood, choice, allowed, most, place) {
    const share = shares(understood.weights);
    const meant = new Set(understood.phrase ? unpack(understood.phrase).entries : []);
    this.scorer.run(understood.wanted, understood.postings, (entry, score, groups) => {
      if (!choice.expired && entry >= this.base.current) return;
      const doc = this.docs[entry];
      if (allowed && !allowed(doc)) return;
      const part = share(groups), whole = meant.has(entry) ? WEIGHTS.phrase : 1, named = entry === place && part === 1 ? PLACE : 1;
      this.best.offer(doc, entry, score * part * this.nearness(entry, choice) * whole * named);
    });
    return this.best.take(most);
  }

  /** The choice, without a place that is no helsefellesskap: not every folder of the site is one. @param {Choice} choice @returns {Choice} */
  known(choice = {}) {
    return Object.hasOwn(this.base.spaces, choice.space ?? "") ? choice : { ...choice, space: undefined };
  }

  /** Documents of the reader's own helsefellesskap come before the same text of another. @param {number} entry @param {Choice} choice */
  nearness(entry, choice) {
    if (!choice.space) return 1;
    return (this.base.spaces[choice.space] || []).some(([from, to]) => entry >= from && entry < to) ? HOME : 1;
  }

  /** @param {Choice} choice @returns {Promise<((doc: number) => boolean) | null>} */
  async allowed(choice) {
    const asked = Object.entries(choice.filters || {}).filter(([, values]) => values.length);
    if (!asked.length) return null;
    const facets = await this.store.facets();
    const sets = asked.map(([name, values]) => new Set(values.flatMap((value) => facets[name]?.[value] || [])));
    return (doc) => sets.every((set) => set.has(doc));
  }

  /** @param {Found} found @param {import("./query.mjs").Understood} [understood] */
  async hit(found, understood) {
    const { numbers, ...meta } = await this.store.meta(found.entry);
    const asked = numbers && understood && numberFor(numbers, understood, this.language);
    return { ...meta, ...asked, spaceName: this.base.spaceNames[meta.space], entry: found.entry, score: found.score };
  }

  /** Pages that the reader named by their address: the reader's own first, then those in the language of the query. @param {string} query @param {Choice} choice */
  async jumps(query, choice) {
    for (const key of jumpKeys(query)) {
      const posting = await this.store.posting(key);
      if (posting) {
        const entries = [...unpack(posting).entries].sort((a, b) => this.nearness(b, choice) - this.nearness(a, choice) || a - b).slice(0, 4);
        const hits = await Promise.all(entries.map((entry) => this.hit({ entry, doc: this.docs[entry], score: 0 })));
        const near = hits.filter((hit) => this.nearness(hit.entry, choice) === this.nearness(entries[0], choice));
        return [...named(near, query), ...hits.slice(near.length)];
      }
    }
    return [];
  }

  /** @param {string} group */
  meaning(group) {
    const id = group.slice(2);
    return { id, name: this.base.language.names[id] ?? id };
  }
}

/** First those whose title has the reader's own word for an agreement: «delavtale 5» is not Fonna's «Tenesteavtale 5».
 * @template {{title: string}} T @param {T[]} hits @param {string} query @returns {T[]} */
function named(hits, query) {
  const [word] = /[\p{L}]*avtale/iu.exec(query) || [""];
  const means = (/** @type {T} */ hit) => Number(word !== "" && hit.title.toLowerCase().startsWith(word.toLowerCase()));
  return [...hits].sort((a, b) => means(b) - means(a));
}

/** How much an entry is worth that answers some of the words of a query: a number for each set of words, worked out once.
 * @param {number[]} weights @returns {(groups: number) => number} */
function shares(weights) {
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1, known = new Map();
  return (groups) => {
    let share = known.get(groups);
    if (share === undefined) known.set(groups, (share = Math.pow(covered(groups, weights) / whole, WEIGHTS.coverage)));
    return share;
  };
}

/** How much of the query an entry answers. @param {number} bits @param {number[]} weights */
function covered(bits, weights) {
  let sum = 0;
  for (let group = 0; group < weights.length; group++) if (bits & (1 << group)) sum += weights[group];
  return sum;
}
