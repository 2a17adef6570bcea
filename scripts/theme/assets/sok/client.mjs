// @ts-check
// Talking to the worker: one promise for each question.

/** @typedef {{root: string, folder: string, ready: Promise<void>, worker: Worker | null, stale: boolean, down: boolean,
 *   heard: boolean, engine?: any}} Site */

export class Client {
  /** @param {Site} site */
  constructor(site) {
    this.site = site;
    site.heard = true;
    this.next = 1;
    /** @type {Map<number, {resolve: (value: any) => void, reject: (reason: Error) => void, early?: (answer: any) => void}>} */
    this.waiting = new Map();
    site.worker?.addEventListener("message", ({ data }) => this.settle(data));
    site.worker?.addEventListener("error", () => this.fail(new Error("worker")));
  }

  /** @param {any} data */
  settle(data) {
    const waiting = this.waiting.get(data.id);
    if (!waiting) return;
    if (data.early) return waiting.early?.(data.early);
    this.waiting.delete(data.id);
    if (data.failed) waiting.reject(new Error(data.failed));
    else waiting.resolve(data.answer);
  }

  /** @param {Error} error */
  fail(error) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  /** null when a newer question took its place.
   * @param {Record<string, unknown>} question @param {(answer: any) => void} [early] @returns {Promise<any>} */
  async ask(question, early) {
    await this.site.ready;
    const { worker, engine } = this.site;
    if (this.site.down) throw new Error("worker");
    if (!worker) return engine(question);
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, early });
      worker.postMessage({ ...question, id });
    });
  }

  /** `early` is given the first hit when the others take longer.
   * @param {string} query @param {Record<string, unknown>} options @param {(answer: any) => void} [early] */
  search(query, options, early) {
    return this.ask({ kind: "search", query, options }, early);
  }
}
