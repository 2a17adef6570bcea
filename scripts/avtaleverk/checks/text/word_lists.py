"""Lists of words to avoid, each with its replacement."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

# A word with a capital is a common word where a sentence starts, unless a name goes on after it: Sykehuset Innlandet.
_STARTS = r"(?=[A-ZÆØÅ])(?:(?<=\n)|(?<=[.!?:|>*#-] )|(?<=\*\*))"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a word list of this package: columns with a tab between."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#"))


class WordList:
    """The expressions of one column of a word list, each with its replacement in `instead`."""

    def __init__(self, instead: dict[str, str], ignore_case: bool) -> None:
        self.instead, self.ignore_case = instead, ignore_case
        if not ignore_case:
            self.instead = instead | {_capital(word): _capital(new) for word, new in instead.items()}
        self.by_longest = defaultdict[str, list[tuple[str, frozenset[str]]]](list)
        for expression in instead:
            parts = frozenset(re.findall(r"\w+", expression))
            self.by_longest[max(parts, key=len)].append((expression, parts))
        self.longest = frozenset(self.by_longest)

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """The expressions all of whose words are in a text, given its case-folded words."""
        near = (one for word in self.longest & words for one in self.by_longest[word])
        return frozenset(expression for expression, parts in near if parts <= words)

    def pattern(self, words: frozenset[str]) -> re.Pattern[str] | None:
        """A pattern for the expressions that may be in a text with these words: few, so that the search is fast."""
        among = self.among(words)
        return _pattern(among, self.ignore_case) if among else None


@cache
def word_list(name: str, column: int, instead: int, ignore_case: bool) -> WordList:
    """One column of a list. Where the column `instead` is missing, the one before it applies to both."""
    own = [row for row in rows(name) if not row[column].startswith("=")]
    words = {row[column].lower(): row[min(instead, len(row) - 1)].removeprefix("=") for row in own}
    if ignore_case:  # law names and offices, which own things
        words |= {f"{word}s": f"{new}s" for word, new in words.items() if word[-1] != "s" and new[0] != "("}
    return WordList(words, ignore_case)


@lru_cache(maxsize=256)
def _pattern(expressions: frozenset[str], ignore_case: bool) -> re.Pattern[str]:
    """A pattern for the expressions, also capitalised at the start of a sentence."""
    alternatives = _alternatives(expressions)
    if ignore_case:
        return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
    first = _alternatives(map(_capital, expressions))
    return re.compile(rf"(?<![\w-])(?:(?:{alternatives})(?![\w-])|{_STARTS}(?:{first})(?![\w-]| [A-ZÆØÅ]))")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def own_words(text: str) -> str:
    """The text with quotations, link addresses and code blanked out, since those are not the author's own words."""
    return re.sub(r"«[^«»\n]{0,200}»|\]\([^()\n]{0,500}\)|`[^`\n]{0,200}`", lambda found: " " * len(found[0]), text)


def listed(words: Iterable[str]) -> str:
    """«a», «b» og «c»."""
    *first, last = [f"«{word}»" for word in words]
    return f"{', '.join(first)} og {last}" if first else last
