// @ts-check
// What a query says of ringing: the words that only ask for a number, and when one would ring. Such words stand in no
// name of a service, so they neither hide its number nor choose another one.

/** @typedef {{hour: number, weekend: boolean}} Time `weekend` also on a public holiday */
/** @typedef {{words: Set<string>, asks: boolean, time: Time | null}} Call `asks` when a number is asked for */

const PHONE = /^(ring(e[rs]?|jer?)?|(telefon|tlf|nummer).*|kontakt(e|er|info)?|svar[ea]r|tak|[åo]p(en|ent|ne|e|ning.*))$/;
const PLACE = /^(kommune[nrs]*|herad.*|hei?le|kl|klokk.*)$/;
const DOCTOR = /^(lege[nr]?|legar|dokt[oe]r.*|dr|hjelp)$/, KOMMUNE = /^(kommun|herad)/;
const OPENS = 8, CLOSES = 16, NIGHT = 3, EVENING = 20, NOON = 12;
const TIMES = /** @type {[RegExp, number][]} */ ([
  [/^(nat|natt.*|døgn(et|[åo]p.*|vakt.*|telefon.*)?|vakt(a|en|telefon.*)?|steng.*)$/, NIGHT],
  [/^(.*kveld.*|ettermiddag.*)$/, EVENING],
]);
const HOLIDAY = "hei?ll?[ia]gdag.*|(påske|pinse|nyttår|langfredag|skj[æe]rtorsdag|.*himmelfart).*|jul(a|en)?";
const WEEKEND = RegExp(`^(helg.*|(lau|lø|sø|su|rø)n?r?dag.*|${HOLIDAY})$`);
const CLOCK = /\bkl(?:okk[ae]n?)?\.?\s*(\d{1,2})(?:[.:](\d\d))?(?!\d)|(?<!\d)(\d{1,2}):(\d\d)(?!\d)|\bring\D{0,20}(?<!\d)(0\d)$/iu;

/** @param {string} query @param {string[]} words the words of the query @returns {Call} */
export function callOf(query, words) {
  const clock = CLOCK.exec(query), digits = clock ? clock.slice(1).filter(Boolean) : [];
  const when = TIMES.filter(([word]) => words.some((one) => word.test(one))), weekend = words.some((one) => WEEKEND.test(one));
  const isDigits = (/** @type {string} */ one) => digits.includes(one) || (digits.length > 1 && digits.join("") === one);
  const timed = (/** @type {string} */ one) => WEEKEND.test(one) || TIMES.some(([word]) => word.test(one)) || isDigits(one);
  const phone = words.some((one) => PHONE.test(one)), hour = clock ? Number(clock[1] ?? clock[3] ?? clock[5]) : when.length ? when[0][1] : NOON;
  return {
    words: new Set(words.filter((one) => PHONE.test(one) || PLACE.test(one) || timed(one))),
    asks: phone || words.some(timed),
    time: clock || when.length || weekend ? { hour, weekend } : null,
  };
}

/** Whether one asks for anyone at all who answers when the offices are closed: "kven ringer eg kl 3", "lege i natt".
 * @param {Call} call @param {string[]} asked the words of the query that tell something */
export function isForAnyone({ words, time }, asked) {
  const left = asked.filter((word) => !words.has(word));
  const isClosed = time && (time.weekend || time.hour < OPENS || time.hour >= CLOSES);
  const rings = left.length > 0 || asked.some((word) => PHONE.test(word));
  return isClosed && left.every((word) => DOCTOR.test(word)) && rings && !asked.some((word) => KOMMUNE.test(word));
}

/** Whether a number is answered then: "Hverdager 8–15.30", "Alle dager 8–22", "Kvardagar 15–8, helg og heilagdag heile døgnet".
 * @param {string} hours @param {Time} time */
export function isOpen(hours, { hour, weekend }) {
  return hours.toLowerCase().split(",").some((part) => {
    const workdays = /hverdag|kvardag/.test(part), off = /^\s*(?:i )?helg/.test(part);
    if (weekend ? workdays : off) return false;
    const [, from, to] = (/(\d{1,2})(?:[.:]\d\d)?\s*[–-]\s*(\d{1,2})/.exec(part) ?? []).map(Number);
    if (from === undefined) return /døgn/.test(part) || (hour >= 8 && hour < 22);
    return from < to ? hour >= from && hour < to : hour >= from || hour < to;
  });
}
