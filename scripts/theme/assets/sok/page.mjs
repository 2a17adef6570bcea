// @ts-check
// The page /sok/: every hit, filters, and help when there is none. The words stay behind the # of the address.

import { address, content, hasSections, pageAddress, remarks, showPassage, shownOf } from "./hits.mjs";
import { make } from "./marks.mjs";
import { withoutPerson } from "./person.mjs";
import { say } from "./words.mjs";
import { clock, home } from "./home.mjs";
import { noHits } from "./nohits.mjs";
import { Filters } from "./filters.mjs";

const SHOWN = 10;

export class Page {
  /** @param {HTMLElement} place @param {import("./client.mjs").Client} client */
  constructor(place, client) {
    this.place = place;
    this.client = client;
    this.shown = SHOWN;
    this.input = /** @type {HTMLInputElement} */ (make("input", "sok-felt"));
    this.status = make("p", "sok-status-synlig");
    this.notes = make("p", "sok-merknad");
    this.list = make("ol", "sok-side-liste");
    this.more = /** @type {HTMLButtonElement} */ (make("button", "sok-flere", say("more")));
    this.filters = new Filters(client, () => this.search());
  }

  start() {
    const label = /** @type {HTMLLabelElement} */ (make("label", "sok-felt-navn", say("field")));
    this.input.type = "search";
    this.input.id = "sok-side-felt";
    this.input.autocomplete = "off";
    this.input.dataset.sokPageInput = "";
    this.input.setAttribute("aria-describedby", "sok-side-hint");
    label.htmlFor = this.input.id;
    const hint = make("p", "sok-hint", say("hint"));
    hint.id = "sok-side-hint";
    this.status.setAttribute("role", "status");
    this.more.type = "button";
    this.more.hidden = true;
    this.more.addEventListener("click", () => this.showMore());
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => event.key === "Enter" && this.enter());
    addEventListener("hashchange", () => this.read());
    // Whoever comes back to the list finds it as it was left.
    this.left = history.state;
    addEventListener("pagehide", () => history.replaceState({ shown: this.shown, top: scrollY }, ""));
    this.place.replaceChildren(label, this.input, hint, this.filters.element, this.status, this.notes, this.list, this.more);
    // An address as other sites write it: ?q=…
    const asked = new URLSearchParams(location.search).get("q");
    if (asked && !location.hash) history.replaceState(history.state, "", `${location.pathname}#q=${encodeURIComponent(asked)}`);
    // Who comes with words may go on writing; on a phone the keyboard would hide the hits.
    if (location.hash && !this.left && matchMedia("(pointer: fine)").matches) this.input.focus({ preventScroll: true });
    // Enter was pressed before the search was there.
    const entered = new URLSearchParams(location.hash.slice(1)).has("rett");
    this.read();
    if (entered) this.enter();
  }

  /** A reference that leads to one page alone leads there at once. */
  async enter() {
    const found = await this.asking?.catch(() => null);
    if (found?.straight) location.assign(address(found.straight, this.client.site.root));
  }

  read() {
    const values = new URLSearchParams(location.hash.slice(1));
    const query = values.get("q") || "";
    if (query === this.asked) return;
    this.filters.read(values);
    this.input.value = query;
    if (this.left?.shown) this.shown = this.left.shown;
    this.search(!this.left);
  }

  showMore() {
    const first = this.list.children.length;
    this.shown += SHOWN;
    this.search(false).then(() => /** @type {HTMLElement | null} */ (this.list.children[first]?.querySelector("a"))?.focus());
  }

  async search(fresh = true) {
    const query = this.input.value.trim();
    if (fresh) this.shown = SHOWN;
    this.asked = query;
    history.replaceState(null, "", `#${this.filters.write(withoutPerson(query).trim())}`);
    if (!query) return this.clear();
    const slow = setTimeout(() => {
      if (query === this.input.value.trim()) this.status.textContent = say("searching");
    }, 400);
    const choice = { ...home(this.client.site.root), ...this.filters.choice() };
    try {
      this.asking = this.client.search(query, { limit: this.shown, choice, typing: true, now: clock() });
      const found = await this.asking;
      if (found && query === this.input.value.trim()) this.show(found, query);
    } catch {
      this.failed();
    } finally {
      clearTimeout(slow);
    }
  }

  clear() {
    this.status.textContent = this.notes.textContent = "";
    this.list.replaceChildren();
    this.more.hidden = true;
  }

  failed() {
    this.clear();
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", say("alphabet")));
    link.href = pageAddress("a-aa", this.client.site.root);
    this.notes.replaceChildren(say("failed"), " ", link);
  }

  /** @param {any} found @param {string} query */
  show(found, query) {
    const { root, stale } = this.client.site;
    const total = found.total || found.jumps.length;
    this.status.textContent = total ? say("hits", { n: total }) : say("noHits", { q: query.slice(0, 80) });
    this.notes.textContent = [...(stale ? [say("stale")] : []), ...remarks(found, query)].join(" ");
    const hits = shownOf(found);
    this.list.replaceChildren(...hits.map((hit) => this.item(hit, found, query, root)));
    this.more.hidden = found.total <= this.shown;
    if (!hits.length) this.list.replaceChildren(noHits(found, root, (words) => this.ask(words), home(root).space));
    this.filters.offer();
    if (this.left) scrollTo(0, this.left.top);
    this.left = null;
  }

  /** @param {string} query */
  ask(query) {
    this.input.value = query;
    this.input.focus();
    this.search();
  }

  /** @param {import("./hits.mjs").Hit} hit @param {any} found @param {string} query @param {string} root */
  item(hit, found, query, root) {
    const item = make("li", "sok-side-treff");
    const link = /** @type {HTMLAnchorElement} */ (make("a", "sok-lenke"));
    link.href = address(hit, root);
    if (hit.language) link.lang = hit.language;
    link.append(content(hit, found.marks, query));
    if (hit.heading || hasSections(hit)) showPassage(this.client, hit, found, link, (href) => (link.href = href)).catch(() => {});
    item.append(link);
    return item;
  }
}
