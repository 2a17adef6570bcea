// @ts-check
// Ways to say something, in the notation that search/signs.py wrote, as patterns for stems with a space before and after each.

export class Signs {
  /** @param {Record<string, string>} words ways to say something that have a name; each may use those before it */
  constructor(words) {
    /** @type {Record<string, string>} */
    this.words = {};
    for (const name in words) this.words[name] = this.pattern(words[name]);
  }

  /** A pattern for what is said one of these ways. @param {string} ways @param {string} before what stands before it */
  said(ways, before = "") {
    return new RegExp(`${before} (${this.pattern(ways)})`, "u");
  }

  /** @param {string} ways @returns {string} */
  pattern(ways) {
    return ways.replace(/<(.+?)>|--|\.\.?|[*^]/g, (mark, name) => (name ? `(${this.words[name]})` : this.meaning(mark)));
  }

  /** What a mark stands for: the rest of a word, where a query begins, or words between. @param {string} mark */
  meaning(mark) {
    if (mark === "*") return "\\S*";
    if (mark === "^") return "(?<=^ )";
    return mark === "--" ? `((?!${this.words.kontor})\\S+ ){0,3}` : `(\\S+ ){0,${mark.length}}`;
  }
}
