// @ts-check
// When nothing is found: other words, the entrances by role and situation, and how to have a word added.

import { pageAddress } from "./hits.mjs";
import { make } from "./marks.mjs";
import { say } from "./words.mjs";

/** @param {any} found @param {string} root @param {(words: string) => void} ask
 * @param {string | undefined} own the reader's own helsefellesskap @returns {HTMLElement} */
export function noHits(found, root, ask, own) {
  const item = make("li", "sok-ingen");
  item.append(make("p", "", say("fewer")));
  if (found.near.length) item.append(make("h2", "", say("tryThis")), buttons(found.near, ask));
  for (const [key, links] of [["byRole", found.entrances.rolle], ["bySituation", found.entrances.fase]]) {
    if (links?.length) item.append(make("h2", "", say(key)), list(links, root));
  }
  const { sekretariat = [], forslag = [] } = found.entrances;
  const mine = sekretariat.filter((/** @type {[string, string, string]} */ [, , space]) => space === own);
  item.append(make("h2", "", say("otherways")), list([
    ["akutt", say("acute")],
    ["a-aa", say("alphabet")],
    ...(mine.length ? mine : sekretariat).map((/** @type {[string, string, string]} */ [path, name]) => [path, say("owner", { w: name })]),
    ...forslag.map((/** @type {string} */ path) => [path, say("suggest")]),
  ], root));
  return item;
}

/** @param {string[]} words @param {(words: string) => void} ask */
function buttons(words, ask) {
  const place = make("p", "sok-forslag");
  for (const word of words) {
    const button = /** @type {HTMLButtonElement} */ (make("button", "sok-ord", word));
    button.type = "button";
    button.addEventListener("click", () => ask(word));
    place.append(button);
  }
  return place;
}

/** @param {[string, string][]} links @param {string} root */
function list(links, root) {
  const place = make("ul", "sok-innganger");
  for (const [path, text] of links) {
    const item = make("li"), link = /** @type {HTMLAnchorElement} */ (make("a", "", text));
    const [page, anchor] = path.split("#");
    link.href = pageAddress(page, root, anchor);
    item.append(link);
    place.append(item);
  }
  return place;
}
