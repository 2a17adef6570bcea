// @ts-check
// Elements made by hand: text only ever becomes text, never markup.

/** @param {string} tag @param {string} [className] @param {string} [text] */
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

const WORD = /([\p{L}\p{N}]+)/u;

/** Text with some of its words marked. @param {string} text @param {string[]} words in small letters @returns {DocumentFragment} */
export function marked(text, words) {
  const fragment = document.createDocumentFragment();
  text.split(WORD).forEach((piece, n) => fragment.append(n % 2 && words.includes(piece.toLowerCase()) ? make("mark", "", piece) : piece));
  fragment.normalize();
  return fragment;
}

/** The part of a text that begins shortly before the first of some words.
 * @param {string} text @param {string[]} words in small letters @param {number} length */
export function excerpt(text, words, length) {
  let at = 0;
  for (const [n, piece] of text.split(WORD).entries()) {
    if (n % 2 && words.includes(piece.toLowerCase())) break;
    at += piece.length;
  }
  const from = at < text.length && text.length > length ? Math.max(0, at - 40) : 0, start = from ? text.indexOf(" ", from) + 1 : 0;
  return (start ? "… " : "") + text.slice(start, start + length) + (start + length < text.length ? " …" : "");
}
