// @ts-check
// A fødselsnummer, or what looks like one, that someone types by mistake: it is not told again, and put into no address.

const NUMBER = /(?<!\d)\d{6}[ .-]?\d{5}(?!\d)/g;

/** @param {string} text @param {string} instead */
export function withoutPerson(text, instead = "") {
  return text.replace(NUMBER, instead);
}

/** @param {string} text */
export function namesPerson(text) {
  return withoutPerson(text) !== text;
}
