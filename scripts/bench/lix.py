"""LIX, the Scandinavian readability score, for every document: words per sentence plus the percentage of long words.

    PYTHONPATH=scripts python scripts/bench/lix.py [how many to show]

A procedure or checklist must score at most 45, and should aim for 40.
Prints the hardest documents and, for each type, count, words, median and highest LIX; exits 1 when one is above 45.
"""

import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import NamedTuple

from avtaleverk.checks.text.readability import lix_of
from avtaleverk.corpus.load import load
from avtaleverk.corpus.model import Document

LIMITED = ("prosedyre", "sjekkliste")
LIMIT = 45


class Measured(NamedTuple):
    """A document with its LIX and its number of words."""

    lix: float
    words: int
    type: str
    path: str


def main(shown: int) -> int:
    """Print the tables; 1 when a procedure is above the limit."""
    corpus, _ = load(Path.cwd())
    measured = sorted((measure(document) for document in corpus.documents), reverse=True)
    for one in measured[:shown]:
        print(f"{one.lix:5.1f} {one.words:5d}  {one.path}")
    by_type: dict[str, list[Measured]] = defaultdict(list)
    for one in measured:
        by_type[one.type].append(one)
    print(f"\n{'type':14} {'antall':>6} {'ord':>7} {'median':>7} {'høyest':>7}")
    for name, group in sorted(by_type.items()):
        values = [one.lix for one in group]
        words = sum(one.words for one in group)
        print(f"{name:14} {len(group):6d} {words:7d} {median(values):7.1f} {max(values):7.1f}")
    return 1 if any(one.lix > LIMIT and one.type in LIMITED for one in measured) else 0


def measure(document: Document) -> Measured:
    """LIX as the check computes it."""
    return Measured(*lix_of(document), document.type, document.path)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
