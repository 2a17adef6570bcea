// @ts-check
// The worker: holds the engine, and leaves a query for the one that takes its place.

import { Engine } from "./engine.mjs";
import { offline } from "./offline.mjs";

/** @type {Promise<Engine> | undefined} */
let engine;
let newest = 0;

/** @param {string} folder @returns {import("./store.mjs").Load} */
function fetched(folder) {
  return async (name) => {
    const answer = await fetch(folder + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}

/** @param {Engine} engine
 * @param {{id: number, kind: string, query: string, options: any, entry: number, sought: import("./sections.mjs").Sought[],
 *   terms: string[]}} wanted
 * @param {(answer: any) => void} [early] */
async function answer(engine, wanted, early) {
  if (wanted.kind === "search") return engine.search(wanted.query, wanted.options, () => wanted.id === newest, early);
  if (wanted.kind === "text") return engine.passage(wanted.entry, wanted.sought, wanted.terms);
  return engine.store.facets();
}

/** @param {any} wanted */
async function reply(wanted) {
  try {
    if (!engine) throw new Error("not started");
    postMessage({ id: wanted.id, answer: await answer(await engine, wanted, (early) => postMessage({ id: wanted.id, early })) });
  } catch (error) {
    postMessage({ id: wanted.id, failed: String(error) });
  }
}

/** @param {Promise<Uint8Array | ArrayBuffer>} base @param {import("./store.mjs").Load} load */
async function begun(base, load) {
  return new Engine(JSON.parse(new TextDecoder().decode(await base)), load);
}

/** @param {any} data */
function listen(data) {
  if (data.kind === "start") {
    engine = begun(Promise.resolve(data.base), fetched(data.folder));
    engine.catch(() => {});
    return;
  }
  if (data.kind === "search") newest = data.id;
  reply(data);
}

if (typeof document === "undefined") addEventListener("message", ({ data }) => listen(data));
else offline((load) => async (question) => {
  engine ??= begun(load("base.json"), load);
  return answer(await engine, { ...question, id: newest });
});
