"""The index in lunr's model: BM25 per field, scores rounded to thousandths as lunr does.

lunr.py itself needs a minute for 5,000 pages; a test asserts that the scores equal its scores.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

# A word weighs 2 (see `analyse.py`), so K1 is twice its usual value.
B, K1 = 0.7, 1.8
FIELDS = ("tekst", "tittel", "hverdag")
# Only how they compare tells in the order of hits. All are small, since lunr rounds scores to thousandths: most scores then
# fit in a byte. With boosts ten times as large the pieces of frequent words were half as large again, and the search answered no better.
BOOSTS = (0.068, 0.02, 0.068)


@dataclass(frozen=True, slots=True)
class Counted:
    """An entry's terms: the weighted count of each in each field, and the weight of the entry."""

    fields: tuple[Mapping[str, int], ...]
    boost: float


Scores = list[tuple[int, int]]
Shares = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Index:
    """For each term and field, the entries with their scores in thousandths, in entry order."""

    entries: int
    postings: Mapping[str, tuple[Scores, ...]]


def build_index(counted: Sequence[Counted]) -> Index:
    """Score every term of every entry."""
    fields = [_shares(f, counted) for f in range(len(BOOSTS))]
    terms, entries = dict.fromkeys(chain(*fields)), len(counted)
    return Index(entries, {term: _scored([found.get(term, []) for found in fields], entries) for term in terms})


def _shares(f: int, counted: Sequence[Counted]) -> Mapping[str, Shares]:
    """For each term of field `f` the entries that have it, each with its BM25 score before the idf factor."""
    found: dict[str, Shares] = defaultdict(list)
    norms = _norms([sum(entry.fields[f].values()) for entry in counted])
    for number, (entry, norm) in enumerate(zip(counted, norms, strict=True)):
        counts, weight = entry.fields[f], BOOSTS[f] * entry.boost * (K1 + 1) * 1000
        shares = [weight * times / (norm + times) for times in range(max(counts.values(), default=0) + 1)]
        for term, times in counts.items():
            found[term].append((number, shares[times]))
    return found


def _norms(lengths: list[int]) -> list[float]:
    average = sum(lengths) / len(lengths) if lengths else 0.0
    return [K1 * (1 - B + B * (length / average)) if average else K1 for length in lengths]


def _scored(fields: list[Shares], entries: int) -> tuple[Scores, ...]:
    """The scores of a term: lunr's idf, in which an entry counts once for each field that has the term, times the shares."""
    having = sum(map(len, fields))
    idf = log(1 + abs((entries - having + 0.5) / (having + 0.5)))
    return tuple([(n, int(idf * share + 0.5)) for n, share in posting] for posting in fields)


def merged(index: Index) -> dict[str, Scores]:
    """For each term its entries with their score summed over the fields, in thousandths.

    A query term always searches all fields, so lunr divides every field by the same length and the sum ranks alike.
    """
    result: dict[str, Scores] = {}
    for term, fields in index.postings.items():
        first, *others = filter(None, fields)
        if not others:
            result[term] = first
            continue
        total = dict(first)
        for posting in others:
            for number, score in posting:
                total[number] = total.get(number, 0) + score
        result[term] = sorted(total.items())
    return result
