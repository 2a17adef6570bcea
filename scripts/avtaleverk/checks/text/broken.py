"""AV624: sentences of which something was cut away."""

import re
from collections.abc import Iterator

from avtaleverk.checks.places import in_body, matches
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding

# Words that have a capital only where a sentence starts.
_STARTS = re.compile(r" (?:D(?:en|et|ei|ersom)|Er|Når|Vi)\b(?! norske\b)")
_START_SIGNS = (" De", " Er", " Når", " Vi")
_GOES_ON = ("og", "eller", "at", "for", "til", "med", "i", "på", "av", "som", "om", "fra", "frå", "samt")
_BEFORE = tuple(f" {word}" for word in _GOES_ON)
# Words that a sentence never ends with; a list may follow on them.
_ENDS = tuple(f" {word}{end}" for word in ("og", "eller", "at") for end in (".", "\n\n"))
_END = re.compile(r" (?:og|eller|at)(?:\.(?=\s)|\n\n(?![-*\d]))")


def broken_sentences(document: Document) -> Iterator[Finding]:
    """«… takker for og Den ansatte …», and a paragraph that ends with «og»."""
    text = document.body.text
    for found in matches(_STARTS, _START_SIGNS, text):
        before = text[max(0, found.start() - 7) : found.start()]
        if before.endswith(_BEFORE):
            yield _finding(document, found.start() - len(before.split()[-1]))
    for found in _END.finditer(text) if any(end in text for end in _ENDS) else ():
        yield _finding(document, found.start() + 1)


def _finding(document: Document, offset: int) -> Finding:
    hint = "Skriv ferdig setningen, eller sett punktum der den slutter."
    return Finding(in_body(document, offset), "Setningen stopper midt i.", hint)
