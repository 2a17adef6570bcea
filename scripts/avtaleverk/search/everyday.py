"""Everyday words: what readers say for what pages say, so that an entry is found by both."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from avtaleverk.search.compounds import Parts
from avtaleverk.search.language import Language, load_spec, nynorsk_stems, read_lines

# The term that stands for an everyday word is its stem with this after it, so that both lie in the same piece.
MARK = "~"
# What every fourth entry says tells little, and its postings are long; a few entries are never too many.
MOST_SHARE, FEW = 0.25, 40


@cache
def everyday_words() -> Mapping[str, str]:
    """Each everyday word by its stem, the first where several have the same."""
    found: dict[str, str] = {}
    for word, stem, _ in _rows():
        found.setdefault(stem, word)
    return found


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    """For each stem that pages use, the terms of the everyday words that mean it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for _, stem, written in _rows():
        if stem != written:
            found[written][stem + MARK] = None
    return {stem: tuple(terms) for stem, terms in found.items()}


def _rows() -> Iterator[tuple[str, str, str]]:
    """An everyday word, its stem, and the stem of a word that pages use for it."""
    language = Language(load_spec(), nynorsk_stems(), Parts(frozenset(), frozenset()))
    for line in read_lines("hverdagsord.txt"):
        said, _, written = line.partition(" : ")
        for word in said.split(", "):
            for other in written.split():
                yield word, language.term(word), language.term(other)


def everyday_terms(entries: Sequence[Mapping[str, int]]) -> list[dict[str, int]]:
    """For the terms of each entry those of the everyday words for them, as often as the word that stands there most."""
    found = [_terms(counts) for counts in entries]
    entries_with = Counter(term for terms in found for term in terms)
    most = max(FEW, MOST_SHARE * len(entries))
    return [{term: times for term, times in terms.items() if entries_with[term] <= most} for terms in found]


def _terms(counts: Mapping[str, int]) -> dict[str, int]:
    meanings = _meanings()
    found: dict[str, int] = {}
    for stem, times in counts.items():
        for term in meanings.get(stem, ()):
            found[term] = max(found.get(term, 0), times)
    return found
