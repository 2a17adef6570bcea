"""The whole index in lunr's own JSON, so that lunr.py and lunr.js can answer the same queries."""

from typing import Any

from avtaleverk.search.index import FIELDS, Index

LUNR = "2.3.9"


def serialized(index: Index) -> dict[str, Any]:
    """What `lunr.Index.load` reads, in Python and in JavaScript."""
    ordered = sorted(index.postings)
    numbers = {term: number for number, term in enumerate(ordered)}
    vectors: dict[str, list[float]] = {f"{field}/{entry}": [] for entry in range(index.entries) for field in FIELDS}
    inverted = []
    for term in ordered:
        posting: dict[str, Any] = {"_index": numbers[term]}
        for field, scores in zip(FIELDS, index.postings[term], strict=True):
            posting[field] = {str(entry): {} for entry, _ in scores}
            for entry, score in scores:
                vectors[f"{field}/{entry}"] += (numbers[term], score / 1000)
        inverted.append([term, posting])
    return {
        "version": LUNR,
        "fields": list(FIELDS),
        "fieldVectors": [[ref, vector] for ref, vector in vectors.items()],
        "invertedIndex": inverted,
        "pipeline": [],
    }
