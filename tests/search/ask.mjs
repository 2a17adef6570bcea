// Runs the product's own browser code on an index in a folder: node ask.mjs FOLDER WHAT < input.json > output.json
import { readFileSync } from "node:fs";
import { Engine } from "../../scripts/theme/assets/sok/engine.mjs";
import { isOpen } from "../../scripts/theme/assets/sok/calls.mjs";
import { pieceOf } from "../../scripts/theme/assets/sok/pieces.mjs";
import { families } from "../../scripts/theme/assets/sok/families.mjs";
import { fold } from "../../scripts/theme/assets/sok/spelling.mjs";

const [folder, what] = process.argv.slice(2);
const read = async (name) => new Uint8Array(readFileSync(`${folder}/${name}`));
const base = JSON.parse(readFileSync(`${folder}/base.json`, "utf8"));
const engine = new Engine(base, read);
const input = JSON.parse(readFileSync(0, "utf8"));

/** What a search fetches that starts from nothing. */
async function fetched(query) {
  const names = [];
  const fresh = new Engine(base, (name) => names.push(name) && read(name));
  const { hits } = await fresh.search(query, { typing: true });
  return { names, hits: hits.length };
}

/** The first hit of a search, and where on its page the words stand. */
async function passage({ query, options }) {
  const { hits, sought } = await engine.search(query, options);
  return { address: hits[0].address, ...(await engine.passage(hits[0].entry, sought)) };
}

const answers = {
  passage,
  fetched,
  search: ({ query, options }) => engine.search(query, options),
  scores: (terms) => engine.scores(terms),
  words: (text) => engine.language.words(text),
  word: (word) => engine.language.word(word),
  fold: (word) => fold(word),
  open: ([hours, time]) => isOpen(hours, time),
  pieces: ([separators, keys]) => keys.map((key) => pieceOf(separators, key)),
  families: (text) => [...families(text)],
};

const output = [];
for (const one of input) output.push(await answers[what](one));
process.stdout.write(JSON.stringify(output));
