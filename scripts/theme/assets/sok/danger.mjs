// @ts-check
// Whether a query tells of danger to life, however it is said: who writes that needs the numbers first. Read in stems, so
// that bokmål and nynorsk, and all forms of a word, are one, and as it is written, for what no page says.

import { bare } from "./places.mjs";

/** Ways to say something, in stems: `*` is the rest of a word, `..` a few words between. @param {string} ways */
const oneOf = (ways) => new RegExp(` (${ways.replaceAll("..", "(\\S+ ){0,2}").replaceAll("*", "\\S*")})(?= )`, "u");

const NEWBORN = oneOf("nyfø*|*baby*|spe*barn*|barn ..(slap*|und ..(måned|uke))");
const STAFF = oneOf("oss|meg|*(plei|personal|arbeid)*|lege?|ans[ae]tt*|av ..pasient*");
const SOMEBODY = oneOf("*pasient*|pas|bruk|beboer|eldr|gam*l*|mor|far|be?stemor|be?stefar|kon|mann|dam|kvinn|gutt|jent|barn*|h[ua]n|ho|noen|nokon");
// When only who is on call answers, and who does not know whom to ask.
const ON_CALL = oneOf("natt*|*kveld*|helg*|hellig|(lør|lau|søn|sun)dag*|(hv|kv)em ..(ring*|kontakt*)|(ring*|kontakt*) (hv|kv)em|hva gjør");
const BROKEN = "(hoft|lårhals?|lår|ben|bein|arm|ankel|hånd|hand|håndled|handled|rygg|nakk|hals|hod|ribb|bekken|skuld|skulder|fot|finger|kne|kompresjon|kranie)[es]?(bein|ben)?";

