// @ts-check
// Where on a page most of what was sought stands: a procedure is one entry, and a reader may want only a part of it.

/** @typedef {[anchor: string, heading: string, text: string]} Section the first is what stands before all headings */
/** @typedef {{terms: string[], weight: number}} Sought what a word of the query stands for, and how much it tells */

// Less than `STRONG` is only a part of a longer word. With less than `MOST` of what was sought in one section, and that
// not in the title, one is better off at the top of the page.
const STRONG = 0.5, MOST = 0.4, FEW = 2;
// Where it says what not to do: who lands there takes the exception for the rule.
const EXCEPTIONS = "nar-kan-du-fravike";
// What has a deadline says so in the hit, and at the top of the page.
const DEADLINE = " frist";

/** @param {import("./query.mjs").Understood} understood @returns {Sought[]} */
export function soughtBy({ wanted, weights }) {
  return weights.map((weight, n) => {
    const terms = wanted.filter(({ boost, group }) => boost >= STRONG && group === n).map(({ term }) => term);
    // A word that no page has is only meant by others, and they may stand anywhere.
    const isWritten = terms.some((term) => !term.startsWith("c_") && !term.endsWith("+"));
    return { weight, terms: isWritten ? terms : [] };
  });
}

/** The section that most of what was sought stands in; none when that is the title, or where the page begins.
 * @param {Section[]} sections @param {{title: string, summary?: string, answer?: string}} page @param {Sought[]} sought
 * @param {import("./language.mjs").Language} language @returns {Section | undefined} */
export function sectionOf(sections, { title, summary, answer }, sought, language) {
  const texts = [title + (answer && DEADLINE), `${summary}`, ...sections.map(([, heading, text]) => `${heading} ${text}`)];
  const read = texts.map((text) => termsOf(text, language)), shares = texts.map(() => 0);
  let whole = 0, elsewhere = false;
  for (const { terms, weight } of sought) {
    const times = read.map((found) => found.filter((term) => terms.includes(term)).length);
    const all = times.reduce((sum, one) => sum + one);
    whole += weight;
    elsewhere ||= times.some((one, n) => one > 0 && sections[n - 2]?.[0] !== EXCEPTIONS);
    if (!times[0]) times.forEach((one, n) => one && (shares[n] += (weight * one) / all));
  }
  return sections.find(([anchor], n) => n > 1 && shares[n + 2] > MOST * whole && !(elsewhere && anchor === EXCEPTIONS));
}

/** The first deadlines of a page that half of what was sought stands in, and not in its title, and what they are for; else what
 * it has in short.
 * @param {{title: string, answer: string, limits?: [what: string, within: string, by: string][]}} page @param {Sought[]} sought
 * @param {import("./language.mjs").Language} language */
export function limitOf({ title, answer, limits = [] }, sought, language) {
  const [titled, ...read] = [title, ...limits.map(([what, , by]) => `${what} ${by}`)].map((text) => termsOf(text, language));
  const isIn = (/** @type {string[]} */ found, /** @type {Sought} */ { terms }) => found.some((term) => terms.includes(term));
  const weightOf = (/** @type {Sought[]} */ some) => some.reduce((sum, { weight }) => sum + weight, 0);
  const untitled = sought.filter((one) => !isIn(titled, one));
  const shares = read.map((found) => weightOf(untitled.filter((one) => isIn(found, one)))), most = Math.max(...shares);
  if (most * 2 <= weightOf(sought) || shares.every((one) => one === most)) return answer;
  return limits.filter((_, n) => shares[n] === most).slice(0, FEW).map(([what, within]) => `${within} (${what})`).join(" · ");
}

/** @param {string} text @param {import("./language.mjs").Language} language */
function termsOf(text, language) {
  const words = language.words(text).filter((word) => !word.stop);
  return [...words.flatMap(({ stem, parts }) => [stem, ...parts]), ...language.concepts(words).flatMap(({ groups }) => groups)];
}
