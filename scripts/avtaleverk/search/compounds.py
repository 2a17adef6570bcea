"""Splitting compounds into parts by dynamic programming over a word list; the twin is in `stem.mjs`."""

from collections.abc import Iterable
from dataclasses import dataclass

from avtaleverk.search.stem import StemRules, respelt, stem

SHORTEST_COMPOUND, LONGEST_COMPOUND, SHORTEST_PART = 8, 40, 3
# The cost of a part, of a linking letter, and of a part of three letters; integers, so that Python and JavaScript agree.
PART, LINK, SHORT = 100, 12, 60


@dataclass(frozen=True, slots=True)
class Parts:
    """The words that compounds are made of, and their stems, since the last part may be inflected."""

    words: frozenset[str]
    stems: frozenset[str]


def parts_of(words: Iterable[str], rules: StemRules) -> Parts:
    """The lexicon of these words."""
    kept = frozenset(words)
    return Parts(kept, frozenset(stem(word, rules) for word in kept))


def split(word: str, lexicon: Parts, rules: StemRules) -> tuple[str, ...]:
    """The parts of the cheapest split, which is the one with fewest parts; () when the word is no compound, as one with a stem of its own. A word that
    cannot be split as nynorsk is tried again in its bokmål spelling."""
    if word in rules.exceptions:
        return ()
    found, theirs = _split(word, lexicon, rules), respelt(word, rules)
    if found or theirs == word or stem(theirs, rules) in lexicon.stems:
        return found
    return _split(theirs, lexicon, rules)


def _split(word: str, lexicon: Parts, rules: StemRules) -> tuple[str, ...]:
    length = len(word)
    if not SHORTEST_COMPOUND <= length <= LONGEST_COMPOUND or not word.isalpha():
        return ()
    best: list[tuple[int, tuple[str, ...]] | None] = [None] * length
    best[0] = (0, ())
    answer: tuple[int, tuple[str, ...]] | None = None
    for start in range(length - SHORTEST_PART + 1):
        here = best[start]
        if here is None:
            continue
        tail = word[start:]
        if start and stem(tail, rules) in lexicon.stems:
            cost = here[0] + PART + (SHORT if len(tail) == SHORTEST_PART else 0)
            if answer is None or cost < answer[0]:
                answer = (cost, (*here[1], tail))
        for end in range(start + SHORTEST_PART, length - SHORTEST_PART + 1):
            _reach(best, word, start, end, here, lexicon)
    return answer[1] if answer else ()


def _reach(
    best: list[tuple[int, tuple[str, ...]] | None],
    word: str,
    start: int,
    end: int,
    here: tuple[int, tuple[str, ...]],
    lexicon: Parts,
) -> None:
    part = word[start:end]
    if part not in lexicon.words:
        return
    cost = here[0] + PART + (SHORT if end - start == SHORTEST_PART else 0)
    reached = ((end, cost), (end + 1, cost + LINK)) if word[end] in "se" else ((end, cost),)
    for to, total in reached:
        found = best[to]
        if found is None or total < found[0]:
            best[to] = (total, (*here[1], part))
