// @ts-check
// The days when offices are closed: weekends and the public holidays of Norway. 24 and 31 December are working days.

const DAY = 86400000;
const FIXED = ["1/1", "1/5", "17/5", "25/12", "26/12"];
// Counted from Easter Sunday: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday.
const MOVING = [-3, -2, 1, 39, 50];

/** @param {Date} day */
export function isDayOff(day) {
  const year = day.getFullYear(), month = day.getMonth(), date = day.getDate();
  const isWeekend = day.getDay() % 6 === 0, isFixed = FIXED.includes(`${date}/${month + 1}`);
  return isWeekend || isFixed || MOVING.includes((Date.UTC(year, month, date) - easter(year)) / DAY);
}

/** Easter Sunday of a year, by the rule of Meeus and Butcher. @param {number} year */
function easter(year) {
  const whole = Math.floor, golden = year % 19, century = whole(year / 100), rest = year % 100;
  const skipped = century - whole(century / 4) - whole((century - whole((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30; // days from 21 March to the full moon
  const sunday = (32 + 2 * (century % 4) + 2 * whole(rest / 4) - moon - (rest % 4)) % 7;
  const late = whole((golden + 11 * moon + 22 * sunday) / 451);
  return Date.UTC(year, 2, 22 + moon + sunday - 7 * late);
}
