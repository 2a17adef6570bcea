"""LIX, the Scandinavian measure of readability, for every document: words a sentence plus the share of long words.

    PYTHONPATH=scripts python scripts/bench/lix.py [how many to show]

A procedure or checklist is to stay at 45 or below, and aims at 40. Tables are left out: their cells are no sentences.
Prints the hardest documents and, for each type, count, words, median and highest LIX; exits 1 when one is above 45.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from avtaleverk.corpus.load import load
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body, inline_text

LIMITED = ("prosedyre", "sjekkliste")
LIMIT = 45
LONG = 7
ABBREVIATION = re.compile(r"\b(?:kl|nr|ca|bl\.a|f\.eks|jf|pkt|tlf)\.", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?:](?=\s|$)")
WORD = re.compile(r"\w+(?:[-'’]\w+)*")


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
    """LIX of the body: words divided by sentences, plus the percentage of words of seven letters or more."""
    sentences = [words for text in blocks(document.body) for words in split(text)]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return Measured(0, 0, document.type, document.path)
    lix = len(words) / len(sentences) + 100 * sum(len(word) >= LONG for word in words) / len(words)
    return Measured(lix, len(words), document.type, document.path)


def blocks(body: Body) -> Iterator[str]:
    """The paragraphs and list items, headings and tables left out."""
    inside = ""
    for token in body.tokens:
        if token.type in ("heading_open", "table_open"):
            inside = token.type.removesuffix("_open")
        elif inside and token.type == f"{inside}_close":
            inside = ""
        elif token.type == "inline" and not inside:
            yield inline_text(token)


def split(text: str) -> Iterator[list[str]]:
    """The words of each sentence."""
    for sentence in SENTENCE_END.split(ABBREVIATION.sub(lambda found: found[0].replace(".", ""), text)):
        if words := WORD.findall(sentence):
            yield words


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20))
