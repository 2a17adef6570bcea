// @ts-check
// The nearest words of the index for a word that it lacks.

/** @typedef {import("./pieces.mjs").Spelling} Spelling */

const SHORTEST = 4, LONGEST = 12;
// What it costs to be spelt otherwise than one says it, besides the changes that are counted.
const HEARD = 0.5;
const FOLD = { æ: "ae", ø: "o", å: "a", ä: "ae", ö: "o", é: "e", è: "e", ê: "e", ô: "o", ò: "o", ü: "u" };

/** Without the letters that a foreign keyboard lacks: "øye" is "oye". @param {string} word */
export function fold(word) {
  return word.replace(/[æøåäöéèêôòü]/g, (c) => FOLD[/** @type {keyof FOLD} */ (c)]).replace(/oe/g, "o").replace(/aa/g, "a");
}

// Spellings that sound alike, most of all doubled letters, which are what is most often misspelt.
const SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/(.)\1+/g, "$1"], [/skj|kj|tj|sj|sch|sh|rs(?=[aeiouyæøå])/g, "ç"], [/^[ghl]j/g, "j"], [/hv|w/g, "v"], [/qu/g, "kv"], [/c(?=[eiy])|z/g, "s"], [/c|q/g, "k"], [/x/g, "ks"],
  [/ph/g, "f"], [/th|dt/g, "t"], [/[nl]d(?![rs])/g, "n"], [/ai/g, "ei"], [/æ/g, "e"], [/å/g, "o"], [/y/g, "i"], [/ig$/g, "i"],
]);

/** How a word sounds. @param {string} word */
function sound(word) {
  return SOUNDS.reduce((heard, [written, said]) => heard.replace(written, said), word);
}

/** Forms of a word as a foreign keyboard writes them, and as they sound. @param {string[]} forms */
function waysOf(forms) {
  return { folded: forms.map(fold), heard: forms.map(sound) };
}

/** @param {string} word */
export function reversed(word) {
  return [...word].reverse().join("");
}

/** Damerau's distance (restricted), or `most + 1` when it is more than `most`. @param {string} a @param {string} b @param {number} most */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = new Array(b.length + 1).fill(0), last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, before[j - 2] + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length], most + 1);
}

/** The words that start, or end, as a word does. @param {import("./store.mjs").Store} store @param {string} wanted */
function candidates(store, wanted) {
  const keep = Math.min(4, Math.max(2, Math.floor(wanted.length / 2) - 1));
  return Promise.all([
    store.spellings("o", wanted.slice(0, keep)),
    store.spellings("b", reversed(wanted).slice(0, keep)),
    store.spellings("o", wanted[1] + wanted[0] + wanted.slice(2, keep), 1),
  ]);
}

/** Fetches, before they are asked for, the pieces that tell what a word is the start or a misspelling of.
 * @param {import("./store.mjs").Store} store @param {import("./language.mjs").Word} word @param {boolean} unfinished */
export async function neighbours(store, word, unfinished) {
  const wanted = fold(word.stem);
  await Promise.all([unfinished && completions(store, word.surface), wanted.length >= SHORTEST && candidates(store, wanted)]);
}

/** Up to three nearest words, by stem, as written or without ending: same after folding first, then fewest changes, then most used.
 * @param {import("./store.mjs").Store} store @param {import("./language.mjs").Word} word @param {number} limit no more changes than this
 * @param {(word: string) => string} bare a word without its ending @returns {Promise<(Spelling & {distance: number})[]>} */
export async function nearest(store, word, limit, bare) {
  const { folded, heard } = waysOf([word.stem, word.surface, bare(word.surface)]);
  if (folded[0].length < SHORTEST) return [];
  const most = Math.min(limit, folded[0].length >= 8 ? 2 : 1);
  const found = new Map();
  for (const known of (await candidates(store, folded[0])).flat()) {
    if (found.has(known.term)) continue;
    const theirs = (known.ways ??= waysOf([known.term, known.shown, bare(known.shown)]));
    const away = Math.min(...theirs.folded.map((one, n) => distance(folded[n], one, most)), ...theirs.heard.map((one, n) => distance(heard[n], one, most) + HEARD));
    if (away <= most + HEARD) found.set(known.term, { ...known, distance: away });
  }
  const ranked = [...found.values()].sort((a, b) => a.distance - b.distance || b.count - a.count || (a.term < b.term ? -1 : 1));
  return ranked.filter((word) => word.distance === ranked[0].distance).slice(0, 3);
}

/** Up to three words that start as the last, unfinished word does. @param {import("./store.mjs").Store} store @param {string} word @returns {Promise<Spelling[]>} */
export async function completions(store, word) {
  const wanted = fold(word);
  if (wanted.length < 2) return [];
  const found = await store.spellings("o", wanted, 2);
  const once = new Map(found.map((one) => [one.term, one]));
  return [...once.values()].sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1)).slice(0, 3);
}

/** Words of the index that are half an unknown one, or more: what only starts alike is no help. @param {import("./store.mjs").Store} store @param {string[]} unknown @returns {Promise<string[]>} */
export async function suggestions(store, unknown) {
  const found = new Set();
  for (const word of unknown.slice(0, 3)) {
    const least = Math.max(SHORTEST, Math.ceil(word.length / 2));
    for (let length = Math.min(LONGEST, word.length); length >= least && found.size < 6; length--) {
      for (const one of await completions(store, word.slice(0, length))) found.add(one.shown);
    }
  }
  return [...found].slice(0, 6);
}
