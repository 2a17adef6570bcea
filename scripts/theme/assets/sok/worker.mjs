// @ts-check
// The worker: holds the engine, answers the newest query only.

import { Engine } from "./engine.mjs";
import { offline } from "./offline.mjs";

/** @type {Engine | null} */
let engine = null;
/** @type {any} */
let newest = null;
let busy = false;

/** @param {string} folder @returns {import("./store.mjs").Load} */
function fetched(folder) {
  return async (name) => {
    const answer = await fetch(folder + name);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
}

/** @param {{id: number, kind: string, query: string, options: any, entry: number}} wanted */
async function answer(wanted) {
  if (!engine) throw new Error("not started");
  if (wanted.kind === "search") return engine.search(wanted.query, wanted.options);
  if (wanted.kind === "text") return engine.store.text(wanted.entry);
  return engine.store.facets();
}

/** @param {any} wanted */
async function reply(wanted) {
  try {
    postMessage({ id: wanted.id, answer: await answer(wanted) });
  } catch (error) {
    postMessage({ id: wanted.id, failed: String(error) });
  }
}

async function work() {
  if (busy) return;
  busy = true;
  while (newest && engine) {
    const wanted = newest;
    newest = null;
    await reply(wanted);
  }
  busy = false;
}

/** @param {any} data */
function listen(data) {
  if (data.kind === "start") {
    try {
      engine = new Engine(JSON.parse(new TextDecoder().decode(data.base)), fetched(data.folder));
    } catch (error) {
      postMessage({ id: 0, failed: String(error) });
    }
    work();
  } else if (data.kind === "search") {
    if (newest) postMessage({ id: newest.id, dropped: true });
    newest = data;
    work();
  } else {
    reply(data);
  }
}

if (typeof document === "undefined") addEventListener("message", ({ data }) => listen(data));
else offline((load) => async (question) => {
  engine ??= new Engine(JSON.parse(new TextDecoder().decode(await load("base.json"))), load);
  return answer(question);
});
