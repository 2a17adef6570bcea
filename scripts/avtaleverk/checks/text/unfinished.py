"""AV6: unfinished text: blanks that were never filled in, and truncated sentences."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.limits import without_unit
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_UNFINISHED = when_used(
    r"\b(?:TODO|TBD|FIXME|(?<!kapittel )(?<!del )(?<!kromosom )XX+|lorem ipsum|(?:fyll|fylles|sett) inn her|skriv her)\b"
    r"|\[\s*(?:\.\.\.|…|(?:fyll|sett|skriv) inn[^\]]*)\s*\](?!\()|\?\?\?",
    re.IGNORECASE,
)
_TICKED_SIGNS = ("- [x] ", "- [X] ", "* [x] ")
_TICKED = when_used(r"[-*] \[x\] ", re.IGNORECASE)
# Every unfinished text has one of these words, one of these pairs of words, or one of these signs.
_UNFINISHED_WORDS = frozenset(["todo", "tbd", "fixme", "lorem", *("x" * n for n in range(2, 40))])
_UNFINISHED_PAIRS = ({"inn", "her"}, {"skriv", "her"}, {"fyll", "inn"})
_UNFINISHED_SIGNS = ("...", "…", "???", "[sett", "[Sett", "[skriv", "[Skriv")
# Words that are capitalised only at the start of a sentence.
_STARTS = when_used(r" (?:D(?:en|et|ei|ersom)|Er|Når|Vi)\b(?! norske\b)")
_START_SIGNS = (" De", " Er", " Når", " Vi")
_GOES_ON = ("og", "eller", "at", "for", "til", "med", "i", "på", "av", "som", "om", "fra", "frå", "samt")
_BEFORE = tuple(f" {word}" for word in _GOES_ON)
# Words that no sentence ends with, though a list may follow them.
_ENDS = tuple(f" {word}{end}" for word in ("og", "eller", "at") for end in (".", "\n\n", "\n"))
_CUT = when_used(r"(?:\d{1,2}[.)] |[A-ZÆØÅ]).*[\w,]")  # a last step or paragraph without its end
_END = when_used(r" (?:og|eller|at)(?:\.(?=\s)|\n(?=\d{1,2}\. )|\n\n(?![-*\d]))")


@document_rule("AV624", "Teksten er ikke ferdig")
def unfinished(context: Context, document: Document) -> Iterator[Finding]:
    """TODOs, empty brackets and half sentences, none of which may be published."""
    yield from _broken_sentences(document)
    yield from _without_unit(document)
    yield from _ticked(document)
    text, words = document.body.text, document.body.words
    may_be = not words.isdisjoint(_UNFINISHED_WORDS) or any(map(words.issuperset, _UNFINISHED_PAIRS))
    for found in _UNFINISHED.finditer(text) if may_be or any(map(text.__contains__, _UNFINISHED_SIGNS)) else ():
        message = f"«{found[0]}» er noe som skulle fylles ut."
        yield Finding(in_body(document, found.start()), message, "Skriv teksten som skal stå, eller slett det.")


def _ticked(document: Document) -> Iterator[Finding]:
    """Boxes that are ticked already, in lists for readers to tick."""
    text = document.body.text
    for found in matches(_TICKED, _TICKED_SIGNS, text) if "[x" in text or "[X" in text else ():
        at = in_body(document, found.start())
        above = [section.title for section in document.body.sections if section.line < at.line]
        if above and above[-1] == "Sjekkliste":
            yield Finding(at, "Boksen er krysset av.", "Skriv «[ ]»: leseren skal krysse av selv.")


def _broken_sentences(document: Document) -> Iterator[Finding]:
    """«… takker for og Den ansatte …», and paragraphs that end with «og»."""
    text = document.body.text
    for found in matches(_STARTS, _START_SIGNS, text):
        before = text[max(0, found.start() - 7) : found.start()]
        if before.endswith(_BEFORE):
            yield _cut_off(document, found.start() - len(before.split()[-1]))
    last = text.rfind("\n") + 1  # nothing stands there when the file came whole
    if _CUT.fullmatch(text, last):
        hint = "Hent resten av teksten der filen kom fra. Er dette alt, sett punktum."
        yield Finding(in_body(document, last), "Filen slutter midt i en setning.", hint)
    for found in _END.finditer(text) if any(end in text for end in _ENDS) else ():
        yield _cut_off(document, found.start() + 1)


def _without_unit(document: Document) -> Iterator[Finding]:
    """«innen 24 etter innleggelsen», where readers have to guess whether it is hours or days."""
    for found in without_unit(document.body.text):
        message = f"Tallet {found['number']} sier ikke om det er timer, dager eller uker."
        hint = f"Skriv for eksempel «{found['number']} timer»."
        yield Finding(in_body(document, found.start("number")), message, hint)


def _cut_off(document: Document, offset: int) -> Finding:
    hint = "Skriv ferdig setningen, eller sett punktum der den slutter."
    return Finding(in_body(document, offset), "Setningen stopper midt i.", hint)
