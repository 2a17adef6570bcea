// @ts-check
// Of the telephone numbers that a page has, the one that the reader asks for, and that is answered then.

import { isOpen } from "./calls.mjs";

/** @typedef {[anchor: string, name: string, phone: string, hours: string, instead?: string]} Number `anchor` is whose it is,
 *   `instead` are those in whose place it answers when they are closed */
/** @typedef {{heading: string, anchor: string, contact?: string, spare?: string, space?: string}} Meta `contact` are the roles that one rings
 *   first, `spare` is rung instead by who has that role */

// A word that the names of more of them have, as "kommunens", tells none of them apart.
const COMMON = 2;
// Less than this is only a part of a longer word.
const STRONG = 0.5;
// So many places are shown together.
const FEW = 4;
// A number with so many digits and spaces is one of a place.
const LOCAL = 8;
// Whose place is taken by who answers when no service is named.
const OFFICE = "tildelingskontor";
const HOURS = /^[åo]p(en|ning)/;
const HOSPITAL = "sykehus", SWITCHBOARD = "sentralbord";

export class Numbers {
  /** @param {import("./calls.mjs").Call} call @param {import("./query.mjs").Understood} understood
   * @param {import("./language.mjs").Language} language
   * @param {{title: string, address: string, space?: string, numbers?: Number[]}[]} kommuner whose numbers are wanted
   * @param {import("./engine.mjs").Choice} choice @param {import("./calls.mjs").Time} [now] the reader's clock */
  constructor(call, understood, language, kommuner, { place, role, space }, now) {
    // Who asks when a number is answered is told so whatever the time is.
    this.time = call.time ?? ([...call.words].some((word) => HOURS.test(word)) ? null : now ?? null);
    this.call = call;
    this.language = language;
    this.kommuner = kommuner;
    this.workplace = place;
    this.role = role;
    this.space = space;
    this.wanted = understood.wanted;
    this.asked = understood.asked;
    // Words that only say that one will ring tell nothing of whom.
    const telling = understood.wanted.filter(({ group }) => !call.words.has(understood.asked[group]));
    this.boosts = new Map(telling.map(({ term, boost }) => [term, boost]));
  }

  /** What a hit tells of the numbers that its page has, or that kommuner have for it, and which kommune its page is read
   * for. @param {Meta} meta @param {Number[]} [numbers] @returns {{number?: string, anchor?: string, kommune?: string}} */
  of({ heading, anchor, contact, spare, space }, numbers = []) {
    // Who works elsewhere is told only the short numbers, which are the same everywhere.
    if (this.space && space && space !== this.space) numbers = numbers.filter(([, , phone]) => phone.length < LOCAL);
    if (contact) {
      const kommuner = this.kommuner.filter((one) => one.space === space);
      const others = contact.split(" ").filter((role) => role !== this.role); // nobody rings oneself
      const found = (others.length ? others : [spare || contact]).flatMap((role) => {
        const only = numbers.find(([id]) => id === role);
        return only ?
          [{ one: only, place: "" }] :
          kommuner.map(({ numbers: its = [], title }) => ({ one: this.ofRole(role, its), place: title }));
      });
      // Who answers for a role that is closed may be told already.
      const apart = found.filter(({ one }, n) => found.findIndex((other) => other.one?.[2] === one?.[2]) === n);
      const other = kommuner.find(({ title }) => title !== this.workplace);
      const number = apart.map(({ one, place }) => this.told(one, place)).filter(Boolean).join(" · ");
      return { number, kommune: other?.address.split("/").pop() };
    }
    const [found, place] = heading ? this.ofPlaces(numbers, heading, anchor) : [this.ofKommune(numbers)];
    if (!found && heading && (this.call.asks || this.isNamed(heading))) return { anchor, number: this.ofFew(numbers, anchor) };
    return found ? { anchor: found[0], number: this.told(found, place) } : {};
  }

  /** A number that nobody answers at the time of the call is not told, but that it is closed.
   * @param {Number | null} number @param {string} [place] when the hit itself does not name it */
  told(number, place) {
    if (!number) return "";
    const [, name, phone, hours] = number, closed = this.call.time && !isOpen(hours, this.call.time);
    return `${name}${place ? ` (${place})` : ""}: ${[closed ? "stengt" : phone, hours].filter(Boolean).join(", ")}`;
  }

  /** Whether the kommune has numbers for what is asked for.
   * @param {number} kommune @param {number[]} groups the words of the query that name the service */
  isServed(kommune, groups) {
    return this.haveAll(new Set((this.kommuner[kommune].numbers ?? []).flatMap(([, name]) => [...termsOf(name, this.language)])), groups);
  }

