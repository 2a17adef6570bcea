// @ts-check
// The pieces that have been fetched; each is fetched once.

import { fronted, pieceOf, spellings, terms } from "./pieces.mjs";

/** @typedef {(name: string) => Promise<Uint8Array>} Load */

export class Store {
  /** @param {any} base the manifest @param {Load} load fetches a file beside it */
  constructor(base, load) {
    this.base = base;
    this.load = load;
    const { t, o, b } = base.pieces;
    /** What separates the pieces. */
    this.firsts = { t: fronted(t), o: fronted(o), b: fronted(b) };
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    /** @type {Set<string>} */
    this.arrived = new Set();
  }

  /** @template T @param {string} name @param {(data: Uint8Array) => T} read @returns {Promise<T>} */
  file(name, read) {
    let found = this.kept.get(name);
    if (!found) {
      found = this.load(name).then((data) => {
        this.arrived.add(name);
        return read(data);
      });
      found.catch(() => this.kept.delete(name));
      this.kept.set(name, found);
    }
    return found;
  }

  /** @param {string} term @returns {Promise<import("./pieces.mjs").Posting | undefined>} */
  async posting(term) {
    if (!this.firsts.t.length) return undefined;
    const number = pieceOf(this.firsts.t, term);
    return (await this.file(`t${number}.bin`, terms)).get(term);
  }

  /** @param {string[]} wanted @returns {Promise<Map<string, import("./pieces.mjs").Posting>>} */
  async postings(wanted) {
    const names = [...new Set(wanted)];
    const found = await Promise.all(names.map((term) => this.posting(term)));
    const known = new Map();
    names.forEach((term, i) => found[i] && known.set(term, found[i]));
    return known;
  }

  /** Words whose key starts with `prefix`, from at most `most` pieces.
   * @param {"o" | "b"} kind @param {string} prefix @param {number} most */
  async spellings(kind, prefix, most = 3) {
    const firsts = this.firsts[kind];
    if (!firsts.length) return [];
    const from = pieceOf(firsts, prefix), to = Math.min(pieceOf(firsts, prefix + "\uffff"), from + most - 1);
    const lists = [];
    for (let n = from; n <= to; n++) lists.push(this.file(`${kind}${n}.bin`, spellings));
    return (await Promise.all(lists)).flat().filter((word) => word.key.startsWith(prefix));
  }

  /** @param {number} entry whose metadata may have come already */
  hasMeta(entry) {
    return this.arrived.has(this.metaName(entry));
  }

  /** @param {number} entry */
  metaName(entry) {
    return `m${Math.floor(entry / this.base.perMeta)}.json`;
  }

  /** @param {number} entry @returns {Promise<any>} the metadata of an entry */
  async meta(entry) {
    const own = (await this.file(this.metaName(entry), json))[entry % this.base.perMeta];
    return { anchor: "", heading: "", path: "", lead: "", answer: "", ...own };
  }

  /** @param {number} entry @returns {Promise<string | import("./sections.mjs").Section[]>} the text of an entry, or its sections */
  async text(entry) {
    const per = this.base.perText;
    return (await this.file(`x${Math.floor(entry / per)}.json`, json))[entry % per];
  }

  /** @returns {Promise<any>} what tells of danger */
  dangers() {
    return this.file("farer.json", json);
  }

  /** @returns {Promise<any>} what each document can be filtered by */
  facets() {
    return this.file("f.json", json);
  }
}

/** @param {Uint8Array} data */
function json(data) {
  return JSON.parse(new TextDecoder().decode(data));
}
