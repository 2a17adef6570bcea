// @ts-check
// The reader's own helsefellesskap: the workplace they chose, else the pages they are among. It never leaves the browser.

/** @param {string} root @returns {string | undefined} */
export function home(root) {
  try {
    const chosen = JSON.parse(localStorage.getItem("arbeidsplass") || "{}");
    if (typeof chosen.omrade === "string" && chosen.omrade) return chosen.omrade;
  } catch {
    // No storage: the address tells.
  }
  const here = location.href.startsWith(root) ? location.href.slice(root.length) : "";
  return /^([a-z0-9-]+)\//.exec(here)?.[1];
}
