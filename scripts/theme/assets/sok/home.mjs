// @ts-check
// The reader's own helsefellesskap: the workplace they chose, else the pages they are among; on the page of all hits the
// pages they came from, so that the hits stand there as they did under the field. It never leaves the browser.

import { isDayOff } from "./daysoff.mjs";

const ALL_HITS = "sok";

/** The helsefellesskap, and the name of the workplace and the role when they are chosen.
 * @param {string} root @returns {{space?: string, place?: string, role?: string}} */
export function home(root) {
  try {
    const { omrade, navn, rolle } = JSON.parse(localStorage.getItem("arbeidsplass") || "{}");
    if (typeof omrade === "string" && omrade) return { space: omrade, place: String(navn ?? ""), role: String(rolle ?? "") };
  } catch {
    // No storage: the address tells.
  }
  const here = folder(location.href, root);
  return { space: here === ALL_HITS ? folder(document.referrer, root) : here };
}

/** The reader's clock: what is open now. @param {Date} [now] */
export function clock(now = new Date()) {
  return { hour: now.getHours(), weekend: isDayOff(now) };
}

/** The first step of the way to a page: a helsefellesskap, for the pages of one. @param {string} address @param {string} root */
function folder(address, root) {
  return address.startsWith(root) ? /^([a-z0-9-]+)\//.exec(address.slice(root.length))?.[1] : undefined;
}
