// @ts-check
// Text to tokens: the twin of search/tokens.py.

/** @typedef {{parts: string[], joined: string, capitals: boolean}} Token */

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Letters that Norwegian lacks, most of all those of Polish: "tołk" is "tolk".
const FOREIGN = /[áçíñóúýąćĉċčďđēėęěğġģħīıķĺļľłńņňŋőŕřśŝşšţťŧūůűųŵźżž]/giu;
const ALONE = /** @type {Record<string, string>} */ ({ ł: "l", đ: "d", ħ: "h", ı: "i", ŋ: "n", ŧ: "t" });
const TOKEN = /[\p{L}\p{N}]+(?:[-–./@][\p{L}\p{N}]+)*/gu;
const INNER = /[-–./@]/;
const NUMBER_UNIT = /^([0-9]+)(\p{L}{1,7})$/u;
const LONGEST_JOINED = 40;

/** NFC without invisible characters and in our own letters. @param {string} text */
export function normal(text) {
  return text.normalize("NFC").replace(INVISIBLE, "").replace(FOREIGN, plain);
}

/** The letter without its marks, as large as it was. @param {string} letter */
function plain(letter) {
  const small = letter.toLowerCase(), bare = ALONE[small] ?? small.normalize("NFD")[0];
  return small === letter ? bare : bare.toUpperCase();
}

/** The tokens of a text. @param {string} text @param {Set<string>} units @returns {Token[]} */
export function tokens(text, units) {
  return (normal(text).match(TOKEN) || []).map((raw) => token(raw, units));
}

/** @param {string} raw @param {Set<string>} units @returns {Token} */
function token(raw, units) {
  const pieces = raw.toLowerCase().split(INNER);
  const parts = pieces.flatMap((piece) => numberAndUnit(piece, units));
  const joined = pieces.length > 1 && !raw.includes("@") && !raw.includes("/") ? parts.join("") : "";
  const upper = raw.toUpperCase();
  return {
    parts,
    joined: [...joined].length <= LONGEST_JOINED ? joined : "",
    capitals: raw === upper && upper !== raw.toLowerCase(),
  };
}

/** @param {string} piece @param {Set<string>} units */
function numberAndUnit(piece, units) {
  const found = NUMBER_UNIT.exec(piece);
  return found && units.has(found[2]) ? [found[1], found[2]] : [piece];
}
