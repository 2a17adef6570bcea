// @ts-check
// One hit, as the panel and the page show it.

import { excerpt, make, marked } from "./marks.mjs";
import { namesPerson } from "./person.mjs";
import { say } from "./words.mjs";

/** @typedef {{address: string, anchor: string, title: string, heading: string, path: string, lead: string, summary?: string,
 *   label?: string, world?: string, spaceName?: string, answer?: string, number?: string, contact?: string, kommune?: string,
 *   expired?: boolean, until?: string, language?: string, entry: number}} Hit */

// How many letters of the text stand in a hit: of a section about as many as of the summary in whose place they come.
const CLAUSE = 180, SECTION = 140;
const ASKS_FOR_PHONE = /tlf|telefon|ring|nummer|kontakt|vakt/i;

/** The address of a page, also where no server turns a folder into its page.
 * @param {string} path @param {string} root @param {string} anchor */
export function pageAddress(path, root, anchor = "") {
  const page = new URL(path ? `${path}/` : "", root);
  if (page.protocol === "file:") page.pathname += "index.html";
  page.hash = anchor;
  return page.href;
}

/** A page with numbers is opened for the kommune that the reader named. @param {Hit} hit @param {string} root */
export function address(hit, root) {
  return pageAddress(hit.address, root, hit.anchor || (hit.kommune ? `kommune=${hit.kommune}` : ""));
}

/** Whether the reader must be told that the hit does not hold. @param {Hit} hit */
function isExpired(hit) {
  return Boolean(hit.expired || (hit.until && hit.until < new Date().toISOString().slice(0, 10)));
}

/** The inside of a hit. @param {Hit} hit @param {string[]} words @param {string} query */
export function content(hit, words, query) {
  const inside = document.createDocumentFragment();
  const title = make("span", "sok-tittel");
  title.append(marked(hit.title, words));
  if (hit.heading) {
    const section = make("span", "sok-punkt");
    section.append(marked(hit.heading, words));
    title.append(make("span", "sok-skille", " › "), section);
  }
  const facts = make("span", "sok-fakta");
  const tell = (/** @type {string} */ what, /** @type {string} */ text) => facts.append(make("span", what, text), " ");
  tell(`sok-type sok-${hit.world || "annet"}`, hit.label || "");
  if (hit.spaceName) tell("sok-sted", hit.spaceName);
  if (isExpired(hit)) tell("sok-utgatt", say("expired"));
  if (hit.answer) tell("sok-frist", `${say("deadline")}: ${hit.answer}`);
  if (hit.number) tell("sok-telefon", unbroken(hit.number));
  else if (hit.contact && ASKS_FOR_PHONE.test(query)) tell("sok-telefon", say("phone"));
  const text = make("span", "sok-tekst");
  text.append(marked(hit.heading ? hit.lead : hit.summary || hit.lead || "", words));
  inside.append(title, facts, text);
  return inside;
}

/** Whether only its text tells what a hit on it is to show, and where on the page it is to lead. @param {Hit} hit */
export function hasSections({ world, heading, anchor, kommune }) {
  return world === "pasientnaer" && !heading && !anchor && !kommune;
}

/** Shows in a hit what of its text has the words, and gives the address of that; the hit stays as it is when nothing has.
 * @param {import("./client.mjs").Client} client @param {Hit} hit @param {any} found @param {HTMLElement} inside
 * @param {(href: string) => void} lead */
export async function showPassage(client, hit, found, inside, lead) {
  const { text, anchor, heading, marks } = await client.ask({ kind: "text", entry: hit.entry, sought: found.sought, terms: found.terms });
  if (!text) return;
  const words = document.createDocumentFragment();
  if (heading) words.append(make("span", "sok-punkt", heading), ": ");
  words.append(marked(excerpt(text, marks, hit.heading ? CLAUSE : SECTION), marks));
  inside.querySelector(".sok-tekst")?.replaceChildren(words);
  if (anchor) lead(address({ ...hit, anchor }, client.site.root));
}

/** A number and its hours stay on one line each; that 113 is answered at all hours everyone knows. @param {string} text */
function unbroken(text) {
  return text.replace(/(: (?:113|116 117)), hei?le døgnet/gi, "$1").replace(/(\d) (?=\d)/g, "$1\u00a0").replaceAll("–", "–\u2060");
}

/** What is shown of an answer: first what the query leads straight to. @param {any} found @returns {Hit[]} */
export function shownOf({ jumps, hits }) {
  const jumped = new Set(jumps.map((/** @type {Hit} */ hit) => hit.entry));
  return [...jumps, ...hits.filter((/** @type {Hit} */ hit) => !jumped.has(hit.entry))];
}

/** What was understood otherwise than written, in the language of the reader's own helsefellesskap.
 * @param {any} found @param {string} query @returns {string[]} */
export function remarks(found, query) {
  const lines = namesPerson(query) ? [say("person", {}, found.nynorsk)] : [];
  /** @param {import("./words.mjs").Key} key @param {Record<string, string>} values */
  const tell = (key, values) => lines.push(say(key, values, found.nynorsk));
  for (const { from, to, completed } of found.mended) {
    if (!completed) lines.push(`${say("showsFor", { to: to.join("», «") }, found.nynorsk)} ${say("insteadOf", { from }, found.nynorsk)}`);
  }
  const { outside = [], elsewhere } = found, unknown = found.unknown.filter((/** @type {string} */ word) => !outside.includes(word));
  if (unknown.length && found.total) tell(found.alone ? "about" : "without", { w: unknown.slice(0, 5).join("», «") });
  if (found.mentioned && found.total) tell("mentioned", { w: found.mentioned });
  const spaces = found.spaces.join(", ").replace(/, ([^,]*)$/, " og $1");
  for (const place of outside) tell("outside", { w: place[0].toUpperCase() + place.slice(1), k: spaces });
  for (const { name: w, kommune, kommuner } of found.settlements) {
    kommune ? tell("liesIn", { w, k: kommune }) : tell("district", { w, k: kommuner.join(", ") });
  }
  if (elsewhere?.alone) tell("noneOfOwn", { w: elsewhere.own });
  if (elsewhere) tell("firstElsewhere", { w: elsewhere.other });
  if (found.law) tell("lawMissing", { w: found.law });
  if (found.absent) tell("absent", { w: found.absent });
  if (found.lacks) tell("pointMissing", { w: found.lacks.agreement, p: found.lacks.point });
  for (const { form: w, groups } of found.meanings) {
    tell("meanings", { w, m: groups.map((/** @type {{name: string}} */ group) => group.name).join(", ") });
  }
  return lines;
}
