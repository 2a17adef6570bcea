// @ts-check
// Reading what search/pieces.py wrote.

const UTF8 = new TextDecoder();

/** A place in bytes, moving forward. */
class Reader {
  /** @param {Uint8Array} data */
  constructor(data) {
    this.data = data;
    this.at = 0;
  }
  number() {
    let value = 0, factor = 1, byte;
    do {
      byte = this.data[this.at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  }
  /** @param {number} length */
  bytes(length) {
    return this.data.subarray(this.at, (this.at += length));
  }
}

/** @param {Reader} reader @param {Uint8Array} last @returns {Uint8Array} */
function key(reader, last) {
  const shared = reader.number(), more = reader.number();
  const own = new Uint8Array(shared + more);
  own.set(last.subarray(0, shared));
  own.set(reader.bytes(more), shared);
  return own;
}

/** @typedef {{count: number, data: Uint8Array, entries?: Uint32Array, scores?: Uint32Array}} Posting */

/** The terms of a piece with their postings still packed. @param {Uint8Array} data @returns {Map<string, Posting>} */
export function terms(data) {
  const found = new Map(), reader = new Reader(data);
  let last = new Uint8Array(0);
  while (reader.at < data.length) {
    last = key(reader, last);
    const count = reader.number();
    found.set(UTF8.decode(last), { count, data: reader.bytes(reader.number()) });
  }
  return found;
}

/** Unpack a posting once. @param {Posting} posting @returns {{entries: Uint32Array, scores: Uint32Array}} */
export function unpack(posting) {
  if (!posting.entries || !posting.scores) {
    const reader = new Reader(posting.data);
    const entries = new Uint32Array(posting.count), scores = new Uint32Array(posting.count);
    for (let i = 0, last = 0; i < posting.count; i++) entries[i] = last += reader.number();
    const low = reader.bytes(posting.count);
    for (let i = 0; i < posting.count; i++) scores[i] = reader.number() * 256 + low[i];
    posting.entries = entries;
    posting.scores = scores;
  }
  return { entries: posting.entries, scores: posting.scores };
}

/** Whether an entry is one of those that stand together.
 * @param {number} entry @param {[number, number][]} runs from the first to the one after the last */
export function isWithin(entry, runs) {
  return runs.some(([from, to]) => entry >= from && entry < to);
}

/** @typedef {{key: string, term: string, shown: string, count: number, ways?: {folded: string[], heard: string[]}}} Spelling
 *   `ways` are kept by spelling.mjs */

/** The words of a spelling piece. @param {Uint8Array} data @returns {Spelling[]} */
export function spellings(data) {
  const found = [], reader = new Reader(data);
  let last = new Uint8Array(0);
  while (reader.at < data.length) {
    last = key(reader, last);
    const sorted = UTF8.decode(last);
    const term = UTF8.decode(reader.bytes(reader.number())) || sorted;
    const shown = UTF8.decode(reader.bytes(reader.number())) || term;
    found.push({ key: sorted, term, shown, count: reader.number() });
  }
  return found;
}

const NONE = 75;

/** Sorted words, as `front` of search/base.py wrote them: a letter from K on says how many letters a word has of the one before.
 * @param {string} text */
export function fronted(text) {
  let last = "";
  return (text.match(/[K-Z][^K-Z]*/g) ?? []).map((part) => (last = last.slice(0, part.charCodeAt(0) - NONE) + part.slice(1)));
}

/** The number of the piece that holds a key. @param {string[]} separators @param {string} wanted */
export function pieceOf(separators, wanted) {
  let low = 0, high = separators.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (separators[middle] <= wanted) low = middle;
    else high = middle;
  }
  return low;
}
