// @ts-check
// The best entry of each document, and the documents in order.

/** @typedef {{entry: number, doc: number, score: number}} Found */

// A document that is worth less of the best one has only a little of the query, as any has: it is no answer, unless there
// are as few.
const ANSWERS = 0.25, FEW = 10;

export class Best {
  /** @param {number} docs */
  constructor(docs) {
    this.scores = new Float64Array(docs);
    /** One more than the best entry of each document, 0 for none. */
    this.entries = new Uint32Array(docs);
    this.seen = new Uint32Array(docs);
    this.count = 0;
    /** The best score but those that were lifted. */
    this.top = 0;
  }

  /** @param {number} doc @param {number} entry @param {number} score */
  offer(doc, entry, score) {
    if (score > this.top) this.top = score;
    if (!this.entries[doc]) this.seen[this.count++] = doc;
    else if (score <= this.scores[doc]) return;
    this.entries[doc] = entry + 1;
    this.scores[doc] = score;
  }

  /** Lifts a document above all others, with the entry that is the answer. @param {number} doc @param {number} entry @param {number} by */
  lift(doc, entry, by) {
    const { top } = this;
    this.offer(doc, entry, by + (this.entries[doc] ? this.scores[doc] : 0));
    this.top = top;
  }

  /** The first of the documents, best first, and how many answer; then all are forgotten.
   * @param {number} most @returns {{first: Found[], total: number}} */
  take(most) {
    const first = /** @type {Found[]} */ ([]);
    const answers = this.seen.subarray(0, this.count).filter((doc) => this.scores[doc] >= this.top * ANSWERS).length;
    const total = Math.max(answers, Math.min(this.count, FEW));
    most = Math.min(most, total);
    for (let n = 0; n < this.count; n++) {
      const doc = this.seen[n], entry = this.entries[doc] - 1, score = this.scores[doc];
      this.entries[doc] = 0;
      if (first.length === most && !comesBefore(score, entry, first[most - 1])) continue;
      let at = first.length;
      while (at && comesBefore(score, entry, first[at - 1])) at--;
      first.splice(at, 0, { entry, doc, score });
      if (first.length > most) first.pop();
    }
    this.count = this.top = 0;
    return { first, total };
  }
}

/** Of equal ones the one that stands first in the index. @param {number} score @param {number} entry @param {Found} other */
function comesBefore(score, entry, other) {
  return score > other.score || (score === other.score && entry < other.entry);
}
