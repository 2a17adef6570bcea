// @ts-check
// What the reader sees of the search: the field in the head, and the page with every hit.

import { Client } from "./client.mjs";
import { Field } from "./field.mjs";
import { Page } from "./page.mjs";

const site = /** @type {import("./client.mjs").Site} */ (/** @type {any} */ (globalThis).avtaleverkSok);
const client = new Client(site);
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-sok]"));
const page = place ? new Page(place, client) : null;

for (const input of document.querySelectorAll("[data-sok-input]")) {
  if (input instanceof HTMLInputElement && !input.hasAttribute("data-sok-page-input")) new Field(input, client);
}
page?.start();
