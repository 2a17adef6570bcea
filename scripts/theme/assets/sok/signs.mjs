// @ts-check
// What tells of danger to life: who it is about, what is wrong, and what must not be there. Stems and written words both are
// read (see `danger.mjs`), with all that is said for "ikke" as `ikk`.

// Who may leave a question unanswered, or be gone, with nobody in danger. What comes between two words of a sign is none of them.
const OFFICE = "(kommun|kontor|leg|vakt|avdel|post|sykehus|sjukehus|sykehjem|pleie?|tjenest|tenest|telefon|tlf|mobil|melding|journal|epikris|svar)";
/** Ways to say something: `*` is the rest of a word, `..` a few words between, `--` a few that are no office, `^` where a query begins and `$` where it ends. @param {string} ways */
const oneOf = (ways) => new RegExp(` (${ways.replaceAll("^", "(?<=^ )").replaceAll("$", "(?= $)").replaceAll("..", "(\\S+ ){0,2}").replaceAll("*", "\\S*").replaceAll("--", "((?!\\S*" + OFFICE + ")\\S+ ){0,3}")})(?= )`, "u");

const NEWBORN = oneOf("nyfø*|*baby*|spe*barn*|barn ..(slap*|und ..(måned|uke))");
const STAFF = oneOf("oss|meg|*(plei|personal|arbeid)*|lege?|ans[ae]tt*|av ..pasient*");
const PERSON = "(*pasient*|pas|bruk([ea]r*)?|be(boer|buar)*|eldr*|gam*l*|mor*|far|faren|be?stemor*|be?stefar*|kon[ea]?|mann*|dam*|kvinn*|gutt*|jent*|*barn(et)?|baby*|nyfø*|ung[ea]n?|s[øo]n+(en)?|dott?er|datter*|h[ua]n|ho|hamm?|henn*|noen|nokon|dement*)";
const SOMEBODY = oneOf(PERSON);
// When only who is on call answers, and who does not know whom to ask.
const ON_CALL = oneOf("natt*|*kveld*|helg*|hellig|(lør|lau|søn|sun)dag*|(hv|kv)em ..(ring*|kontakt*)|(ring*|kontakt*) (hv|kv)em|hva gjør");
const BROKEN = "(hoft|lårhals?|lår|ben|bein|arm|ankel|hånd|hand|håndled|handled|rygg|nakk|hals|hod|ribb|bekken|skuld|skulder|fot|finger|kne|kompresjon|kranie)[es]?(bein|ben)?";