const NEVER = /(?!)/u;
// Who is on the way home, an injury that is treated already, and a fall that is counted or told of.
const LEAVING = "utskriv| skriv (\\S+ ){0,3}ut | skall? (\\S+ )?h[je]+m | (hjem|heim|ut)reis", HEALED = `${LEAVING}| (operer|oper |hjelpemid|gips|tren|koordin)`;
const TREATED = RegExp(HEALED, "u"), COUNTED = RegExp(`${HEALED}| (avvik|registr|risik|statist|meld|rapport|ernær|fra |ut av )`, "u"), HOMEWARD = RegExp(LEAVING, "u");
// The gravest first: a key of the pages that tell what to do then, what must not be there, and signs that must all be.
/** @type {[key: string, unless: RegExp, ...signs: RegExp[]][]} */
const DANGERS = [
  ["selvmord", NEVER, oneOf("selvmor(?!dsforsøk)*|suici*|dødsønsk|avsk*brev|livstr[øe]tt|t[ao](r|k|tt)? ..liv|(drept|heng*) seg|(vil|ønsk)( å)?( bar)? dø(?! (hjem*|heim*|på|i|hos|av) )|(vil|ork) ikk (å )?(lev|mer)")],
  ["fare", NEVER, oneOf(
    "selvmordsforsøk|overdos*|into[kx]*|(blod)?forgift" +
    "|*kramp(er|eanfall)?|epilep* anfall|bevisstlø|umedvit|livlø|(våkn|kjenn|reag*) ikk|besvim*|lamm|skjev (i )?munn|hjerne(slag|blød)" +
    "|pust ..(ikk|dårlig*|tungt|rar*)|tung ?pust*|ikk (å )?(pust|luft)|puste ?(stan|besvær|vansk|problem)*|åndenød|drukn|kvel|vrang*" +
    "|hjerte?(stan|infarkt| ?stopp)|brystsm*|(smert|*ond|trykk|press) ..bryst" +
    "|(oksyg|surst|pustemask|respirat)* ..(tomt?|slutt|sto*|stans*|virk ikk)|tom ..(oksyg|surst)*" +
    "|insulinsjokk|hypogly*|l[aå][vg]t blodsuk*|*føling*" +
    "|blø(r|dd?)|(stor|kraftig) blø*|(lit|mindr|ikk) (kjenn )?liv" +
    "|livs(far|tru)*|livst*rug*|allergik (reaksjon|sjokk)|anafyla*|*sepsis" +
    "|brann (i|på)|det brenn|kniv*|*våpen|slår (oss|meg)|delir* trem*",
  )],
  ["fare", NEVER, oneOf("tru(er|et|a|ar|gar)|trus*l*|slår|angr[ei]p*|utag*|va?old*"), STAFF],
  ["skade", TREATED, oneOf(
    `(åpen |open )?${BROKEN}(brudd|brot)|(mistank|mistenk) ..(brudd|brot)*|${BROKEN} ..(brudd|brot|brekk)|(brekk|bruk|brakk) (e[nit]* )?${BROKEN}` +
    "|ho(d|ved|vud)(e)?sk(ad)?*|hjerneryst*|ho(d|ved)traum*|slå* ..(hod|hoved)|(hod|hoved) ..(gulv|asfalt|kant)",
  )],
  ["fare", COUNTED, oneOf("fall|ramla?|snubl*|sklidd?|datt (ned|ut av)"), oneOf("hjem|*natt*|gulv|trapp*|seng|bad|do|stol|blodfortynn*|slå|vondt?|ond|reis ..opp|*pasient*|pas|bruk|beboer|mor|far|be?stemor|be?stefar|kon|mann|dam|kvinn|h[ua]n|ho|[0-9]+ ?år*")],
  ["voksen", / (henvis|fact|ingen vil)/u, oneOf("*psykos|psykotisk|hør ..stemm|stemm i h*|vrangforest*|hallus*")],
  ["nyfodt", NEVER, NEWBORN, oneOf("slap*|feb*|gul*|blek|(pust|stønn)*|(drikk|spis|ete?|su[gt]*) ..dårlig*|(ikk|dårlig) ..(drikk|spis|ete?)")],
  // Who is sick when the office is closed needs the number of who answers then, and a page second.
  ["fare", HOMEWARD, oneOf("(?<!(psykisk|kronisk) )syk|feb|magesmert*|(sterk )?smert|ond|oppkast|kast opp"), ON_CALL],
  ["fare", HOMEWARD, oneOf("dårlig|skral|verr|forverr"), ON_CALL, SOMEBODY],
];
// What is past, asked about or expected is no danger now, and what is planned or feared only when it is one's own death.
const LATER = oneOf("(oppfølg|rehab|forebyg|opplær|kurs|øv(els|ing)|kriteri|akutthjelp|palliat|lindr|terminal|forvent|*avtal)*|følg opp");
const PLANNED = oneOf("*plan(lagt)?|frykt"), AFTER = / ett(er)?( e\S+)?$/u;
// In which of two services one is taken in.
const YOUNG = oneOf("barn*|ungdom*|gutt|jent|bup*|([4-9]|1[0-7]) ?år*"), GROWN = oneOf("mor|far|kvinn|mann|voks*");

/** The keys of the pages that tell what to do in the dangers that a query tells of, the gravest first.
 * @param {string} text the query @param {string} meant as it was meant @param {import("./language.mjs").Language} language @returns {string[]} */
export function dangersIn(text, meant, language) {
  const stems = ` ${language.words(meant).flatMap((word) => (word.joined ? [] : [word.stem])).join(" ")} `;
  if (LATER.test(stems)) return [];
  const isNow = (/** @type {RegExp} */ sign) => [stems, ` ${bare(text)} `].some((said) => {
    const found = sign.exec(said);
    return found && !AFTER.test(said.slice(0, found.index));
  });
  const told = (PLANNED.test(stems) ? DANGERS.slice(0, 1) : DANGERS).filter(([, unless, ...signs]) => !unless.test(`${stems} ${bare(text)} `) && signs.every(isNow));
  const age = GROWN.test(stems) ? ["voksen"] : YOUNG.test(stems) ? ["ung"] : [];
  // Whose age is not told needs the numbers, and is most likely grown.
  const first = /** @type {Record<string, string[]>} */ ({ selvmord: age.length ? age : ["fare", "voksen"], voksen: age, skade: ["fare"] });
  return [...new Set(told.flatMap(([key]) => [...(first[key] ?? []), key]))];
}
