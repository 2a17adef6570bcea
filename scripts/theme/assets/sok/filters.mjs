// @ts-check
// Narrowing the hits by what kind of content, for whom, and where.

import { make } from "./marks.mjs";
import { say } from "./words.mjs";

const NAMES = /** @type {const} */ (["verden", "type", "rolle", "fase", "gruppe", "omrade"]);

export class Filters {
  /** @param {import("./client.mjs").Client} client @param {() => void} changed */
  constructor(client, changed) {
    this.client = client;
    this.changed = changed;
    this.element = /** @type {HTMLDetailsElement} */ (make("details", "sok-filter"));
    this.element.hidden = true;
    this.element.append(make("summary", "", say("narrow")));
    /** @type {Map<string, string>} */
    this.values = new Map();
    this.kommune = "";
    this.expired = false;
    this.offered = false;
  }

  /** @param {URLSearchParams} values */
  read(values) {
    this.values = new Map(NAMES.flatMap((name) => (values.get(name) ? [[name, String(values.get(name))]] : [])));
    this.kommune = values.get("kommune") || "";
    this.expired = values.get("utgatt") === "1";
  }

  /** @param {string} query */
  write(query) {
    const values = new URLSearchParams(query ? { q: query } : {});
    for (const [name, value] of this.values) values.set(name, value);
    if (this.kommune) values.set("kommune", this.kommune);
    if (this.expired) values.set("utgatt", "1");
    return values.toString().replace(/\+/g, "%20");
  }

  choice() {
    return { expired: this.expired, filters: Object.fromEntries([...this.values].map(([name, value]) => [name, [value]])) };
  }

  /** Build the controls once, after the first hits are on the screen. */
  async offer() {
    if (this.offered) return;
    this.offered = true;
    const facets = await this.client.ask({ kind: "facets" });
    const nynorsk = document.documentElement.dataset.sprak === "nn" ? 1 : 0;
    const fields = make("div", "sok-filter-felt");
    for (const name of NAMES) {
      const names = facets.names[name] || {};
      const options = Object.keys(facets[name] || {}).filter((id) => names[id]).map((id) => [id, names[id][nynorsk] || names[id][0]]);
      if (options.length > 1) fields.append(this.select(name, options));
    }
    const kommuner = Object.entries(facets.kommuner || {}).sort(([a], [b]) => a.localeCompare(b, "nb"));
    if (kommuner.length > 1) fields.append(this.ofKommune(kommuner));
    fields.append(this.check());
    this.element.append(fields);
    this.element.open = this.values.size > 0 || this.expired;
    this.element.hidden = false;
  }

  /** @param {import("./words.mjs").Key} name @param {string[][]} options @param {string} chosen
   * @returns {[HTMLElement, HTMLSelectElement]} */
  control(name, options, chosen) {
    const label = make("label", "sok-filter-navn", say(name));
    const select = /** @type {HTMLSelectElement} */ (make("select"));
    for (const [value, text] of [["", say("any")], ...options]) {
      const option = /** @type {HTMLOptionElement} */ (make("option", "", text));
      option.value = value;
      option.selected = value === chosen;
      select.append(option);
    }
    label.append(select);
    return [label, select];
  }

  /** @param {typeof NAMES[number]} name @param {string[][]} options */
  select(name, options) {
    const [label, select] = this.control(name, options, this.values.get(name) || "");
    select.addEventListener("change", () => {
      if (select.value) this.values.set(name, select.value);
      else this.values.delete(name);
      if (name === "omrade") this.kommune = "";
      this.changed();
    });
    return label;
  }

  /** A kommune stands for the helsefellesskap whose agreements it is part of. @param {[string, string][]} kommuner */
  ofKommune(kommuner) {
    const [label, select] = this.control("kommune", kommuner.map(([name]) => [name, name]), this.kommune);
    const spaces = new Map(kommuner);
    select.addEventListener("change", () => {
      const space = spaces.get(select.value);
      this.kommune = select.value;
      if (space) this.values.set("omrade", space);
      else this.values.delete("omrade");
      this.changed();
    });
    return label;
  }

  check() {
    const label = make("label", "sok-filter-valg"), box = /** @type {HTMLInputElement} */ (make("input"));
    box.type = "checkbox";
    box.checked = this.expired;
    box.addEventListener("change", () => {
      this.expired = box.checked;
      this.changed();
    });
    label.append(box, " ", say("withExpired"));
    return label;
  }
}
