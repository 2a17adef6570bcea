// @ts-check
// Addresses that readers type: "§ 6-2 nr 5", "da05 4.3", "TA5 pkt 4.3". Each becomes a key of the index.

const LAW = /(?:§+|paragraf|\bspesialisthelset\p{L}*lov\p{L}*|\bhol\.?|\bsphl(?:sl)?\.?|\bpbrl\.?|\bhpl\.?)\s*§*\s*(\d+[a-z]?\s*[-–]\s*\d+(?:\s?[a-e](?!\p{L}))?)(?![0-9])(?:.{0,20}?(?<!\p{L})(?:nr|nummer)\.?\s*(\d+)|\s+(\d{1,2})\s*$)?/iu;
// Laws without chapters: "hpl § 10 a", "fastlegeforskriften § 14".
const WHOLE_LAW = /(?:§+|paragraf|\bhpl\.?)\s*§*\s*(\d+(?:\s?[a-e](?![\p{L}0-9]))?)(?!\s*[-–]?\s*\d)(?:.{0,20}?(?<!\p{L})(?:nr|nummer)\.?\s*(\d+))?/iu;
const BARE_LAW = /^\s*(\d+-\d+[a-e]?)(?:\s*(?:nr|nummer)\.?\s*(\d+))?\s*$/iu;
const CLAUSE = /\b(da|ta|sa|os|r|delavtale|tjenesteavtale|tenesteavtale|avtale|særavtale|overordnet(?: samarbeidsavtale| avtale)?|overordna(?: samarbeidsavtale| avtale)?)\s*\.?\s*(?:nr\.?\s*)?0*(\d{0,2})(?!\d|\.\d)(?:(?<=\d)[a-e])?(?:\s*(?:,|pkt\.?|punkt|kap\.?|kapittel|§)?\s*(\d+(?:\.\d+)*))?(?![\p{L}0-9])/iu;

// The clause before its agreement: "pkt 7.3 da5", "punkt 4.2 i delavtale 5".
const CLAUSE_FIRST = /\b(?:pkt\.?|punkt|kap\.?|kapittel)\s*(\d+(?:\.\d+)*)\s*,?\s*(?:i|av)?\s+([\p{L}].*)$/iu;

// Laws that nurses cite by their abbreviation.
const CITED = /\b(phvl|bvl|fvl|ftrl|strl|smittevl|helsepersl|psykhvl)\.?\s*§*\s*(\d+(?:\s*[-–]\s*\d+)?(?:\s?[a-e](?![\p{L}0-9]))?)(?:.{0,9}?ledd)?/iu;

/** A point of a law that is cited by an abbreviation, of which only the whole law can have a page.
 * @param {string} query @returns {{written: string, law: string, point: string} | null} */
export function citedLaw(query) {
  const found = CITED.exec(query.slice(0, 200));
  return found && { written: found[0], law: found[1].toLowerCase(), point: `${found[1].toLowerCase()} § ${found[2]}` };
}

/** The point that a query cites of a law with pages here: as it is written, and as one cites it; the law alone by its name.
 * @param {string} query @returns {{written: string, law: string, point: string} | null} */
export function namedPoint(query) {
  const text = query.slice(0, 200), found = LAW.exec(text) || WHOLE_LAW.exec(text), law = found && /^\p{L}+/u.exec(found[0].toLowerCase());
  return law && law[0] !== "paragraf" ? { written: found[0], law: law[0], point: `${law[0]} § ${found[1].replace(/\s/g, "")}` } : null;
}

/** The keys to look up, most exact first. @param {string} query @returns {string[]} */
export function jumpKeys(query) {
  const text = query.slice(0, 200);
  if (!/[0-9]/.test(text)) return [];
  const keys = [];
  const law = LAW.exec(text) || BARE_LAW.exec(text) || WHOLE_LAW.exec(text);
  if (law) {
    const paragraph = law[1].replace(/\s/g, "").replace("–", "-").toLowerCase();
    const number = law[2] || (law.length > 3 && law[3]);
    if (number) keys.push(`#§${paragraph}#${number}`);
    keys.push(`#§${paragraph}`);
  }
  const turned = CLAUSE_FIRST.exec(text);
  const clause = (turned && CLAUSE.exec(`${turned[2]} ${turned[1]}`)) || CLAUSE.exec(text);
  if (clause && (clause[2] || clause[3])) {
    const family = { sa: "sa", særavtale: "sa", os: "os", overordnet: "os", overordna: "os", r: "r" }[clause[1].toLowerCase().split(" ")[0]] || "da";
    // There is one overordnet avtale, so a number after it is a clause.
    const [number, point] = family === "os" ? ["", clause[3] || clause[2]] : [clause[2], clause[3]];
    if (point) keys.push(`#${family}${number}#${point}`);
    if (number) keys.push(`#${family}${number}`);
  }
  return keys;
}
