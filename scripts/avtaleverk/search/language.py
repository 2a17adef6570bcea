"""The language layer, from text to index terms; its twin in the browser is `language.mjs`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from avtaleverk.search.compounds import Parts, split
from avtaleverk.search.stem import StemRules, stem, stem_rules
from avtaleverk.search.tokens import tokens

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Spec:
    """The rules in `data/sprak.json`, which the browser gets too."""

    raw: Mapping[str, Any]
    rules: StemRules
    stop: frozenset[str]
    units: frozenset[str]
    aliases: Mapping[str, str]


@cache
def load_spec() -> Spec:
    """The specification that Python and JavaScript share."""
    raw = json.loads((DATA / "sprak.json").read_text("utf-8"))
    rules = stem_rules(raw)
    stop = frozenset(raw["stop"]) | frozenset(raw["question"])
    return Spec(raw, rules, stop, frozenset(raw["units"]), raw["aliases"])


@cache
def nynorsk_stems() -> Mapping[str, str]:
    """The committed table from nynorsk stem to bokmål stem."""
    rows = (line.split("\t") for line in read_lines("nynorsk.tsv"))
    return dict(rows)


@cache
def compound_words() -> frozenset[str]:
    """The committed words that compounds are made of."""
    return frozenset(read_lines("sammensetning.txt"))


def read_lines(name: str) -> list[str]:
    """The lines of a data file, without comments and empty lines."""
    text = (DATA / name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its index terms: its stem and the stems of its parts. `joined` marks the form of a hyphenated
    word without its hyphens, which has no parts."""

    surface: str
    stem: str
    parts: tuple[str, ...]
    capitals: bool
    stop: bool
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """The language layer: rules, nynorsk table and lexicon. `seen` caches words, since each occurs thousands of times."""

    spec: Spec
    nynorsk: Mapping[str, str]
    lexicon: Parts
    seen: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict, compare=False)

    def term(self, word: str) -> str:
        """The finished stem of a lower-case word: alias, stem, nynorsk to bokmål."""
        word = self.spec.aliases.get(word, word)
        found = stem(word, self.spec.rules)
        return self.nynorsk.get(found, found)

    def word(self, word: str) -> tuple[str, tuple[str, ...]]:
        """The stem of a lower-case word, and the stems of its parts when it is a compound."""
        known = self.seen.get(word)
        if known is None:
            whole = self.term(word)
            inner = tuple(dict.fromkeys(self.term(part) for part in split(word, self.lexicon, self.spec.rules)))
            known = self.seen[word] = whole, tuple(part for part in inner if part != whole)
        return known

    def words(self, text: str) -> list[Word]:
        """The words of the text in order; a hyphenated word gives its parts, then its joined form."""
        found = []
        for token in tokens(text, self.spec.units):
            for part in token.parts:
                whole, inner = self.word(part)
                found.append(Word(part, whole, inner, token.capitals, part in self.spec.stop))
            if token.joined:
                found.append(Word(token.joined, self.term(token.joined), (), False, False, joined=True))
        return found
