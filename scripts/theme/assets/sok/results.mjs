// @ts-check
// What the page with every hit shows of the search, beside its field.

import { begin } from "./fields.mjs";
import { Page } from "./page.mjs";

const client = begin();
const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-sok]"));
if (place) new Page(place, client).start();
