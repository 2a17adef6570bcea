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
    this.touched = new Uint32Array(entries);
    this.count = 0;
  }

  /** Gives each entry with lunr's score and the groups of the query that it answers (a bit each).
   * @param {Wanted[]} wanted @param {Map<string, Posting>} postings @param {(entry: number, score: number, groups: number) => void} give */
  run(wanted, postings, give) {
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
    for (let n = 0; n < this.count; n++) {
      const entry = this.touched[n];
      give(entry, this.scores[entry] / length, this.groups[entry]);
      this.scores[entry] = this.groups[entry] = 0;
    }
    this.count = 0;
  }

  /** @param {Posting} posting @param {number} boost @param {number} group */
  add(posting, boost, group) {
    const { entries, scores } = unpack(posting);
    for (let i = 0; i < entries.length; i++) {
      const entry = entries[i];
      if (this.groups[entry] === 0) this.touched[this.count++] = entry;
      this.scores[entry] += boost * scores[i];
      this.groups[entry] |= group;
    }
  }
}
