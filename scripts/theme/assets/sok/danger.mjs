// @ts-check
// Whether a query tells of danger to life, however it is said: who writes that needs the numbers first. Read in stems, so
// that bokmål and nynorsk, and all forms of a word, are one.

const oneOf = (/** @type {string[]} */ ...ways) => new RegExp(` (${ways.join("|")}) `, "u");

const DANGERS = {
  selvmord: oneOf(
    "selvmor(?!dsforsøk)\\S*|suici\\S*|dødsønsk|avsk\\S+brev|livstr[øe]tt",
    "(ta|tar|tatt|tok) (\\S+ ){0,2}liv|(drept|heng\\S*) seg",
    "(vil|ønsk)( å| bar)* dø(?! (hjem|heim|på|i|hos|av) )|(vil|ork) ikk (å )?(lev|mer)",
  ),
  fare: oneOf(
    "selvmordsforsøk|overdos\\S*|into[kx]\\S*|(blod)?forgift",
    "kramp(eanfall)?|bevisstlø|umedvit|livlø|(våkn|kjenn) ikk|lamm|skjev (i )?munn|hjerne(slag|blød)",
    "pust (\\S+ )?(ikk|dårligst|tungt?)|ikk (å )?pust|pustestan|drukn|kvel|hjerte(stan|infarkt)|brystsm\\S+",
    "blø(r|dd?)|foster ?(beveg|rørsl)|(lit|mindr|ikk) (kjenn )?liv",
    "livs(f|tru)\\S*|livst\\S*rug\\S*|allergik (reaksjon|sjokk)|anafyla\\S+|\\S*sepsis",
  ),
};
// What is past, planned, asked about or expected is no danger now.
const LATER = / (palliat\S* plan|oppfølg|følg opp|rehab|forebyg|opplær|kurs|kriteri|akutthjelp|\S*avtal)/u;
const AFTER = / ett( e\S+)?$/u;
const EXPECTED = / (palliat|lindr|terminal)/u;

/** @param {string} text a query as it was meant @param {import("./language.mjs").Language} language @returns {keyof typeof DANGERS | ""} */
export function dangerIn(text, language) {
  const stems = ` ${language.words(text).flatMap((word) => (word.joined ? [] : [word.stem])).join(" ")} `;
  if (LATER.test(stems)) return "";
  const told = (/** @type {keyof typeof DANGERS} */ danger) => {
    const found = DANGERS[danger].exec(stems);
    return found !== null && !AFTER.test(stems.slice(0, found.index));
  };
  if (told("selvmord") && !EXPECTED.test(stems)) return "selvmord";
  return told("fare") ? "fare" : "";
}