  /** Whether the query is the name of a role, and no more: who types that wants to ring. @param {string} role */
  isNamed(role) {
    const words = this.language.words(role).filter((word) => !word.stop && !word.joined);
    return words.length === this.asked.length && this.haveAll(termsOf(role, this.language), [...this.asked.keys()]);
  }

  /** Whether each of some words of the query is meant by one of the terms. @param {Set<string>} terms @param {number[]} groups */
  haveAll(terms, groups) {
    return groups.every((wanted) => this.wanted.some(({ term, boost, group }) => group === wanted && boost >= STRONG && terms.has(term)));
  }

  /** Whether someone answers in the kommune at the time of the call. @param {number} kommune */
  isAnswered(kommune) {
    const found = this.ofKommune(this.kommuner[kommune].numbers ?? []), { time } = this.call;
    return !time || (found !== null && isOpen(found[3], time));
  }

  /** The number of the service that is named, or of who stands in for another when none is. @param {Number[]} numbers */
  ofKommune(numbers) {
    return this.named(numbers) ?? this.switchboard(numbers) ?? ((this.call.time && numbers.find((one) => answersFor(one, OFFICE))) || null);
  }

  /** Who asks for the hospital, and for none of its services, wants the switchboard. @param {Number[]} numbers */
  switchboard(numbers) {
    const [hospital] = this.language.words(HOSPITAL);
    return this.boosts.has(hospital.stem) ? numbers.find(([, name]) => termsOf(name, this.language).has(SWITCHBOARD)) : undefined;
  }

  /** The number of a role at the place that is named, else for the kommune, with its name, else where the reader works, else its only one.
   * @param {Number[]} numbers with those who answer in its place @param {string} role its name, which chooses no place
   * @param {string} id @returns {[Number | null, string?]} */
  ofPlaces(numbers, role, id) {
    const named = this.named(numbers, termsOf(role, this.language));
    if (named) return [named];
    for (const { title, numbers: its = [] } of this.kommuner) {
      const found = this.ofRole(id, its);
      if (found) return [found, title];
    }
    const own = numbers.filter((one) => !answersFor(one, id));
    const [only] = own.length === 1 ? own : own.filter(([, name]) => name === this.workplace);
    return [only ? this.answering([only, ...numbers.filter(([, name]) => name.endsWith(only[1]))], numbers) : null];
  }

  /** The numbers of a role that has few places, each with its place, when none is chosen. @param {Number[]} numbers @param {string} id */
  ofFew(numbers, id) {
    const own = numbers.filter((one) => !answersFor(one, id)), { time } = this.call;
    const closed = time && !own.some(([, , , hours]) => isOpen(hours, time));
    const other = closed && numbers.find((one) => answersFor(one, id) && isOpen(one[3], time));
    if (other) return this.told(other);
    return own.length > FEW ? "" : own.map((one) => this.told(one)).join(" · ");
  }

  /** The number of the role that one rings first, or of who answers in its place then. @param {string} role @param {Number[]} numbers */
  ofRole(role, numbers) {
    return this.answering(numbers.filter(([id]) => id === role), numbers);
  }

  /** The number whose name has most of the query, or the one that answers in its place then; null when no name has any of it.
   * @param {Number[]} numbers @param {Set<string>} [shared] terms that they all have @returns {Number | null} */
  named(numbers, shared = new Set()) {
    const names = numbers.map(([, name]) => termsOf(name, this.language));
    const isCommon = (/** @type {string} */ term) => shared.has(term) || names.filter((terms) => terms.has(term)).length > COMMON;
    const worths = names.map((terms) => [...terms].reduce((sum, term) => sum + (isCommon(term) ? 0 : this.boosts.get(term) ?? 0), 0));
    const most = Math.max(0, ...worths), alike = numbers.filter((_, n) => worths[n] * 2 > most);
    return most ? this.answering([numbers[worths.indexOf(most)], ...alike], numbers) : null;
  }

  /** The first that answers at the time of the call, or answers in place of the first; else the first.
   * @param {Number[]} wanted @param {Number[]} numbers @returns {Number | null} */
  answering(wanted, numbers) {
    const [first] = wanted, { time } = this;
    if (!time || !first) return first ?? null;
    const open = (/** @type {Number} */ one) => isOpen(one[3], time);
    const stands = (/** @type {Number} */ one) => answersFor(one, first[0]) && open(one);
    return (open(first) && first) || wanted.find(stands) || numbers.find(stands) || wanted.find(open) || first;
  }
}

/** @param {Number} number @param {string} role */
function answersFor([, , , , instead = ""], role) {
  return instead.split(" ").includes(role);
}

/** @param {string} name @param {import("./language.mjs").Language} language */
function termsOf(name, language) {
  const words = language.words(name), telling = words.filter((word) => !word.stop), named = language.concepts(words, true);
  return new Set([...telling.flatMap((word) => [word.stem, ...word.parts]), ...named.flatMap((match) => match.groups)]);
}
