// @ts-check
// What a strange word most likely is, by the words that the base itself holds: what that needs is fetched beside the
// pieces that tell for sure, so that a misspelt word costs no journey more than a known one.

import { distance, fold } from "./spelling.mjs";

const SHORTEST = 5, SAME = 2;

/** The nearest word of the language data. @param {import("./language.mjs").Word} word @param {import("./language.mjs").Language} language */
export function guess(word, language) {
  const written = word.surface, wanted = fold(written);
  if (wanted.length < SHORTEST) return undefined;
  const start = written.slice(0, SAME), end = written.slice(-SAME);
  let most = wanted.length >= 8 ? 2 : 1, found;
  for (const known of language.known) {
    if (Math.abs(known.length - written.length) > most || !(known.startsWith(start) || known.endsWith(end))) continue;
    const away = distance(wanted, fold(known), most);
    if (away > most || (away === most && found)) continue;
    found = known;
    most = away;
  }
  return found;
}
