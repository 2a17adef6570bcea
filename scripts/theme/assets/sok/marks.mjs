// @ts-check
// Elements made by hand: text only ever becomes text, never markup.

/** @param {string} tag @param {string} [className] @param {string} [text] */
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Text with the searched words marked, where a word starts as they do. @param {string} text @param {string[]} words @returns {DocumentFragment} */
export function marked(text, words) {
  const fragment = document.createDocumentFragment();
  const starts = words.map((word) => stemLike(word.toLowerCase())).filter((word) => word.length > 2);
  let rest = "";
  for (const piece of text.split(/([\p{L}\p{N}]+)/u)) {
    const lower = piece.toLowerCase();
    if (LETTER.test(piece) && starts.some((word) => lower.startsWith(word))) {
      fragment.append(rest, make("mark", "", piece));
      rest = "";
    } else rest += piece;
  }
  fragment.append(rest);
  return fragment;
}

/** @param {string} word */
function stemLike(word) {
  return word.length > 6 ? word.slice(0, Math.max(5, word.length - 3)) : word.slice(0, Math.max(3, word.length - 1));
}

/** The part of a text where most of the words stand. @param {string} text @param {string[]} words @param {number} length */
export function excerpt(text, words, length) {
  const lower = text.toLowerCase(), starts = words.map((word) => stemLike(word.toLowerCase())).filter((word) => word.length > 2);
  const places = starts.flatMap((word) => lower.indexOf(word)).filter((at) => at >= 0);
  if (!places.length || text.length <= length) return text.slice(0, length) + (text.length > length ? " …" : "");
  const from = Math.max(0, Math.min(...places) - 40);
  const start = from ? text.indexOf(" ", from) + 1 : 0;
  return (start ? "… " : "") + text.slice(start, start + length) + (start + length < text.length ? " …" : "");
}
