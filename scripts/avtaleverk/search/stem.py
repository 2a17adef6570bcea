"""One light stemmer for bokmål and nynorsk, driven by the rules in `data/sprak.json`; `stem.mjs` is its twin."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

_DIGIT = re.compile("[0-9]")


Endings = Mapping[str, tuple[tuple[str, str, int], ...]]


@dataclass(frozen=True, slots=True)
class StemRules:
    """The stemming rules of `data/sprak.json`.

    `exceptions` maps whole words to stems. `rewrite` turns nynorsk spellings inside a word into bokmål, and `rewritable`
    finds the words that have one. The endings are grouped by last letter, as (ending, replacement, shortest stem); the
    first that fits applies. `seen` caches stems.
    """

    exceptions: Mapping[str, str]
    rewrite: tuple[tuple[str, str], ...]
    rewritable: re.Pattern[str]
    irregular: Endings
    inflections: Endings
    derivations: Endings
    seen: dict[str, str] = field(default_factory=dict, compare=False)


def stem_rules(raw: Mapping[str, Any]) -> StemRules:
    """The rules of a specification."""
    return StemRules(
        raw["exceptions"],
        tuple((ours, theirs) for ours, theirs in raw["rewrite"]),
        _any_of([ours for ours, _ in raw["rewrite"]]),
        _by_last_letter(raw["irregular"]),
        _by_last_letter(raw["inflections"]),
        _by_last_letter(raw["derivations"]),
    )


def _any_of(texts: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the texts, grouped by first letter: three times as fast as a plain alternation."""
    rests: dict[str, list[str]] = {}
    for text in texts:
        rests.setdefault(text[0], []).append(re.escape(text[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(found)})" for first, found in rests.items()))


def _by_last_letter(rows: Iterable[list[Any]]) -> Endings:
    found: dict[str, list[tuple[str, str, int]]] = {}
    for ending, replacement, shortest in rows:
        found.setdefault(ending[-1], []).append((ending, replacement, shortest))
    return {letter: tuple(endings) for letter, endings in found.items()}


def stem(word: str, rules: StemRules) -> str:
    """The stem: an irregular ending, or else genitive s and one inflection; then one derivation. Words with digits and
    words of fewer than four letters stay as they are, unless they are exceptions."""
    known = rules.seen.get(word)
    if known is None:
        known = rules.seen[word] = _stem(word, rules)
    return known


def _stem(word: str, rules: StemRules) -> str:
    if word in rules.exceptions:
        return rules.exceptions[word]
    if len(word) < 4 or _DIGIT.search(word):
        return word
    word = respelt(word, rules)
    if word in rules.exceptions:
        return rules.exceptions[word]
    if (changed := _change(word, rules.irregular)) is not None:
        return _derive(changed, rules)
    bare = word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] not in "siuyo" else word
    if bare in rules.exceptions:
        return rules.exceptions[bare]
    if (changed := _change(bare, rules.irregular)) is not None:
        return _derive(changed, rules)
    return _derive(uninflected(bare, rules), rules)


def respelt(word: str, rules: StemRules) -> str:
    """The word with its nynorsk spellings turned into bokmål."""
    if rules.rewritable.search(word):
        for ours, theirs in rules.rewrite:
            word = word.replace(ours, theirs)
    return word


def uninflected(word: str, rules: StemRules) -> str:
    """The word without its ending, whatever stem it has."""
    changed = _change(word, rules.inflections)
    return word if changed is None else changed


def _derive(word: str, rules: StemRules) -> str:
    changed = _change(word, rules.derivations)
    return word if changed is None else changed


def _change(word: str, endings: Endings) -> str | None:
    if not word:
        return None
    for ending, replacement, shortest in endings.get(word[-1], ()):
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word[: len(word) - len(ending)] + replacement
    return None
