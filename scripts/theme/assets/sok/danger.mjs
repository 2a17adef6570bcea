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

/** The signs as patterns. @param {Written} written */
function patterns({ words, each, never, feared, ages }) {
  const signs = new Signs(words);
  return {
    never: signs.said(never),
    feared: signs.said(feared),
    ages: Object.entries(ages).map(([age, ways]) => ({ age, ways: signs.said(ways) })),
    each: each.map(([leadsTo, unless, ...parts]) => ({
      leadsTo,
      unless: unless && signs.said(unless),
      parts: parts.map((ways) => signs.said(ways, NOT_AFTER)),
    })),
  };
}

export class Dangers {
  /** @param {string} gate words of which every sign needs one @param {() => Promise<Written>} load
   * @param {import("./language.mjs").Language} language */
  constructor(gate, load, language) {
    this.gate = new Signs({}).said(gate);
    this.load = load;
    this.language = language;
  }

  /** Fetches what a query may need while its words are. @param {string} query */
  soon(query) {
    return this.signs([this.stems(query)]);
  }

  /** The signs, which are fetched only for who writes a word that one of them needs.
   * @param {string[]} readings @returns {Promise<ReturnType<typeof patterns> | null>} */
  async signs(readings) {
    if (!readings.some((stems) => this.gate.test(stems))) return null;
    return (this.known ??= patterns(await this.load()));
  }

  /** The keys of the pages that tell what to do in the dangers that a query tells of, the gravest first.
   * @param {string} query @param {string} meant the query as it was meant @returns {Promise<string[]>} */
  async in(query, meant) {
    const readings = [...new Set([meant, query].map((text) => this.stems(text)))], signs = await this.signs(readings);
    const tells = (/** @type {RegExp} */ ways) => readings.some((stems) => ways.test(stems));
    if (!signs || tells(signs.never)) return [];
    const now = tells(signs.feared) ? signs.each.filter(({ leadsTo }) => leadsTo === "selvmord") : signs.each;
    const told = now.filter(({ unless, parts }) => !(unless && tells(unless)) && parts.every(tells)).map(({ leadsTo }) => leadsTo);
    const age = signs.ages.find(({ ways }) => tells(ways))?.age;
    return [...new Set(told.flatMap((leadsTo) => [...before(leadsTo, age), leadsTo]))];
  }

  /** The stems of a text, each with a space before and after. @param {string} text */
  stems(text) {
    const { aliases, rules } = this.language, words = this.language.words(text).filter((word) => !word.joined);
    return ` ${words.map(({ surface }) => stem(aliases.get(surface) ?? surface, rules)).join(" ")} `.replace(NOT, "ikk");
  }
}

/** The keys of the pages that come before those of a danger: those for who is as old. Whose age is not told needs the
 * numbers, and is most likely grown. @param {string} leadsTo @param {string} [age] */
function before(leadsTo, age) {
  if (leadsTo === "selvmord") return age ? [age] : ["fare", "voksen"];
  if (leadsTo === "voksen") return age ? [age] : [];
  return leadsTo === "skade" ? ["fare"] : [];
}
