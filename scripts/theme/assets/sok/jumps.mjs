// @ts-check
// Addresses that readers type: "§ 6-2 nr 5", "da05 4.3", "TA5 pkt 4.3", "AV708". Each becomes a key of the index.

import { bare } from "./places.mjs";

/** @typedef {{address: string, title: string, anchor: string, world?: string, space?: string}} Jump */

const raw = String.raw;
// "nr 5", soon after a point.
const NUMBER = raw`.{0,20}?(?<!\p{L})(?:nr|nummer)\.?\s*(\d+)`;
const LAW = RegExp(
  raw`(?:§+|paragraf|\bspesialisthelset\p{L}*lov\p{L}*|\bhol\.?|\bsphl(?:sl)?\.?|\bpbrl\.?|\bhpl\.?)\s*§*\s*` +
  raw`(\d+[a-z]?\s*[-–]\s*\d+(?:\s?[a-e](?!\p{L}))?)(?![0-9])(?:${NUMBER}|\s+(\d{1,2})\s*$)?`,
  "iu",
);
// Laws without chapters, and whole chapters: "hpl § 10 a", "fastlegeforskriften § 14", "pbrl kap 4 A".
const WHOLE_LAW = RegExp(
  raw`(?:§+|paragraf|\bhpl\.?|helsepersonell?ov\p{L}*|(?:\bpbrl\.?|bruk[ea]rrett\p{L}*lov\p{L}*)(?:\s*kap\p{L}*\.?)?)\s*§*\s*` +
  raw`(\d+(?:\s?[a-e](?![\p{L}0-9]))?)(?!\s*[-–]?\s*\d)(?:${NUMBER})?`,
  "iu",
);
const BARE_LAW = /^\s*(\d+-\d+[a-e]?|\d+ ?[a-e])(?:\s*(?:nr|nummer)\.?\s*(\d+))?\s*$/iu;
// An agreement, its number, and a point of it.
const CLAUSE = RegExp(
  raw`\b(da|ta|sa|os|r|delavtale|tj?enesteavtale|avtale|særavtale|overordn(?:et|a)(?: samarbeidsavtale| avtale)?)\s*\.?\s*` +
  raw`(?:nr\.?\s*)?0*(\d{0,2})(?!\d|\.\d)(?:(?<=\d)[a-e])?` +
  raw`(?:\s*(?:,|pkt\.?|punkt|kap\.?|kapittel|§)?\s*(\d+(?:\.\d+)*))?(?![\p{L}0-9])`,
  "iu",
);
// The clause before its agreement: "pkt 7.3 da5", "punkt 4.2 i delavtale 5".
const CLAUSE_FIRST = /\b(?:pkt\.?|punkt|kap\.?|kapittel)\s*(\d+(?:\.\d+)*)\s*,?\s*(?:i|av)?\s+([\p{L}].*)$/iu;
// Laws that nurses cite by their abbreviation.
const CITED = RegExp(
  raw`\b(phvl|bvl|fvl|ftrl|strl|smittevl|helsepersl|psykhvl)\.?\s*§*\s*` +
  raw`(\d+(?:\s*[-–]\s*\d+)?(?:\s?[a-e](?![\p{L}0-9]))?)(?:.{0,9}?ledd)?`,
  "iu",
);
// Laws that have pages here, as readers name them, by the start of the addresses of their pages.
const LAWS = {
  hol: /\bhol\b\.?|omsorgst\p{L}*lov\p{L}*/iu,
  sphl: /\bsphl(?:sl)?\b\.?|spesialisthelset\p{L}*lov\p{L}*/iu,
  pbrl: /\bpbrl\b\.?|bruk[ea]rrett\p{L}*lov\p{L}*/iu,
  hpl: /\bhpl\b\.?|helsepersonell?ov\p{L}*/iu,
};
// How the keys of an agreement begin that is no delavtale.
const FAMILIES = /** @type {Record<string, string>} */ ({ sa: "sa", særavtale: "sa", os: "os", overordnet: "os", overordna: "os", r: "r" });
// A rule of the check: in capitals, or nothing else.
const RULE = /\bAV ?(\d{3})(?!\d)|^\s*av ?(\d{3})\s*$/;

/** A point of a law that is cited by an abbreviation, of which only the whole law can have a page.
 * @param {string} query @returns {{written: string, law: string, point: string} | null} */
export function citedLaw(query) {
  const found = CITED.exec(query.slice(0, 200));
  return found && { written: found[0], law: found[1].toLowerCase(), point: `${found[1].toLowerCase()} § ${found[2]}` };
}

/** The law that a query names: the start of the addresses of its pages, and its name as written. @param {string} query */
function lawIn(query) {
  for (const [law, name] of Object.entries(LAWS)) {
    const found = name.exec(query);
    if (found) return { law, name: found[0].toLowerCase().replace(".", "") };
  }
  return null;
}

/** The point that a query cites of a law with pages here: as it is written, and as one cites it.
 * @param {string} query @returns {{written: string, point: string} | null} */
