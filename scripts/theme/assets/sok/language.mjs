// @ts-check
// Text to index terms: the twin of search/language.py and search/concepts.py.

import { families } from "./families.mjs";
import { tokens } from "./tokens.mjs";
import { split, stem, stemRules } from "./stem.mjs";

/** @typedef {{surface: string, stem: string, parts: string[], capitals: boolean, stop: boolean, joined: boolean}} Word */
/** @typedef {{groups: string[], capitals: boolean, ambiguous: boolean}} Form */
/** @typedef {{groups: string[], ambiguous: boolean, from: number, to: number}} Match */

const LONGEST_FORM = 6, MOST_READ = 10_000;
// How far after its verb a particle may stand: "skriver de henne ut".
const PARTICLE_WITHIN = 3;

export class Language {
  /** @param {any} data what search/base.py wrote */
  constructor(data) {
    const spec = data.spec;
    this.rules = stemRules(spec);
    this.aliases = new Map(Object.entries(spec.aliases));
    this.stop = new Set([...spec.stop, ...spec.question]);
    this.units = new Set(spec.units);
    /** Hospitals and towns that readers name, and that pages may lack: no slips. */
    this.elsewhere = new Set(spec.places);
    this.particles = new Set(spec.particles);
    this.telling = { nn: new Set(spec.nn), nb: new Set(spec.nb) };
    this.nynorsk = families(data.nynorsk);
    const parts = families(data.parts);
    this.lexicon = { words: new Set(parts.keys()), stems: new Set(parts.values()) };
    /** @type {Map<string, Form>} */
    this.forms = new Map();
    for (const row of data.forms.split("\n").filter(Boolean)) {
      const [groups, keys, how] = row.split(":");
      const named = groups.split(" ").map((group) => "c_" + group), [capitals, ambiguous] = [1, 2].map((flag) => (Number(how) & flag) > 0);
      for (const key of keys.split(",")) this.forms.set(key, { groups: named, capitals, ambiguous });
    }
    /** @type {Map<string, [string, string[]]>} words that were read before: the hits of one query have many of the next */
    this.read = new Map();
    this.starts = new Set([...this.forms.keys()].map((key) => key.split(" ")[0]));
  }

  /** The finished stem of a lower-case word. @param {string} word */
  term(word) {
    const found = stem(this.aliases.get(word) ?? word, this.rules);
    return this.nynorsk.get(found) ?? found;
  }

  /** The stem of a lower-case word and the stems of its parts. @param {string} word @returns {[string, string[]]} */
  word(word) {
    let known = this.read.get(word);
    if (!known) {
      const whole = this.term(word);
      const inner = new Set(split(word, this.lexicon, this.rules).map((part) => this.term(part)));
      inner.delete(whole);
      if (this.read.size > MOST_READ) this.read.clear();
      this.read.set(word, (known = [whole, [...inner]]));
    }
    return known;
  }

  /** The language that a text shows by its small words: "nn", "nb", or "" when it shows none. @param {string} text */
  of(text) {
    const words = this.words(text);
    const [nn, nb] = [this.telling.nn, this.telling.nb].map((set) => words.filter((word) => set.has(word.surface)).length);
    return nn > nb ? "nn" : nb > nn ? "nb" : "";
  }

  /** Whether a word is known without asking the index: a part of compounds, or where a concept starts. @param {Word} word */
  familiar(word) {
    return this.lexicon.stems.has(word.stem) || this.lexicon.words.has(word.surface) || this.starts.has(word.stem);
  }

  /** The words of a text in order. @param {string} text @returns {Word[]} */
  words(text) {
    const found = [];
    for (const token of tokens(text, this.units)) {
      for (const part of token.parts) {
        const [whole, parts] = this.word(part);
        found.push({ surface: part, stem: whole, parts, capitals: token.capitals, stop: this.stop.has(part), joined: false });
      }
      if (token.joined) {
        found.push({ surface: token.joined, stem: this.term(token.joined), parts: [], capitals: false, stop: false, joined: true });
      }
    }
    return found;
  }

  /** The stems of a verb as one word with a particle that stands after it: "skriver ut" is "utskriver".
   * @param {Word[]} words @param {Word} verb @returns {string[]} */
  particleVerbs(words, verb) {
    const at = words.indexOf(verb);
    if (at < 0 || verb.joined || this.particles.has(verb.surface)) return [];
    const after = words.slice(at + 1, at + 1 + PARTICLE_WITHIN).filter((word) => this.particles.has(word.surface));
    return after.map((particle) => this.term(particle.surface + verb.surface));
  }

  /** The concepts in a run of words, longest form first. @param {Word[]} words @param {boolean} anyCase @returns {Match[]} */
  concepts(words, anyCase = false) {
    const run = words.filter((word) => !word.stop && !word.joined);
    const found = [];
    for (let at = 0; at < run.length; ) {
      let step = 1;
      if (this.starts.has(run[at].stem)) {
        for (let length = Math.min(LONGEST_FORM, run.length - at); length > 0; length--) {
          const form = this.forms.get(run.slice(at, at + length).map((word) => word.stem).join(" "));
          if (form && (!form.capitals || run[at].capitals || anyCase)) {
            const [from, to] = [run[at], run[at + length - 1]].map((word) => words.indexOf(word));
            found.push({ groups: form.groups, ambiguous: form.ambiguous, from, to });
            step = length;
            break;
          }
        }
      }
      at += step;
    }
    return found;
  }
}
