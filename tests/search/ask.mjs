// Runs the product's own browser code on the index in a folder: each line {folder, what, inputs} is answered by a line
// {answers} or {error}, from a search that has fetched nothing before.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createContext, runInContext } from "node:vm";
import { Engine } from "../../scripts/theme/assets/sok/engine.mjs";
import { isOpen } from "../../scripts/theme/assets/sok/calls.mjs";
import { clock } from "../../scripts/theme/assets/sok/home.mjs";
import { Dangers } from "../../scripts/theme/assets/sok/danger.mjs";
import { Signs } from "../../scripts/theme/assets/sok/signs.mjs";
import { fronted, pieceOf, terms, unpack } from "../../scripts/theme/assets/sok/pieces.mjs";
import { families } from "../../scripts/theme/assets/sok/families.mjs";
import { fold } from "../../scripts/theme/assets/sok/distance.mjs";

/** The worker as readers get it: what asks it. */
function worker(folder, read) {
  let listen, given;
  const said = ({ early, answer, failed }) => early || given(answer ?? failed);
  const fetch = async (name) => ({ ok: true, arrayBuffer: () => read(name) });
  runInContext(readFileSync(`${folder}/arbeider.js`, "utf8"), createContext({ addEventListener: (_, to) => (listen = to), postMessage: said, fetch, TextDecoder }));
  listen({ data: { kind: "start", folder: "", base: readFileSync(`${folder}/base.json`) } });
  return (question) => new Promise((resolve) => ((given = resolve), listen({ data: { id: 1, ...question } })));
}

/** What can be asked of a search. */
function answersOf(folder) {
  const read = async (name) => new Uint8Array(readFileSync(`${folder}/${name}`));
  const base = JSON.parse(readFileSync(`${folder}/base.json`, "utf8"));
  const engine = new Engine(base, read);
  return {
    /** The first hit of a search, and where on its page the words stand. */
    passage: async ({ query, options }) => {
      const { hits, sought } = await engine.search(query, options);
      return { address: hits[0].address, ...(await engine.passage(hits[0].entry, sought)) };
    },
    /** What a search fetches that starts from nothing. */
    fetched: async (query) => {
      const names = [];
      const fresh = new Engine(base, (name) => names.push(name) && read(name));
      const { hits } = await fresh.search(query, { typing: true });
      return { names, hits: hits.length };
    },
    bundled: (question) => worker(folder, read)({ kind: "search", ...question }),
    search: ({ query, options }) => engine.search(query, options),
    scores: (terms) => engine.scores(terms),
    words: (text) => engine.language.words(text),
    word: (word) => engine.language.word(word),
    fold: (word) => fold(word),
    /** Whether each way to say something is said in one of the queries. */
    said: async ({ ways, queries }) => {
      const stems = queries.map((query) => engine.dangers.stems(query)), { words } = await engine.store.dangers();
      return ways.map((one) => stems.some((text) => new Signs(words).said(one).test(text)));
    },
    dangers: (query) => engine.dangers.in(query, query),
    /** The dangers of a query when all signs are at hand. */
    ungated: (query) => new Dangers("*", () => engine.store.dangers(), engine.language).in(query, query),
    clock: (time) => clock(new Date(time)),
    open: ([hours, time]) => isOpen(hours, time),
    pieces: ([separators, keys]) => keys.map((key) => pieceOf(fronted(separators), key)),
    /** The terms of a piece, each with its entries and their scores. */
    postings: (bytes) => [...terms(Uint8Array.from(bytes))].map(([term, posting]) => {
      const { entries, scores } = unpack(posting);
      return [term, [...entries].map((entry, n) => [entry, scores[n]])];
    }),
    families: (text) => [...families(text)],
  };
}

async function answer({ folder, what, inputs }) {
  const ask = answersOf(folder)[what];
  const answers = [];
  for (const input of inputs) answers.push(await ask(input));
  return { answers };
}

for await (const line of createInterface({ input: process.stdin })) {
  const said = await answer(JSON.parse(line)).catch((error) => ({ error: error.stack }));
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
