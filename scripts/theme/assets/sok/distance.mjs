// @ts-check
// How far a word is from another: what it takes to write the one for the other.

/** @typedef {{folded: string[], heard: string[]}} Ways a word's forms as a foreign keyboard writes them, and as they sound */

const SHORT = 5, SHORTEST = 4;
// A stem tells how far a word is from another when it is so long, or no more of its word is left, or as much of the other, or
// it has all letters of the other, also in another turn: of "sprutende" it is soon "sprit".
const TELLING = { stem: 6, rest: 3 };
const COSTS = {
  heard: 0.5, // to be spelt otherwise than one says it, besides the changes that are counted
  other: 1.1, // one letter for another
  beside: 0.95, // one letter for another beside it on the keyboard
  first: 0.2, // more for the first letter
};
// The letters that a foreign keyboard lacks.
const FOLD = { æ: "ae", ø: "o", å: "a", ä: "ae", ö: "o", é: "e", è: "e", ê: "e", ô: "o", ò: "o", ü: "u" };

/** Without the letters that a foreign keyboard lacks: "øye" is "oye". @param {string} word */
export function fold(word) {
  return word.replace(/[æøåäöéèêôòü]/g, (c) => FOLD[/** @type {keyof FOLD} */ (c)]).replace(/oe/g, "o").replace(/aa/g, "a");
}

// Spellings that sound alike, most of all doubled letters, which are what is most often misspelt.
const SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/cj/g, "si"], [/(.)\1+/g, "$1"], [/skj|kj|tj|sj|sch|sh|rs(?=[aeiouyæøå])/g, "ç"], [/^[ghl]j/g, "j"],
  [/hv|w/g, "v"], [/qu/g, "kv"], [/c(?=[eiy])|z/g, "s"], [/c|q/g, "k"], [/x/g, "ks"],
  [/ph/g, "f"], [/th|dt/g, "t"], [/[nl]d(?![rs])/g, "n"], [/ai/g, "ei"], [/æ/g, "e"], [/å/g, "o"], [/y/g, "i"], [/ig$/g, "i"],
]);

/** How a word sounds. @param {string} word */
function sound(word) {
  return SOUNDS.reduce((heard, [written, said]) => heard.replace(written, said), word);
}

/** Forms of a word as a foreign keyboard writes them, and as they sound. @param {string[]} forms */
export function waysOf(forms) {
  return { folded: forms.map(fold), heard: forms.map(sound) };
}

/** Damerau's distance (restricted) where one letter for another costs more, most of all the first; Infinity when it is more
 * than `most`. @param {string} a @param {string} b @param {number} most */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = new Array(b.length + 1).fill(0), last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : costOfOther(a, b, i - 1, j - 1);
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return Infinity;
    before = last;
    last = row;
  }
  return last[b.length] > most ? Infinity : last[b.length];
}

/** What it costs to have one letter for another. @param {string} a @param {string} b @param {number} i @param {number} j where in them */
function costOfOther(a, b, i, j) {
  return (BESIDE.has(pairOf(a, b, i, j)) ? COSTS.beside : COSTS.other) + (i + j ? 0 : COSTS.first);
}

// The letters of the keyboard, folded, by rows and columns: two that stand together are easily hit for each other.
const KEYS = "qwertyuiopa asdfghjklo zxcvbnm qaz wsx edc rfv tgb yhn ujm ik ol".split(" ");
const BESIDE = new Set(KEYS.flatMap((row) => [...row].slice(1).flatMap((key, n) => [pairOf(row[n], key), pairOf(key, row[n])])));

/** Two letters as a number. @param {string} a @param {string} b @param {number} [i] @param {number} [j] where in them */
function pairOf(a, b, i = 0, j = 0) {
  return a.charCodeAt(i) * 65536 + b.charCodeAt(j);
}

/** Whether two words have the same letters, in another turn. @param {string} one @param {string} other */
export function isTurned(one, other) {
  return one.length === other.length && one !== other && [...one].sort().join("") === [...other].sort().join("");
}

/** Whether a word is surely not another: "ubesvart" is no slip for "besvart", nobody misses both first letters, and of a short
 * word who types seldom misses the first letter, and then only by a key. @param {Ways} one @param {Ways} other */
function isOther(one, other) {
  const [ours, theirs] = [one.folded[1], other.folded[1]];
  if (ours[0] === theirs[0] || one.heard[1][0] === other.heard[1][0] || ours === theirs.slice(1)) return false;
  const isBeside = BESIDE.has(pairOf(ours, theirs)) && ours.slice(1) === theirs.slice(1);
  const turned = ours[0] === theirs[1] && ours[1] === theirs[0];
  if (![ours[0], ours[1]].some((letter) => letter === theirs[0] || letter === theirs[1])) return true;
  return (ours[0] === "u" && theirs.startsWith(ours.slice(1, 5))) || (ours.length <= SHORT && !turned && !isBeside);
}

/** Whether the letters of a word stand in another, the first one first. @param {string} word @param {string} other */
function isWithin(word, other) {
  let at = -1;
  return word[0] === other[0] && [...word].every((letter) => (at = other.indexOf(letter, at + 1)) >= 0);
}

/** Whether a word is most of all its ending. @param {Ways} ways */
function isLittle({ folded: [stem, word] }) {
  return stem.length < TELLING.stem && word.length - stem.length > TELLING.rest;
}

/** How far a word is from another: as written or without ending, on a foreign keyboard or as it sounds.
 * @param {Ways} ours @param {Ways} theirs @param {number} most */
export function away(ours, theirs, most) {
  if (isOther(ours, theirs)) return Infinity;
  const [stem, word] = ours.folded, [other] = theirs.folded;
  const kinds = isLittle(ours) && !isLittle(theirs) && !isWithin(other, word) && !isTurned(stem, other) ? [1] : [0, 1, 2];
  return Math.min(least(ours.folded, theirs.folded, kinds, most), least(ours.heard, theirs.heard, kinds, most - COSTS.heard) + COSTS.heard);
}

/** The least distance between forms of the same kind.
 * @param {string[]} ours @param {string[]} theirs @param {number[]} kinds @param {number} most */
function least(ours, theirs, kinds, most) {
  let found = Infinity;
  for (const n of kinds) {
    const told = n !== kinds[0] && ours[n] === ours[n - 1] && theirs[n] === theirs[n - 1];
    if (!told) found = Math.min(found, distance(ours[n], theirs[n], Math.min(most, found)));
  }
  return found;
}

/** How many changes a word may have, two only when it is long, less so for a higher limit; one of four letters is soon another,
 * so it may not both sound and be spelt otherwise. @param {Ways} ways @param {number} limit */
export function mostChanges({ folded }, limit) {
  return folded[1].length > SHORTEST ? (limit > 1 && folded[0].length >= 10 - limit ? 2 : 1) + COSTS.heard : 1;
}

/** Whether a word is one change from another, and that is no letter taken for one beside it. @param {{distance: number}} near */
export function isOneChange({ distance }) {
  return distance <= 1 && distance !== COSTS.beside;
}
