// @ts-check
// The same page of two helsefellesskap, for a reader who has chosen none. A query in nynorsk most likely asks for the
// one in nynorsk, so that stands first and the other after other pages. A query that shows no language asks for either; then
// the one comes first whose title has a word as it was written: "utskrivningsklar" is not "utskrivingsklar".

/** @typedef {{address: string, title: string, space?: string, language?: string, score: number}} Hit */

const FIRST = 3, LEAST_SHARE = 0.5, RELEVANT = 0.6;

/** Hits in order, but what a twin would take of the first places goes to others that answer nearly as well.
 * @template {Hit} T
 * @param {T[]} hits
 * @param {string} query
 * @param {string | null} wanted the language that the query shows; null when the order is settled
 * @param {import("./language.mjs").Language} language
 * @returns {T[]} */
export function apart(hits, query, wanted, language) {
  const first = /** @type {T[]} */ ([]), later = /** @type {T[]} */ ([]);
  if (!wanted) return wanted === null ? hits : asWritten(hits, query, language);
  for (const hit of hits) {
    const twin = first.findIndex((one) => twins(one, hit, language));
    if (twin >= 0 && isIn(hit, wanted) && !isIn(first[twin], wanted)) later.push(...first.splice(twin, 1, hit));
    else if (twin >= 0 || first.length >= FIRST || (later.length && hit.score < later[0].score * RELEVANT)) later.push(hit);
    else first.push(hit);
  }
  return [...first, ...later];
}

/** Whether the best hit is first whatever the others are.
 * @param {Hit} best
 * @param {string} query
 * @param {string | null} wanted the language that the query shows; null when the order is settled
 * @param {import("./language.mjs").Language} language */
export function staysFirst(best, query, wanted, language) {
  return wanted ? isIn(best, wanted) : wanted === null || isSpeltSo(best, query, language);
}

/** Hits in order, but of two twins first the one whose title spells more words as the query does.
 * @template {Hit} T @param {T[]} hits @param {string} query @param {import("./language.mjs").Language} language @returns {T[]} */
function asWritten(hits, query, language) {
  const asked = new Set(language.words(query).map((word) => word.surface)), sorted = [...hits];
  const spelt = (/** @type {T} */ hit) => language.words(hit.title).filter((word) => asked.has(word.surface)).length;
  for (let n = 1; n < Math.min(sorted.length, FIRST); n++) {
    const [before, hit] = sorted.slice(n - 1);
    if (twins(before, hit, language) && spelt(hit) > spelt(before)) sorted.splice(n - 1, 2, hit, before);
  }
  return sorted;
}

/** Whether no twin of the best hit can spell the query better: its title has no word of it in another spelling.
 * @param {Hit} best @param {string} query @param {import("./language.mjs").Language} language */
function isSpeltSo({ title }, query, language) {
  const words = language.words(title), stems = new Set(words.map((word) => word.stem));
  const spelt = new Set(words.map((word) => word.surface));
  return language.words(query).every((word) => word.stop || spelt.has(word.surface) || !stems.has(word.stem));
}

/** @param {Hit} hit @param {string} wanted */
function isIn(hit, wanted) {
  return (hit.language || "nb") === wanted;
}

/** Whether two pages are the same one in two places: by their address, or by the words of their titles.
 * @param {Hit} one @param {Hit} other @param {import("./language.mjs").Language} language */
function twins(one, other, language) {
  if (!one.space || !other.space || one.space === other.space) return false;
  if (one.address.slice(one.space.length) === other.address.slice(other.space.length)) return true;
  const [ours, theirs] = [one, other].map((hit) => new Set(language.words(hit.title).flatMap((word) => (word.stop ? [] : [word.stem]))));
  const shared = [...ours].filter((stem) => theirs.has(stem)).length;
  return shared >= LEAST_SHARE * (ours.size + theirs.size - shared);
}
