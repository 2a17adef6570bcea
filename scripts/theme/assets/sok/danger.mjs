// @ts-check
// Whether a query tells of danger to life, however it is said: who writes that needs the numbers first. What tells of it is
// in `data/farer.yml`; it is read in stems, so that all forms of a word are one.

import { Signs } from "./signs.mjs";
import { stem } from "./stem.mjs";

/** @typedef {{words: Record<string, string>, each: [leadsTo: string, unless: string, ...parts: string[]][], never: string,
 *   feared: string, ages: Record<string, string>}} Written what search/dangers.py wrote */

// Ways to say "ikke", also in Polish.
const NOT = /(?<= )(ikk[ej]e?|nie|nei)(?= )/g;
// What comes after something is no danger now.
const NOT_AFTER = "(?<! ett(er)?( e\\S+)?)";

export class Dangers {
  /** @param {Written} written @param {import("./language.mjs").Language} language */
  constructor({ words, each, never, feared, ages }, language) {
    const signs = (this.signs = new Signs(words));
    this.language = language;
    this.never = signs.said(never);
    this.feared = signs.said(feared);
    this.ages = Object.entries(ages).map(([age, ways]) => ({ age, ways: signs.said(ways) }));
    this.each = each.map(([leadsTo, unless, ...parts]) => ({
      leadsTo,
      unless: unless && signs.said(unless),
      parts: parts.map((ways) => signs.said(ways, NOT_AFTER)),
    }));
  }

  /** The keys of the pages that tell what to do in the dangers that a query tells of, the gravest first.
   * @param {string} query @param {string} meant the query as it was meant @returns {string[]} */
  in(query, meant) {
    const readings = [...new Set([meant, query].map((text) => this.stems(text)))];
    const tells = (/** @type {RegExp} */ ways) => readings.some((stems) => ways.test(stems));
    if (tells(this.never)) return [];
    const now = tells(this.feared) ? this.each.filter(({ leadsTo }) => leadsTo === "selvmord") : this.each;
    const told = now.filter(({ unless, parts }) => !(unless && tells(unless)) && parts.every(tells)).map(({ leadsTo }) => leadsTo);
    return [...new Set(told.flatMap((leadsTo) => [...this.before(leadsTo, tells), leadsTo]))];
  }

  /** The keys of the pages that come before those of a danger: those for who is as old. Whose age is not told needs the
   * numbers, and is most likely grown. @param {string} leadsTo @param {(ways: RegExp) => boolean} tells @returns {string[]} */
  before(leadsTo, tells) {
    const age = this.ages.find(({ ways }) => tells(ways))?.age;
    if (leadsTo === "selvmord") return age ? [age] : ["fare", "voksen"];
    if (leadsTo === "voksen") return age ? [age] : [];
    return leadsTo === "skade" ? ["fare"] : [];
  }

  /** The stems of a text, each with a space before and after. @param {string} text */
  stems(text) {
    const { aliases, rules } = this.language, words = this.language.words(text).filter((word) => !word.joined);
    return ` ${words.map(({ surface }) => stem(aliases.get(surface) ?? surface, rules)).join(" ")} `.replace(NOT, "ikk");
  }
}
