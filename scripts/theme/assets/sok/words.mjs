// @ts-check
// What the search says, in bokmål and nynorsk.

import { withoutPerson } from "./person.mjs";

const WORDS = /** @type {const} */ ({
  hits: ["{n} treff", "{n} treff"],
  searching: ["Søker …", "Søkjer …"],
  noHits: ["Ingen treff på «{q}»", "Ingen treff på «{q}»"],
  showsFor: ["Viser treff for «{to}»", "Viser treff for «{to}»"],
  insteadOf: ["i stedet for «{from}»", "i staden for «{from}»"],
  without: [
    "Ingen side har ordet «{w}». Treffene gjelder resten av søket, eller deler av ordet.",
    "Inga side har ordet «{w}». Treffa gjeld resten av søket, eller delar av ordet.",
  ],
  about: [
    "Ingen side handler om «{w}». Treffene har bare deler av ordet, eller noe som likner.",
    "Inga side handlar om «{w}». Treffa har berre delar av ordet, eller noko som liknar.",
  ],
  mentioned: ["Ingen side handler om «{w}». Ordet er bare nevnt.", "Inga side handlar om «{w}». Ordet er berre nemnt."],
  noneOfOwn: ["{w} har ingen egen side om dette.", "{w} har inga eiga side om dette."],
  firstElsewhere: ["Det øverste treffet gjelder i {w}.", "Det øvste treffet gjeld i {w}."],
  outside: ["{w} er ikke med. Avtalene her gjelder i {k}.", "{w} er ikkje med. Avtalane her gjeld i {k}."],
  liesIn: ["{w} ligger i {k} kommune.", "{w} ligg i {k} kommune."],
  district: [
    "{w} er flere kommuner: {k}. Skriv kommunen, så får du numrene.",
    "{w} er fleire kommunar: {k}. Skriv kommunen, så får du numra.",
  ],
  lawMissing: ["«{w}» er ikke med her. Slå den opp på lovdata.no.", "«{w}» er ikkje med her. Slå ho opp på lovdata.no."],
  pointMissing: ["{w} har ikke punkt {p}.", "{w} har ikkje punkt {p}."],
  absent: ["«{w}» finnes ikke her.", "«{w}» finst ikkje her."],
  meanings: ["«{w}» kan bety flere ting: {m}", "«{w}» kan bety fleire ting: {m}"],
  all: ["Vis alle {n} treff", "Vis alle {n} treff"],
  one: ["Vis treffet", "Vis treffet"],
  otherways: ["Finn det på en annen måte", "Finn det på ein annan måte"],
  more: ["Vis flere treff", "Vis fleire treff"],
  deadline: ["Frist", "Frist"],
  phone: ["Telefon og kontakt", "Telefon og kontakt"],
  expired: ["Gjelder ikke nå", "Gjeld ikkje no"],
  field: ["Søk i prosedyrer og avtaler", "Søk i prosedyrar og avtalar"],
  hint: [
    "Skriv det du lurer på, med dine egne ord. Skriv aldri navn eller annet om pasienter.",
    "Skriv det du lurer på, med dine eigne ord. Skriv aldri namn eller anna om pasientar.",
  ],
  person: [
    "Skriv aldri fødselsnummer eller annet om pasienter i søket.",
    "Skriv aldri fødselsnummer eller anna om pasientar i søket.",
  ],
  narrow: ["Avgrens treffene", "Avgrens treffa"],
  any: ["Alle", "Alle"],
  verden: ["Slags innhold", "Slags innhald"],
  type: ["Type", "Type"],
  rolle: ["Rolle", "Rolle"],
  fase: ["Fase", "Fase"],
  gruppe: ["Pasientgruppe", "Pasientgruppe"],
  omrade: ["Helsefellesskap", "Helsefellesskap"],
  kommune: ["Kommune", "Kommune"],
  withExpired: ["Ta med det som ikke gjelder nå", "Ta med det som ikkje gjeld no"],
  tryThis: ["Prøv dette", "Prøv dette"],
  fewer: ["Skriv færre ord, eller et annet ord for det samme.", "Skriv færre ord, eller eit anna ord for det same."],
  byRole: ["Velg rollen din", "Vel rolla di"],
  bySituation: ["Velg hva som skjer med pasienten", "Vel kva som skjer med pasienten"],
  acute: ["Akutt nå: numrene når det haster", "Akutt no: numra når det hastar"],
  alphabet: ["Alle oppgaver fra A til Å", "Alle oppgåver frå A til Å"],
  suggest: ["Foreslå et søkeord", "Føreslå eit søkjeord"],
  owner: ["Spør sekretariatet for {w}", "Spør sekretariatet for {w}"],
  failed: ["Søket virker ikke akkurat nå.", "Søket verkar ikkje akkurat no."],
  stale: ["Siden og søket er fra ulike utgaver. Last siden på nytt.", "Sida og søket er frå ulike utgåver. Last sida på nytt."],
  results: ["Søketreff", "Søkjetreff"],
});

// Signs that turn the direction of the text after them.
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** @typedef {keyof typeof WORDS} Key */

/** @param {Key} key @param {Record<string, string | number>} values @param {boolean} nynorsk */
export function say(key, values = {}, nynorsk = document.documentElement.dataset.sprak === "nn") {
  const text = WORDS[key][nynorsk ? 1 : 0];
  return text.replace(/\{(\w+)\}/g, (_, name) => withoutPerson(String(values[name] ?? "").replace(TURNING, ""), "…"));
}