export function namedPoint(query) {
  const text = query.slice(0, 200), found = LAW.exec(text) || WHOLE_LAW.exec(text), law = found && lawIn(text);
  return law && { written: found[0], point: `${law.name} § ${found[1].replace(/\s/g, "")}` };
}

/** Whether a page is of the law that a query names: "pbrl 2-5", "fastlegeforskriften § 14".
 * @param {{address: string}} hit @param {string} query */
export function isOfLaw({ address }, query) {
  const named = lawIn(query), [, law = ""] = /^lov\/(\p{L}+)-/u.exec(address) ?? [];
  return law !== "" && (named ? law === named.law : bare(query).split(" ").some((word) => word.startsWith(law)));
}

/** The point that a query names and the first of the agreements that lacks it.
 * @param {string} query @param {Jump[]} jumps what it leads to */
export function lackedPoint(query, jumps) {
  const point = clauseIn(query.slice(0, 200))?.[3] ?? "";
  const lacking = point.includes(".") && jumps.find(({ world, anchor }) => world === "overordnet" && !`${anchor}.`.startsWith(`${point}.`));
  return lacking ? { point, agreement: lacking.title.split(":")[0] } : undefined;
}

/** An agreement that a query names by its number, as it is written: "delavtale 14". @param {string} query */
export function namedAgreement(query) {
  return /(?:delavtale|t[je]+nesteavtale)\s*(?:nr\.?\s*)?\d{1,2}(?![\d.])/iu.exec(query.slice(0, 200))?.[0];
}

/** @param {string} text */
function clauseIn(text) {
  const turned = CLAUSE_FIRST.exec(text);
  return (turned && CLAUSE.exec(`${turned[2]} ${turned[1]}`)) || CLAUSE.exec(text);
}

/** The one page that a query leads to which is a reference to a law or a clause and nothing else: the reader's own, else
 * the only one that has it.
 * @template {Jump} T
 * @param {string} query @param {T[]} jumps what it leads to @param {string | undefined} key by which that was found
 * @param {string} [space] the reader's own
 * @returns {T | undefined} */
export function straightTo(query, jumps, key, space) {
  if (query.length > 80 || !isReference(query) || key !== jumpKeys(query)[0] || lackedPoint(query, jumps)) return undefined;
  const own = space ? jumps.filter((hit) => hit.space === space) : [];
  return (own.length ? own : jumps).length === 1 ? (own[0] ?? jumps[0]) : undefined;
}

/** @param {string} query */
function isReference(query) {
  const whole = [LAW, BARE_LAW, WHOLE_LAW, CLAUSE, CLAUSE_FIRST].map((form) => form.exec(query)?.[0] ?? "");
  const law = lawIn(query)?.name ?? "";
  return whole.some((found) => found && !/[\p{L}\d]/u.test(query.toLowerCase().replace(found.toLowerCase(), "").replace(law, "")));
}

/** The keys to look up, most exact first. @param {string} query @returns {string[]} */
export function jumpKeys(query) {
  const text = query.slice(0, 200);
  if (!/[0-9]/.test(text)) return [];
  const keys = [], rule = RULE.exec(text);
  if (rule) keys.push(`#av${rule[1] ?? rule[2]}`);
  const law = LAW.exec(text) || BARE_LAW.exec(text) || WHOLE_LAW.exec(text);
  if (law) {
    const paragraph = law[1].replace(/\s/g, "").replace("–", "-").toLowerCase();
    const number = law[2] || (law.length > 3 && law[3]);
    if (number) keys.push(`#§${paragraph}#${number}`);
    keys.push(`#§${paragraph}`);
  }
  const clause = clauseIn(text);
  if (clause && (clause[2] || clause[3])) {
    const family = FAMILIES[clause[1].toLowerCase().split(" ")[0]] ?? "da";
    // There is one overordnet avtale, so a number after it is a clause.
    const [number, point] = family === "os" ? ["", clause[3] || clause[2]] : [clause[2], clause[3]];
    if (point) keys.push(`#${family}${number}#${point}`);
    if (number || family === "os") keys.push(`#${family}${number}`);
  }
  return keys;
}

const SHORT_NAMES = /** @type {Record<string, string>} */ ({ da: "delavtale", ta: "tenesteavtale" });

/** First those whose title has the reader's own word for an agreement: «delavtale 5» is not Fonna's «Tenesteavtale 5».
 * @template {Jump} T @param {T[]} hits @param {string} query @returns {T[]} */
export function titled(hits, query) {
  const [written] = /[\p{L}]*avtale|\b[dt]a(?=\s?\d)/iu.exec(query) || [""];
  const word = SHORT_NAMES[lackedPoint(query, hits) ? "" : written.toLowerCase()] ?? written;
  const means = (/** @type {T} */ hit) => Number(word !== "" && hit.title.toLowerCase().startsWith(word.toLowerCase()));
  return [...hits].sort((a, b) => means(b) - means(a));
}
