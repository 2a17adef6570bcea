// @ts-check
// What the ordliste says of the one thing that a query names: first for who asks what it is, third for who types only an
// abbreviation or a role, and may not know it.

import { unpack } from "./pieces.mjs";

/** @typedef {import("./best.mjs").Found} Found */

// Stands after a concept, in the key of what explains it: `EXPLAINED` in Python.
const EXPLAINED = "?", LONGEST_NAME = 6, THIRD = 2;
const VERB = "er|betyr|tyder|menes med|meinast med|står", ARTICLE = "en |et |ein |eit |ei ";
const ASKS_WHAT = RegExp(`^\\s*(?:hva|kva)\\s+(?:${VERB})\\s+(?:${ARTICLE})?|\\s+for\\s*\\??$|\\s*betyr\\s*\\??$`, "giu");

/** The entry and its place; nothing for what may mean several things.
 * @param {string} text @param {import("./language.mjs").Language} language @param {import("./store.mjs").Store} store
 * @returns {Promise<{entry: number, place: number} | null>} */
export async function explained(text, language, store) {
  const rest = text.replace(ASKS_WHAT, ""), asks = rest !== text;
  const stems = language.words(rest).filter((word) => !word.stop && !word.joined).map((word) => word.stem);
  if (!stems.length || stems.length > LONGEST_NAME) return null;
  const posting = await store.posting(stems.join(" ") + EXPLAINED);
  if (posting?.count !== 1) return null;
  const { entries: [entry], scores: [times] } = unpack(posting);
  return asks || times > 1 ? { entry, place: asks ? 0 : THIRD } : null;
}

/** The hits with what explains the query in its place, or above it already.
 * @param {Found[]} hits @param {{entry: number, doc: number, place: number} | null} found @param {number} most @returns {Found[]} */
export function withExplained(hits, found, most) {
  if (!found) return hits;
  const at = hits.findIndex(({ doc }) => doc === found.doc), place = Math.min(found.place, at < 0 ? hits.length : at);
  const others = hits.filter(({ doc }) => doc !== found.doc);
  const explaining = { entry: found.entry, doc: found.doc, score: others[place]?.score ?? 0 };
  return [...others.slice(0, place), explaining, ...others.slice(place)].slice(0, most);
}