// What is taken, and so much of it that it is a danger; what is poison however little it is.
const TAKEN = "(tatt|t[oe]ke?|svelg*|spis*|åt|drakk|drikk*|drukk*|sprøyt*|satt|sett|satte|gitt|fått|gi|få)(?! (med|i?mot|vare|over|ut|bort|ikk))", DRUG = "(*pill*|*tablett*|para(c|s)*|*medisin(er?|ar)?|*medikament*|*dos(er?|ar|is)?|dosett*|esk*|brett*|*insulin*|morf*|sob?ril*|valium)";
const POISON = "((rott[ea]?|muse|plante)?gift|*vaske(mid|pul)*|klor*|lampeolj*|parafin|avløp*|*batteri*|*sopp|salmiakk*|lut|syre|terpentin*|tennvæsk*|frostvæsk*|kaustisk*)";
const FACE = "(ansikt*|andlet*|fjes*|munn*|lepp*|tung[ea]?n?|hals*|øy[ea]*)", SKIN = "(ansikt*|fjes*|munn*|lepp*|tung[ea]?n?|hud*)", HEART = "(bryst*|hjerte*)", COLOURS = "(blå*|blånt|grå*|bl(ei|e)k*|kvit*|hvit*)";
const NEVER = /(?!)/u;
// A thing that is gone, who is away with leave; what is made ready for a fire, and who is tired of work.
const THING = /jobb|arbei|skol|list|permis|møt|time|journal|melding|epikris|medisin|papir|skjema|hjelpemid|briller|høreapp|protes| dø|stopp|tilsyn|visste/u, READY = /vern|øv|plan|beredskap|instruks|kurs|test|risiko|rutin|rapport|avvik|samarb|varsle|politi/u;
// Who is on the way home, an injury that is treated already, and a fall that is counted or told of.
const LEAVING = "utskriv| skriv (\\S+ ){0,3}ut | skall? (\\S+ )?h[je]+m | (hjem|heim|ut)reis", HEALED = `${LEAVING}| (operer|oper |hjelpemid|gips|tren|koordin)`;
const TREATED = RegExp(HEALED, "u"), COUNTED = RegExp(`${HEALED}| (avvik|registr|risik|statist|meld|rapport|ernær|fra |ut av )`, "u"), HOMEWARD = RegExp(LEAVING, "u");
const STROKE_TREATED = RegExp(`${HEALED}| (iv|intraven|væsk|vesk|antib|infus|sukker|salt|stativ|vann|vatn|si[dt][ae]n|år )`, "u");
// Sick people of whom one plans the nights are not sick tonight.
const CARED_FOR = RegExp(`${LEAVING}| (syke|sjuke) (\\S+ ){1,2}avlast`, "u");
// The gravest first: a key of the pages that tell what to do then, what must not be there, and signs that must all be.
/** @type {[key: string, unless: RegExp, ...signs: RegExp[]][]} */
export const DANGERS = [
  ["selvmord", NEVER, oneOf("selvmor(?!dsforsøk)*|suici*|dødsønsk|avsk*brev|livstr[øe]tt|t[ao](r|k|tt)? ..liv|(drept|heng*) seg|(vil|ønsk)( å)?( bar)? dø(?! (hjem*|heim*|på|i|hos|av) )|(vil|ork) ikk (å )?(lev|mer)|(kutt*|skjær*|skar) seg( selv| sjølv)?$|(sit|stå)* på (bru[ea]n?|bro(a|en)|rekkv*)")],
  ["fare", NEVER, oneOf(
    "selvmordsforsøk|overdos*|into[kx]*|(blod|røyk|alkohol|tablett)?forgift*|gift(info|sentral)*|kullos|h[ou]ggorm*" +
    "|*kramp(er|a|eanfall)?|epilep* anfall|bevisstlø|umedvit|livlø|våkn ikk|kjenn ikk ..(liv|spark|beveg*)|besvim*|lamm(?! av )|skjev (i )?munn|hjerne(slag|blød)" +
    "|pust ..(ikk|dårlig*|tungt|rar*)|tungt? ?..pust*|ikk (å )?(pust|luft)|puste ?(stan|besvær|vansk|problem)*|åndenød|vrang*" +
    "|hj[ea]rte?(stan|infarkt|flim*| ?stopp)|infarkt$|lungeemb*|*propp ..lung*|status epil*|brystsm*|(smert|*ond|trykk|press) ..bryst" +
    "|(oksyg|surst|pustemask|respirat)* ..(tomt?|slutt|sto*|stans*|virk ikk)|tom ..(oksyg|surst)*" +
    "|insulinsjokk|hypogly*|blodsuk* (under |på )?[0-3]|l[aå][vg]t blodsuk*|*føling*" +
    "|blø(r|dd?)|(stor|kraftig) blø*|(lit|mindr|ikk) (kjenn )?liv" +
    "|livs(far|tru)*|livst*rug*|allergik (reaksjon|sjokk)|anafyla*|*sepsis|meningit*|*krupp*|*astmaanf*|stridor|epiglot*|treng* (en )?ambulans* n[åo]|bjeff*|inndragning*|(hves*|pip*|surkl*|slit*|strev*) --(pust*|få luft)|pust* ..fort*" +
    "|brann (i|på)|det brenn|kniv*|*våpen|slår (oss|meg)|delir* trem*|over bord|hypoterm*",
  )],
  // Who does not answer, wake up or breathe, and who is found lying, cold or blue.
  ["fare", / (telefon|tlf|mobil|brev|melding|innkall|henvend)/u, oneOf(
    `${PERSON} --(svar*|reag*)( på ..tiltal*| meg| oss)? ikk(?! på (?!tiltal|rop|smert|stell|stimul))|(svar*|reag*) ${PERSON} ikk|${PERSON} --ikk (svar*|reag*)(?! på )|(svar*|reag*) ikk (på (tiltal|rop|smert|stell|stimul)*|--(bank|rop|dør)*)|(åpn*|opn*) ikk --dør*` +
    `|ikk (\\S+ )?(kontakt|respons|svar) (med|hos|frå|fra|på|i) ${PERSON}|(få*|fikk|fekk) ikk (no* )?(kontakt|respons)$|ikk (kontakt|vekk)bar*` +
    "|(få*|fikk|fekk|kan|klar*) (\\S+ )?ikk (å )?(\\S+ )?(vekk*(?! inter)|våken|våk|vaken|liv i)|ikk våkn|svar* ikk ..kald",
  )],
  ["fare", / (mat|rom|hus|hånd|hand|hend|hender|fot|føtt|føter|leilighet|vatn|vann|sommer|vinter|vær)/u, oneOf("(is)?kald*|nedkjøl*|underkjøl*"), oneOf(`${PERSON}|klam*|${COLOURS}|svar|forvirr*`)],
  ["fare", NEVER, oneOf(
    "(ingen|uten|utan|inga) (\\S+ )?(puls*|pust*)|(fin|finn|fant|fann|kjenn|kjent|har|ha|få) ..(ikk|ingen|ing) ..puls*|puls(løs|laus)*|(slutt*|stopp*|stans*) (med )?(å )?pust*|gisp*|nie oddycha|ikk oddycha|ikk ..reaguje|nieprzytom*" +
    `|${COLOURS} ..${SKIN}|${SKIN} ..${COLOURS}|kald klam|klam kald|(kald|blek|bleik|grå) og klam*|blek* og kald*` +
    `|(lig*|lå|låg|lag|fin|finn|fann|fant|funn*|sitt|satt|fall*|falt*|hjelp) --(*g[uo]lv*|bakk|bakken|snø*|trapp*)|(kom*|kjem*|få*) (\\S+ )?ikk (seg )?opp( igjen)?$|(kom*|kjem*) seg ikk opp*|(fant|fann|fin|finn|funn*) --død*|hold* på ..(dø|dau*)|nær* (ved )?å (dø|dau*)` +
    "|(satt|set|sett|sit|sitar|fast|mat*|bit*|bein|noe|noko|kjøt*|brød*) ..hals*|kv[ae]lt|kvel(es|er|ning*)|(trak|trach)eo* --(tett*|falt|ut)|(tett*|falt) --trak*" +
    "|^(vekk*|reag*|ingen|ikk) (\\S+ )?(ikk|kontakt)$|(tok|tatt|teke) (pill|tablett)[ea]r$|(heng*|hang) --(tau|snor|strikk|belt*)|(fant|fann|fin|finn|funn*) --heng*|drukn*(?! (i|av) (papir|arb|mel|opp))|under vann|(strøm|elektrisk)m? ?støt|(fikk|fått|få|fekk) str[aøu]u?mm?|skutt|knivst*|hugg*",
  )],
  ["fare", / (skriv|list|resept|prøv|lag|ikk ..(vil|ta))/u, oneOf(`${TAKEN} --(for ?(myk*|mye|mang*)|overdos*|hel|hele|heile|alle?|mass*|opp|([2-9]|[1-9][0-9])[0-9]*) --${DRUG}|${TAKEN} --${DRUG} --(for (myk*|mye|mang*)|på ei?n? gang*)|${TAKEN} --${POISON}|dobb* ..insulin*|insulin* ..dobb*|for (mye|myk*) ..insulin*`)],
  ["fare", / (ikk|vil|vansk*|problem) /u, oneOf("barn*|*gutt*|*jent*|ung[ea]n|[1-9] ?år*"), oneOf(`(spis*|svelg*|åt|drakk|drikk*|drukk*) --${DRUG}`)],
  ["fare", / (prøv|giver|bank|transf|utstryk|skriv)/u, oneOf(
    "(mye|myk*|masse|stor*|mist*) blod(et)?|blod(et)? --(stopp*|ikk stopp*|renn*|rann|spr[uøa]t*|foss*|stråm*|strøm*)|(spr[uøa]t*|foss*|renn*|strøm*|spy*|kast* opp|host*) --blod(et)?|fossblø*|blod(et)? ..(oppk*|avfør*|spy)|svart ..avfør*|blø* (ikk stopp*|stopp* ikk)",
  )],
  ["fare", TREATED, oneOf(
    `(lam|lamm*|slapp*|nummen|numr|heng*|sigd?|svak) --(ei?n* |i |den |venstre |høg?y?re )(arm*|ansikt*|munn*|fjes*|side*)|(arm|munnvik*|ansikt*|fjes|ein?|side) --(lam|lamm*|heng*|nummen)|lamm? (arm|ben|bein|side)*|skjev*( i)? ${FACE}|(utyd*|uklar*|snøvl*|grøt*|rar|rart) ..(tal*|snakk*|pratar?)|(snakk*|prat*|tal*) --(utyd*|rar|rart|snøvl*|grøt*|uforst*)|snøvl*|mist* (tal*|språk*|syn*)|prat* smil*|smil* prat*|(mist*|neds[ae]t*|tap*) --kraft*|(finn|få|får) ikk (fram |frem |ut )?ord*` +
    `|(vond*|smert*|trykk*|press*|klem*|snør*|tett*|pip*|stikk*) (i |for |på |over |i )?(\\S+ )?${HEART}(?!krydd)|strål* (\\S+ )?(\\S+ )?(arm*|kjev*)` +
    `|(hov*|svulm*|hevels*|opphovn*|svell*) --${FACE}|${FACE} --(hovn*|hov|svulm*|hevels*|svell*)|alle?rg* --(pust*|sjokk|hov*|hevels*)|(veps|bie)stikk* --(pust*|hov*|svim*)` +
    "|nakkestiv*|stiv* (i )?(\\S+ )?nakk*|nakk* (er )?stiv*|hjernehinne*|utslett --(ikk|feb)*|feb* --(utslett|prikk|petek)*|(prikk|petek)* --feb*" +
    "|(brent?|brenn|brann|skåld*|skold*|skålle*|forbrent) seg(?! ut)|skåld(e|a)?(t|de)?|skolda|brannsår*|brannsk|brannskade*|forbren*|etse*|navle(streng|sn)* --(heng|ut|fram|kom)*|navle(streng|sn)* --(rundt|først)*",
  )],
  // A stroke, called by its other names; a drip is no drypp.
  ["fare", STROKE_TREATED, oneOf("stroke|cva|apopl*|trombol*|slags(ymptom|jekk)*|(få*|fått?|fikk|fekk|mist[ae]nk*|akutt|nytt?|mulig*) --(slag|drypp)|(har|hatt|lite) --drypp|drypp(?= i (natt|dag))|drypp$|slag symptom*|^(slagg?|blodpropp*)( ring*| h[je]+m*| heim*)?$")],
  // What is measured, and what is done to one who is dying.
  ["fare", NEVER, oneOf(
    "(spo2?|metn*|satt?|satur*|o2) (er |på |under |2 )?[4-8][0-9]|puls(ar)? (er |på )?(1[3-9]|2[0-9])[0-9]|bt (er |på )?[4-8][0-9]|(la[vg]|låg|fall*|synk*) (metn*|o2)|(metn*|o2) --(fall*|synk*|la[vg]|låg)|news2? ([7-9]|1[0-9])|gcs ([3-9]|1[0-2])|bs (er |under )?(lo|[0-3])" +
    "|epipen*|lungeød*|eklamp*|morkakel*|(start*|gi|gir|pågå*) hlr|hlr (baby|barn)*|hjertekomp*|plutsel* (\\S+ )?(hodep|forvirr)*|forvirr* plutsel*|(barn*|hod*|baby*) (komm|kjem)* n[oå]$",
  )],
  ["fare", READY, oneOf("brann(en|ar|røyk|alarm)?|^(trafikk|bil)?ulykk*$|røykutvik*|røyklukt*|lukt* ..røyk|røyk (fra|frå|ut)|gasslekk*|(hus*|rom*|bygg*|h[ej]+m*|*heim*|det) --brenn*")],
  ["fare", THING, oneOf(`${PERSON} --(borte|bortkom*|savn*|sakn*|forsv*)|(savn*|sakn*|lei?t[ea]*r* etter) --${PERSON}|røm(t|te|mer|de|ming)|${PERSON} --(stakk|stukk*|stikk) av|dement* --(gått|gjekk|gikk|går) ut|vandr* ute?|borte fr[aå] (sjukeh|sykehj|avdel|posten|inst)*|^(savnet|sakna|bortkom*|forsv[ia]nn*|forsvunn*)$|${PERSON} --ikk på rom*`)],
  ["fare", NEVER, NEWBORN, oneOf("slap*|bl(å|eik*|ek*)|svar ..ikk|(ikk|vanskelig) ..vekk*")],
  ["fare", NEVER, oneOf("tru(er|et|a|ar|gar)|trus*l*|slår|angr[ei]p*|utag*|va?old*"), STAFF],
  ["fare", NEVER, oneOf("^(utager*|volde?lig*|akut)$")],
  ["skade", TREATED, oneOf(
    `^lårhals*$|(åpen |open )?${BROKEN}(brudd|brot)|(mistank|mistenk) ..(brudd|brot)*|${BROKEN} ..(brudd|brot|brekk)|(brekk|bruk|brakk) (e[nit]* )?${BROKEN}` +
    "|ho(d|ved|vud)(e)?sk(ad)?*|hjerneryst*|ho(d|ved)traum*|slå* ..(hod|hoved)|(hod|hoved) ..(gulv|asfalt|kant)",
  )],
  ["fare", COUNTED, oneOf("fall|ramla?|snubl*|sklidd?|datt (ned|ut av)"), oneOf("hjem|*natt*|gulv|trapp*|seng|bad|do|stol|blodfortynn*|slå|vondt?|ond|reis ..opp|*pasient*|pas|bruk|beboer|mor|far|be?stemor|be?stefar|kon|mann|dam|kvinn|h[ua]n|ho|[0-9]+ ?år*")],
  ["voksen", / (henvis|fact|ingen vil)/u, oneOf("*psykos|psykotisk|hør ..stemm|stemm i h*|vrangforest*|hallus*|dps (i )?akutt*|akutt* dps")],
  ["nyfodt", NEVER, NEWBORN, oneOf("slap*|feb*|gul*|blek|(pust|stønn)*|(drikk|spis|ete?|su[gt]*) ..dårlig*|(ikk|dårlig) ..(drikk|spis|ete?)")],
  // Who is sick when the office is closed needs the number of who answers then, and a page second.
  ["fare", CARED_FOR, oneOf("(?<!(psykisk|kronisk) )syk|feb|magesmert*|(sterk )?smert|ond|oppkast|kast opp"), ON_CALL],
  ["fare", HOMEWARD, oneOf("dårlig|skral|verr|forverr"), ON_CALL, SOMEBODY],
];
// What is past, asked about or expected is no danger now, and what is planned or feared only when it is one's own death.
export const LATER = oneOf("(*oppfølg|rehab|*forebyg|*opplær|kurs|øv(els|ing)|kriteri|akutthjelp|palliat|lindr|terminal|forvent|*avtal)*|følg opp");
export const PLANNED = oneOf("*plan(lagt)?|frykt");
export const AFTER = / ett(er)?( e\S+)?$/u;
// In which of two services one is taken in.
export const YOUNG = oneOf("barn*|ungdom*|gutt|jent|bup*|([4-9]|1[0-7]) ?år*");
export const GROWN = oneOf("mor|far|kvinn|mann|voks*");

