// @ts-check
// Whether a query tells of danger to life, however it is said: who writes that needs the numbers first. Read in stems, so
// that bokmål and nynorsk, and all forms of a word, are one, and as it is written, for what no page says.

import { bare } from "./places.mjs";
import { AFTER, DANGERS, GROWN, LATER, PLANNED, YOUNG } from "./signs.mjs";

// Ways to say "ikke", also in Polish.
const NOT = /(?<= )(ikk[ej]e?|nie|nei)(?= )/g;

/** The keys of the pages that tell what to do in the dangers that a query tells of, the gravest first.
 * @param {string} text the query @param {string} meant as it was meant @param {import("./language.mjs").Language} language @returns {string[]} */
export function dangersIn(text, meant, language) {
  const stems = ` ${language.words(meant).flatMap((word) => (word.joined ? [] : [word.stem])).join(" ")} `.replace(NOT, "ikk"), written = ` ${bare(text)} `.replace(NOT, "ikk");
  if (LATER.test(stems)) return [];
  const isNow = (/** @type {RegExp} */ sign) => [stems, written].some((said) => {
    const found = sign.exec(said);
    return found && !AFTER.test(said.slice(0, found.index));
  });
  const told = (PLANNED.test(stems) ? DANGERS.slice(0, 1) : DANGERS).filter(([, unless, ...signs]) => !unless.test(`${stems} ${written} `) && signs.every(isNow));
  const age = GROWN.test(stems) ? ["voksen"] : YOUNG.test(stems) ? ["ung"] : [];
  // Whose age is not told needs the numbers, and is most likely grown.
  const first = /** @type {Record<string, string[]>} */ ({ selvmord: age.length ? age : ["fare", "voksen"], voksen: age, skade: ["fare"] });
  return [...new Set(told.flatMap(([key]) => [...(first[key] ?? []), key]))];
}
