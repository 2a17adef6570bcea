// @ts-check
// How much each way counts in which an entry may have a word of the query.

export const WEIGHTS = {
  exact: 1,
  partOfKnown: 0.45, // a part of a compound that pages have
  partOfUnknown: 0.8, // a part of one that none has
  concept: 0.8, // another form of the same concept
  near: 0.9, // what is likely misspelt
  completed: 0.8, // what is not written to the end
  headOrTail: 0.5, // what an unknown word begins or ends with
  particle: 0.8, // the verb with the particle that follows it
  shortNumber: 0.6,
  everyday: 0.5, // what pages have another word for
  everydayPart: 0.4,
  together: 0.55, // neighbours that may be one word
  ofTogether: 0.7, // each of them by itself
  // Not of a word but of an entry: how soon it loses by lacking words, how much more a rare word tells, and how much it gains
  // when its search word or its title is the query.
  coverage: 0.3,
  telling: 0.5,
  phrase: 1.5,
  title: 3,
};
