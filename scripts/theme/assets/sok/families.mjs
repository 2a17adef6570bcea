// @ts-check
// Words with their roots, as `families` of search/base.py wrote them.

const PART = /[0-Z][^0-Z]*/g, ROOT = "K";
const SAME = 75, LACKS = 48;

/** The root of each word. @param {string} text @returns {Map<string, string>} */
export function families(text) {
  const found = new Map(), parts = text.match(PART) ?? [];
  let root = "";
  for (let n = 0; n < parts.length; n++) {
    const part = parts[n], first = part.charCodeAt(0), rest = part.slice(1);
    if (part < ROOT) found.set(root.slice(0, root.length + LACKS - first) + rest, root);
    else {
      root = root.slice(0, first - SAME) + rest;
      if (!(parts[n + 1] < ROOT)) found.set(root, root);
    }
  }
  return found;
}
