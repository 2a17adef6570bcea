// @ts-check
// Whether a query tells of danger to life, however it is said: who writes that needs the numbers first. Read in stems, so
// that bokmål and nynorsk, and all forms of a word, are one.

const DANGERS = /** @type {const} */ ({
  selvmord: / (selvmor(?!dsforsøk)\S*|suici\S*|dødsønsk|avsk\S+brev|livstr[øe]tt|(ta|tar|tatt|tok) (\S+ ){0,2}liv|(vil|ønsk)( å| bar)* dø(?! (hjem|heim|på|i|hos|av) )|(vil|ork) ikk (å )?(lev|mer)|(drept|heng\S*) seg) /u,
  fare: / (selvmordsforsøk|kramp(eanfall)?|pust (\S+ )?(ikk|dårligst|tungt?)|ikk (å )?pust|pustestan|hjerne(slag|blød)|lamm|hjerte(stan|infarkt)|brystsm\S+|bevisstlø|umedvit|livlø|(våkn|kjenn) ikk|drukn|kvel|blø(r|dd?)|livs(f|tru)\S*|livst\S*rug\S*|foster ?(beveg|rørsl)|(lit|mindr|ikk) (kjenn )?liv|allergik (reaksjon|sjokk)|anafyla\S+|\S*sepsis|(blod)?forgift|overdos\S*|into[kx]\S*|skjev (i )?munn) /u,
});
const LATER = / (oppfølg|følg opp|rehab|forebyg|opplær|kurs|kriteri|akutthjelp|\S*avtal)/u, AFTER = / ett( e\S+)?$/u, EXPECTED = / (palliat|lindr|terminal)/u;

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
