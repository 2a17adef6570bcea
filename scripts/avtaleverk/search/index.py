"""The index in lunr's model: BM25 per field, scores rounded to thousandths as lunr does.

Written anew because lunr.py needs a minute for 5,000 pages; a test holds the scores equal to lunr.py's.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

B, K1 = 0.75, 1.0
FIELDS = ("tekst", "tittel")
BOOSTS = (1.0, 0.3)


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry's terms: how often each stands in each field, and its weight."""

    fields: tuple[Mapping[str, int], ...]
    boost: float


@dataclass(frozen=True, slots=True)
class Index:
    """For each term and field, entry number → score; terms in the order in which lunr would meet them."""

    entries: int
    postings: Mapping[str, tuple[dict[int, float], ...]]
    lengths: tuple[tuple[int, ...], ...]


def build_index(counted: Sequence[Counted], boosts: tuple[float, ...] = BOOSTS) -> Index:
    """Score every term of every entry."""
    totals = [[sum(entry.fields[f].values()) for entry in counted] for f in range(len(boosts))]
    found: dict[str, tuple[list[tuple[int, int]], ...]] = {}
    for number, entry in enumerate(counted):
        for f, counts in enumerate(entry.fields):
            for term, times in counts.items():
                place = found.get(term)
                if place is None:
                    place = found[term] = tuple([] for _ in boosts)
                place[f].append((number, times))
    norms = [_norms(lengths, len(counted)) for lengths in totals]
    weights = [[boost * entry.boost for entry in counted] for boost in boosts]
    postings = {
        term: tuple(
            _scored(posting, _idf(fields, len(counted)), norms[f], weights[f]) for f, posting in enumerate(fields)
        )
        for term, fields in found.items()
    }
    return Index(len(counted), postings, tuple(map(tuple, totals)))


def _norms(lengths: list[int], entries: int) -> list[float]:
    average = sum(lengths) / entries if entries else 0.0
    return [K1 * (1 - B + B * (length / average)) if average else K1 for length in lengths]


def _idf(fields: tuple[list[tuple[int, int]], ...], entries: int) -> float:
    """lunr's: an entry counts once for each field that has the term."""
    having = sum(len(posting) for posting in fields)
    return log(1 + abs((entries - having + 0.5) / (having + 0.5)))


def _scored(posting: list[tuple[int, int]], idf: float, norms: list[float], weights: list[float]) -> dict[int, float]:
    top = idf * (K1 + 1)
    return {number: round(top * times / (norms[number] + times) * weights[number], 3) for number, times in posting}


def merged(index: Index) -> dict[str, list[tuple[int, int]]]:
    """For each term its entries with the score of all fields together, in thousandths.

    Query terms hold for all fields alike, so lunr divides every field by the same length and the sum says the same.
    """
    result = {}
    for term, fields in index.postings.items():
        total: Counter[int] = Counter()
        for posting in fields:
            for number, score in posting.items():
                total[number] += round(score * 1000)
        result[term] = sorted(total.items())
    return result
