// @ts-check
// The fields of a page, and the one that they all ask.

import { Client } from "./client.mjs";
import { Field } from "./field.mjs";

export function begin() {
  const client = new Client(/** @type {import("./client.mjs").Site} */ (/** @type {any} */ (globalThis).avtaleverkSok));
  for (const input of document.querySelectorAll("[data-sok-input]")) {
    if (input instanceof HTMLInputElement && !input.hasAttribute("data-sok-page-input")) new Field(input, client);
  }
  return client;
}
