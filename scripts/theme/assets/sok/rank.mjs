// @ts-check
// The order of the entries: how much of the query each has, and what else weighs.

import { Best } from "./best.mjs";
import { isWithin, unpack } from "./pieces.mjs";
import { Scorer } from "./score.mjs";
import { WEIGHTS } from "./weights.mjs";

/** @typedef {import("./query.mjs").Understood} Understood */
/** @typedef {import("./engine.mjs").Choice} Choice */
/** @typedef {{choice: Choice, allowed: ((doc: number) => boolean) | null, listed: (entry: number, groups: number) => number,
 *   resting: Map<number, number>, urgent: number[][], language: string}} Order
 * `listed` is how much an entry weighs as a list of numbers, `resting` how much entries weigh as resting on a law point, and
 * `urgent` are entries that come before all others, those for the gravest danger first; `language` is what the query shows */

// What holds in another helsefellesskap is of little use to the reader: one's own outweighs even a page that is meant word
// for word. What is said for all is outweighed less.
const ELSEWHERE = 3, FOR_ALL = 1.8;
// Who writes nynorsk and has chosen no place most likely belongs to a helsefellesskap that writes it too, and who writes
// bokmål, which more people do, a little more likely to one that does not.
const UNLIKELY = /** @type {Record<string, number>} */ ({ nn: 1.25, nb: 1.1 });
// How much the clauses weigh of a document that rests on the law point that is cited.
const ITS_CLAUSES = 2;
// Pages on how the pages are made come last, but for who asks in words that no other page has.
const LAST = 100;
// What is to be done when life is in danger comes before whatever has more of the words.
const DANGER = 10 ** 6, LESSER = 100;
// A page on death is no answer to who does not speak of it, whatever other words it shares with the query, nor to who asks
// how one is to die at home.
const DEATH = /^(av)?dø(d|$)|^mors$|^sovn/, TO_DIE_AT_HOME = /\bdøy? .*h(jemm|eim)e/, UNSPOKEN = 2;

export class Ranking {
  /** @param {any} base the manifest */
  constructor(base) {
    this.base = base;
    this.scorer = new Scorer(base.entries);
    this.best = new Best(base.docs.length);
    this.spaced = /** @type {[number, number][]} */ (Object.values(base.spaces).flat());
    /** The document of each entry. */
    this.docs = new Uint32Array(base.entries);
    let entry = 0;
    for (let doc = 0; doc < base.docs.length; doc++) {
      for (let n = base.docs.charCodeAt(doc) - 32; n > 0; n--) this.docs[entry++] = doc;
    }
  }

  /** The best entry of each document, the first of them and how many there are. What the rules of the check say is only for
   * who narrows the hits: they share words with any page. @param {Understood} understood @param {Order} order @param {number} most */
  rank(understood, { choice, allowed, listed, resting, urgent, language }, most) {
    const share = shares(understood.weights), own = choice.space ? this.base.spaces[choice.space] : null;
    const likely = own || !language ? null : this.writing(language);
    const meaning = this.meant(understood, resting), unspoken = isOfDeath(understood) ? [] : this.base.dangers.dod ?? [];
    const behind = /** @type {(import("./best.mjs").Found & {part: number})[]} */ ([]);
    let answered = 0;
    this.scorer.run(understood.wanted, understood.postings, (entry, plain, groups) => {
      if (!choice.expired && entry >= this.base.current) return;
      const doc = this.docs[entry];
      if (allowed ? !allowed(doc) : isWithin(entry, this.base.rules)) return;
      const part = share(groups), word = meaning(entry, doc);
      const score = (plain * (listed(entry, groups) || part)) / (unspoken.includes(entry) ? UNSPOKEN : 1);
      if (word === 1 && isWithin(entry, this.base.behind)) return behind.push({ doc, entry, score, part });
      answered = Math.max(answered, part);
      const unlikely = likely && isWithin(entry, this.spaced) && !isWithin(entry, likely) ? UNLIKELY[language] : 1;
      this.best.offer(doc, entry, score * (own && !isWithin(entry, own) ? this.worthElsewhere(entry, word) : word / unlikely));
    });
    for (const { doc, entry, score, part } of behind) this.best.offer(doc, entry, part > answered ? score : score / LAST);
    urgent.forEach((entries, n) => {
      for (const entry of entries) {
        const doc = this.docs[entry];
        if ((!own || isWithin(entry, own)) && (!allowed || allowed(doc))) this.best.lift(doc, entry, DANGER / LESSER ** n);
      }
    });
    return this.best.take(most);
  }

  /** The entries of the helsefellesskap that write a language. @param {string} language @returns {[number, number][]} */
  writing(language) {
    const spaces = Object.keys(this.base.spaces).filter((space) => this.base.nynorsk.includes(space) === (language === "nn"));
    return spaces.flatMap((space) => this.base.spaces[space]);
  }

  /** How much an entry weighs as what the query means: by its title or a phrase, or by the law point that it rests on.
   * @param {Understood} understood @param {Map<number, number>} resting @returns {(entry: number, doc: number) => number} */
  meant({ phrase, title }, resting) {
    const meant = new Map(resting), docs = new Set([...resting.keys()].map((entry) => this.docs[entry]));
    for (const [posting, weight] of /** @type {const} */ ([[phrase, WEIGHTS.phrase], [title, WEIGHTS.title]])) {
      for (const entry of posting ? unpack(posting).entries : []) meant.set(entry, Math.max(weight, meant.get(entry) ?? 0));
    }
    return (entry, doc) => meant.get(entry) ?? (docs.has(doc) ? ITS_CLAUSES : 1);
  }

  /** How much a page that is not of the reader's own helsefellesskap is worth, which has as much of the query as `word` says.
   * @param {number} entry @param {number} word */
  worthElsewhere(entry, word) {
    return isWithin(entry, this.spaced) ? Math.min(word, WEIGHTS.phrase) / ELSEWHERE : word / FOR_ALL;
  }
}

/** Whether a query speaks of a death, and not of how one is to die at home. @param {Understood} understood */
function isOfDeath({ wanted, asked }) {
  return !TO_DIE_AT_HOME.test(asked.join(" ")) && wanted.some(({ term }) => DEATH.test(term));
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
