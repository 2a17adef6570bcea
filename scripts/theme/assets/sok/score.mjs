// @ts-check
// lunr's score without lunr: the sum of boost times stored score, over the length of the query.

import { unpack } from "./pieces.mjs";

/** @typedef {import("./pieces.mjs").Posting} Posting */
/** @typedef {{term: string, boost: number, group: number}} Wanted */

export class Scorer {
  /** @param {number} entries */
  constructor(entries) {
    this.scores = new Float64Array(entries);
    this.groups = new Uint32Array(entries);
    /** @type {number[]} */
    this.touched = [];
  }

  /** Entries with lunr's score and the groups of the query that they answer (a bit each).
   * @param {Wanted[]} wanted @param {Map<string, Posting>} postings @returns {{entry: number, score: number, groups: number}[]} */
  run(wanted, postings) {
    const boosts = new Map(), groups = new Map();
    for (const { term, boost, group } of wanted) {
      if (!postings.has(term)) continue;
      boosts.set(term, (boosts.get(term) || 0) + boost);
      groups.set(term, (groups.get(term) || 0) | (1 << group));
    }
    let squares = 0;
    for (const boost of boosts.values()) squares += boost * boost;
    const length = Math.sqrt(squares) * 1000;
    for (const [term, boost] of boosts) {
      this.add(/** @type {Posting} */ (postings.get(term)), boost, groups.get(term));
    }
    const found = this.touched.map((entry) => ({ entry, score: this.scores[entry] / length, groups: this.groups[entry] }));
    for (const entry of this.touched) this.scores[entry] = this.groups[entry] = 0;
    this.touched = [];
    return found;
  }

  /** @param {Posting} posting @param {number} boost @param {number} group */
  add(posting, boost, group) {
    const { entries, scores } = unpack(posting);
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (this.groups[entry] === 0) this.touched.push(entry);
      this.scores[entry] += boost * scores[i];
      this.groups[entry] |= group;
    }
  }
}
