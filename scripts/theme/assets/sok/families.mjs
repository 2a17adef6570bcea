// @ts-check
// Words with their roots, as `families` of search/base.py wrote them.

const ZERO = 48, LETTERS = 97;

/** The root of each word. @param {string} text @returns {Map<string, string>} */
export function families(text) {
  const found = new Map();
  for (const line of lines(text)) {
    const row = line.split(" "), root = row[0];
    if (row.length === 1) found.set(root, root);
    for (let n = 1; n < row.length; n++) {
      const ending = row[n], first = ending.charCodeAt(0);
      found.set(first < LETTERS ? root.slice(0, root.length - first + ZERO) + ending.slice(1) : root + ending, root);
    }
  }
  return found;
}

/** @param {string} text */
export function lines(text) {
  return text ? text.split("\n") : [];
}
