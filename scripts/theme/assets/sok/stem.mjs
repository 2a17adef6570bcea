// @ts-check
// The stemmer and the compound splitter: twins of search/stem.py and search/compounds.py.

import { families } from "./families.mjs";

/** @typedef {[string, string, number]} Ending ending, replacement, shortest stem */
/** @typedef {Map<string, Ending[]>} Endings by their last letter */
/** @typedef {{exceptions: Map<string, string>, rewrite: [string, string][], rewritable: RegExp, irregular: Endings, inflections:
 *   Endings, derivations: Endings}} Rules */
/** @typedef {{words: Set<string>, stems: Set<string>}} Parts */

const SHORTEST_COMPOUND = 8, LONGEST_COMPOUND = 40, SHORTEST_PART = 3;
const PART = 100, LINK = 12, SHORT = 60;

/** The rules of a specification. @param {any} spec @returns {Rules} */
export function stemRules(spec) {
  return {
    exceptions: families(spec.exceptions),
    rewrite: spec.rewrite,
    rewritable: new RegExp(spec.rewrite.map((/** @type {string[]} */ [ours]) => ours).join("|")),
    irregular: byLastLetter(spec.irregular),
    inflections: byLastLetter(spec.inflections),
    derivations: byLastLetter(spec.derivations),
  };
}

/** @param {Ending[]} rows @returns {Endings} */
function byLastLetter(rows) {
  const found = new Map();
  for (const row of rows) {
    const letter = row[0][row[0].length - 1];
    if (!found.has(letter)) found.set(letter, []);
    found.get(letter).push(row);
  }
  return found;
}

/** @param {string} word @param {Rules} rules @returns {string} */
export function stem(word, rules) {
  const exact = rules.exceptions.get(word);
  if (exact !== undefined) return exact;
  if (word.length < 4 || /[0-9]/.test(word)) return word;
  word = respelt(word, rules);
  const known = rules.exceptions.get(word);
  if (known !== undefined) return known;
  const whole = change(word, rules.irregular);
  if (whole !== null) return derive(whole, rules);
  const genitive = word.length > 4 && word.endsWith("s") && !"siuyo".includes(word[word.length - 2]);
  const bare = genitive ? word.slice(0, -1) : word;
  const again = rules.exceptions.get(bare);
  if (again !== undefined) return again;
  const changed = change(bare, rules.irregular);
  return derive(changed !== null ? changed : change(bare, rules.inflections) ?? bare, rules);
}

/** A word with the spellings of nynorsk as bokmål has them. @param {string} word @param {Rules} rules */
function respelt(word, rules) {
  if (rules.rewritable.test(word)) for (const [ours, theirs] of rules.rewrite) word = word.replaceAll(ours, theirs);
  return word;
}

/** A word without its ending, whatever stem it has. @param {string} word @param {Rules} rules */
export function uninflected(word, rules) {
  return change(word, rules.inflections) ?? word;
}

/** @param {string} word @param {Rules} rules */
function derive(word, rules) {
  return change(word, rules.derivations) ?? word;
}

const NO_ENDINGS = /** @type {Ending[]} */ ([]);

/** @param {string} word @param {Endings} endings @returns {string | null} */
function change(word, endings) {
  for (const [ending, replacement, shortest] of endings.get(word[word.length - 1]) ?? NO_ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= shortest) {
      return word.slice(0, word.length - ending.length) + replacement;
    }
  }
  return null;
}

/** The parts of a compound, fewest first; [] when it is none. A word that has none as nynorsk spells it may have some as
 * bokmål does. @param {string} word @param {Parts} lexicon @param {Rules} rules @returns {string[]} */
export function split(word, lexicon, rules) {
  if (rules.exceptions.has(word)) return [];
  const found = parts(word, lexicon, rules), theirs = found.length ? word : respelt(word, rules);
  return theirs === word || lexicon.stems.has(stem(theirs, rules)) ? found : parts(theirs, lexicon, rules);
}

/** @param {string} word @param {Parts} lexicon @param {Rules} rules @returns {string[]} */
function parts(word, lexicon, rules) {
  const length = word.length;
  if (length < SHORTEST_COMPOUND || length > LONGEST_COMPOUND || !/^\p{L}+$/u.test(word)) return [];
  /** @type {({cost: number, parts: string[]} | null)[]} */
  const best = new Array(length).fill(null);
  best[0] = { cost: 0, parts: [] };
  let answer = null;
  for (let start = 0; start <= length - SHORTEST_PART; start++) {
    const here = best[start];
    if (!here) continue;
    const tail = word.slice(start);
    if (start && lexicon.stems.has(stem(tail, rules))) {
      const cost = here.cost + PART + (tail.length === SHORTEST_PART ? SHORT : 0);
      if (!answer || cost < answer.cost) answer = { cost, parts: [...here.parts, tail] };
    }
    for (let end = start + SHORTEST_PART; end <= length - SHORTEST_PART; end++) {
      reach(best, word, start, end, here, lexicon);
    }
  }
  return answer ? answer.parts : [];
}

/** @param {({cost: number, parts: string[]} | null)[]} best @param {string} word @param {number} start @param {number} end
 * @param {{cost: number, parts: string[]}} here @param {Parts} lexicon */
function reach(best, word, start, end, here, lexicon) {
  const part = word.slice(start, end);
  if (!lexicon.words.has(part)) return;
  const cost = here.cost + PART + (end - start === SHORTEST_PART ? SHORT : 0);
  for (const link of [0, 1]) {
    const to = end + link;
    if (link && !"se".includes(word[end])) return;
    const found = best[to], total = cost + link * LINK;
    if (!found || total < found.cost) best[to] = { cost: total, parts: [...here.parts, part] };
  }
}
