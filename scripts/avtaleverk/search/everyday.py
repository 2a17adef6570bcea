"""Everyday words: what readers call a thing that pages have another word for, so that both find it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from avtaleverk.search.compounds import Parts
from avtaleverk.search.language import Language, load_spec, nynorsk_stems, read_lines

# Suffix of the term of an everyday word. It comes before all letters, so that the term sorts next to its stem: who asks for
# both seldom fetches two pieces.
MARK = "+"
# A term in more than this share of the entries tells little and has long postings, unless the entries are few.
MOST_SHARE, FEW = 0.25, 40


@cache
def everyday_words() -> Mapping[str, str]:
    """Each everyday word by its stem; the first one where several share a stem."""
    found: dict[str, str] = {}
    for word, stem, _ in _rows():
        found.setdefault(stem, word)
    return found


@cache
def _meanings() -> Mapping[str, tuple[str, ...]]:
    """For each stem that pages use, the terms of its everyday words."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for _, stem, written in _rows():
        if stem != written:
            found[written][stem + MARK] = None
    return {stem: tuple(terms) for stem, terms in found.items()}


def _rows() -> Iterator[tuple[str, str, str]]:
    """Rows of: an everyday word, its stem, and the stem of a word that pages use instead."""
    language = Language(load_spec(), nynorsk_stems(), Parts(frozenset(), frozenset()))
    for line in read_lines("hverdagsord.txt"):
        said, _, written = line.partition(" : ")
        for word in said.split(", "):
            for other in written.split():
                yield word, language.term(word), language.term(other)


def everyday_terms(entries: Sequence[Mapping[str, int]]) -> list[dict[str, int]]:
    """For each entry the everyday terms for its own terms, each counted as often as the most frequent of those."""
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
