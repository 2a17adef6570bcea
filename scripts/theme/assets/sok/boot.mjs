// @ts-check
// The only script that a page loads for the search. Nothing more is fetched before the reader touches a search field.

import { withoutPerson } from "./person.mjs";

const INDEX = /** @type {{folder: string, build: string}} */ (/** @type {unknown} */ ("{{index}}"));
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const root = new URL((script.dataset.base || ".").replace(/\/?$/, "/"), location.href);
const folder = new URL(`assets/sok/${INDEX.folder}/`, root).href;
let started = false;

/** @param {string} path */
function load(path) {
  const element = document.createElement("script");
  element.src = folder + path;
  element.async = false;
  element.addEventListener("error", sayDown);
  document.head.append(element);
}

/** The search cannot be fetched: say so, and lead to the list from A to Å. */
function sayDown() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-sok-form]"));
  if (!form || document.querySelector(".sok-nede")) return;
  const nynorsk = document.documentElement.dataset.sprak === "nn", note = document.createElement("p"), link = document.createElement("a");
  note.className = "sok-merknad sok-nede";
  note.setAttribute("role", "alert");
  link.href = form.action;
  link.textContent = nynorsk ? "Alle oppgåver frå A til Å" : "Alle oppgaver fra A til Å";
  note.append(nynorsk ? "Søket verkar ikkje akkurat no. " : "Søket virker ikke akkurat nå. ", link);
  (document.querySelector("[data-sok]") ?? form).append(note);
}

function start() {
  if (started) return;
  started = true;
  const offline = location.protocol === "file:";
  const worker = offline ? null : new Worker(folder + "arbeider.js");
  const ready = worker ? prime(worker) : Promise.resolve();
  ready.catch(() => {});
  const stale = Boolean(script.dataset.build) && script.dataset.build !== INDEX.build;
  const site = { root: root.href, folder, ready, worker, stale, down: false, heard: false };
  Object.assign(globalThis, { avtaleverkSok: site });
  worker?.addEventListener("error", () => {
    site.down = true;
    if (!site.heard) sayDown();
  });
  if (offline) load("arbeider.js");
  load(document.querySelector("[data-sok]") ? "side.js" : "flate.js");
}

/** The base is fetched beside the worker's own script, and handed over before anything is asked. @param {Worker} worker */
async function prime(worker) {
  const answer = await fetch(folder + "base.json");
  if (!answer.ok) throw new Error(String(answer.status));
  const base = await answer.arrayBuffer();
  worker.postMessage({ kind: "start", base, folder }, [base]);
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof Element && target.matches("[data-sok-input]");
}

for (const touch of ["pointerover", "focusin", "input"]) {
  document.addEventListener(touch, (event) => isField(event.target) && start());
}
document.addEventListener("keydown", (event) => {
  const combined = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
  if (!combined) return;
  const field = /** @type {HTMLInputElement | null} */ (
    document.querySelector("[data-sok-page-input]") ?? document.querySelector("[data-sok-input]")
  );
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches("[data-sok-form]")) return;
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector("[data-sok-input]"));
  if (!field || !field.value.trim()) return;
  event.preventDefault();
  location.assign(new URL(`sok/${root.protocol === "file:" ? "index.html" : ""}#q=${encodeURIComponent(withoutPerson(field.value).trim())}&rett`, root));
});
// Who comes back from a hit finds the words again: a browser forgets them in a field without autocomplete.
const first = /** @type {HTMLInputElement | null} */ (document.querySelector("[data-sok-input]"));
if (first && !first.value && history.state?.words) first.value = history.state.words;
addEventListener("pagehide", () => first?.value && history.replaceState({ words: withoutPerson(first.value) }, ""));
if (document.querySelector("[data-sok]") || isField(document.activeElement)) start();
