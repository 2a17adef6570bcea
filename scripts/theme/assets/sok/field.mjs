// @ts-check
// The field in the head of the page: a combobox whose list holds the best hits.

import { address, content, hasSections, pageAddress, remarks, showPassage, shownOf } from "./hits.mjs";
import { make } from "./marks.mjs";
import { withoutPerson } from "./person.mjs";
import { say } from "./words.mjs";
import { clock, home } from "./home.mjs";

const SHOWN = 10;
// Where on the first pages the words stand is looked up when the reader has stopped typing, this many milliseconds.
const LED = 3, PAUSE = 400;
// Who taps so soon after the list changed, in milliseconds, meant what was there before.
const UNSEEN = 200;
// Where the panel is as wide as the window, and a keyboard takes half of it.
const NARROW = "(max-width: 48em)", HIGH = 0.2;
let count = 0;

export class Field {
  /** @param {HTMLInputElement} input @param {import("./client.mjs").Client} client*/
  constructor(input, client) {
    this.input = input;
    this.client = client;
    this.active = -1;
    this.still = Promise.resolve();
    /** @type {{top: number, bottom: number, href: string}[]} the options that the newest took the place of */
    this.before = [];
    this.changed = 0;
    this.turn = 0; // an answer that comes after the list was closed, or after a newer question, is not shown
    this.build(`sok-${++count}`);
    input.addEventListener("input", () => {
      this.mark(-1);
      this.search();
    });
    input.addEventListener("focus", () => this.input.value.trim() && this.search());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.panel.addEventListener("pointerdown", (event) => this.hold(event));
    if (input.value.trim() && document.activeElement === input) this.search();
  }

  /** @param {string} id */
  build(id) {
    this.panel = make("div", "sok-panel");
    this.panel.hidden = true;
    this.notes = make("p", "sok-merknad");
    this.list = make("ul", "sok-liste");
    this.list.id = `${id}-liste`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", say("results"));
    this.status = make("p", "sok-status");
    this.status.setAttribute("role", "status");
    this.panel.append(this.notes, this.list);
    const form = this.input.form || this.input.parentElement;
    form?.append(this.panel, this.status);
    const list = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(list)) {
      this.input.setAttribute(name, value);
    }
  }

  /** Nothing changes under a finger from when it goes down until the tap is done: it leads where it was seen to lead.
   * @param {PointerEvent} event */
  hold({ clientY, timeStamp }) {
    const under = this.before.find(({ top, bottom }) => top <= clientY && clientY < bottom);
    this.meant = timeStamp - this.changed < UNSEEN ? under?.href : undefined;
    this.still = new Promise((done) => {
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(done), { once: true });
    });
  }

  async search() {
    const query = this.input.value;
    if (!query.trim()) return this.close();
    const turn = ++this.turn;
    let begun = false;
    const show = async (/** @type {any} */ found, /** @type {boolean} */ whole) => {
      await this.still;
      if (!found || turn !== this.turn) return;
      const chosen = begun && this.active === 0;
      begun = true;
      this.show(found, query);
      if (chosen) this.mark(0);
      this.list.setAttribute("aria-busy", String(!whole));
    };
    const options = { limit: SHOWN, typing: true, choice: home(this.client.site.root), now: clock() };
    try {
      this.asking = this.client.search(query, options, (first) => show(first, false));
      const found = await this.asking;
      await show(found, true);
      setTimeout(() => turn === this.turn && this.lead(found), PAUSE);
    } catch {
      if (turn === this.turn) this.failed();
    }
  }

  /** @param {any} found */
  lead(found) {
    shownOf(found).slice(0, LED).forEach((hit, n) => {
      const option = /** @type {HTMLElement} */ (this.list.children[n]);
      if (hasSections(hit)) showPassage(this.client, hit, found, option, (href) => (option.dataset.href = href)).catch(() => {});
    });
  }

  failed() {
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", say("alphabet")));
    link.href = pageAddress("a-aa", this.client.site.root);
    this.list.replaceChildren();
    this.list.setAttribute("aria-busy", "false");
    this.notes.replaceChildren(say("failed"), " ", link);
    this.open();
  }

  /** @param {any} found @param {string} query */
  show(found, query) {
    const { root, stale } = this.client.site;
    const lines = [...(stale ? [say("stale")] : []), ...remarks(found, query)];
    const none = [say("noHits", { q: query.trim().slice(0, 60) }), ...(lines.length ? lines : [say("fewer")])];
    this.notes.textContent = found.hits.length || found.jumps.length ? lines.join(" ") : none.join(". ");
    this.notes.hidden = !this.notes.textContent;
    const hits = shownOf(found).slice(0, SHOWN);
    const options = hits.map((hit) => this.option(content(hit, found.marks, query), address(hit, root)));
    const all = document.createDocumentFragment();
    const count = Math.max(found.total, hits.length);
    all.append(make("span", "sok-alle", count > 1 ? say("all", { n: count }) : say(hits.length ? "one" : "otherways")));
    options.push(this.option(all, pageAddress("sok", root, `q=${encodeURIComponent(withoutPerson(query).trim())}`)));
    this.before = this.panel.hidden ? [] : this.options().map((option) => ({ ...edges(option), href: option.dataset.href ?? "" }));
    this.changed = performance.now();
    this.meant = undefined;
    this.list.replaceChildren(...options);
    this.status.textContent = [say("hits", { n: found.total || found.jumps.length }), ...lines].join(". ");
    this.mark(-1);
    this.open();
  }

  /** @param {DocumentFragment} inside @param {string} href */
  option(inside, href) {
    const option = make("li", "sok-treff");
    option.id = `${this.list.id}-${this.list.childElementCount}-${++count}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.href = href;
    option.append(inside);
    option.addEventListener("click", (event) => this.go(this.meant ?? option.dataset.href ?? href, event.ctrlKey || event.metaKey));
    return option;
  }

  /** @param {string} href @param {boolean} other */
  go(href, other) {
    if (other) return window.open(href, "_blank", "noopener");
    this.close();
    location.assign(href);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const options = this.list.children.length;
    if (event.key === "Escape" && !this.panel.hidden) {
      event.preventDefault();
      this.close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options) {
      event.preventDefault();
      this.open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark(((this.active + step + options + 2) % (options + 1)) - 1);
    } else if (event.key === "Enter" && this.active >= 0 && !this.panel.hidden) {
      event.preventDefault();
      this.go(/** @type {HTMLElement} */ (this.list.children[this.active]).dataset.href || "", false);
    } else if (event.key === "Enter" && /\d/.test(this.input.value)) {
      event.preventDefault();
      this.enter();
    }
  }

  /** A reference that leads to one page alone leads there at once; all other words lead to the page of hits. */
  async enter() {
    const found = await this.asking?.catch(() => null);
    if (found?.straight) this.go(address(found.straight, this.client.site.root), false);
    else this.input.form?.requestSubmit();
  }

  /** @param {number} active */
  mark(active) {
    const options = this.options();
    this.active = active;
    options.forEach((option, n) => option.setAttribute("aria-selected", String(n === active)));
    if (active < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    }
  }

  options() {
    return /** @type {HTMLElement[]} */ ([...this.list.children]);
  }

  /** In a narrow window the field goes to the top, so that the hits are above the keyboard. */
  open() {
    const isLow = () => this.input.getBoundingClientRect().top > innerHeight * HIGH;
    if (this.panel.hidden && matchMedia(NARROW).matches && isLow()) this.input.scrollIntoView({ block: "start" });
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  close() {
    this.turn++;
    this.panel.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.active = -1;
  }
}

/** @param {HTMLElement} element */
function edges(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom };
}
