"""Whom the text of a document tells its reader to ring at once: 113, and who else is rung «nå» or «straks»."""

import re
from collections.abc import Iterable, Iterator, Sequence

from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.corpus.outline import plain

FOR_LIFE = "amk"
# What stands here is for what may happen later on.
_LATER = ("hvis noe svikter", "om noko sviktar", "når kan du fravike?", "når kan du fråvike?")
_RING = re.compile(r"(?:\b[Rr]ing|\bringer du|\bdu ringer)\b(?P<whom>[^.!?:;\n]*)")
_NOW = re.compile(r"\b(?:nå|no|straks|med ein gong|med éin gong|med en gang)\b")
_113 = re.compile(r"\b113\b")


def told_to_ring(corpus: Corpus, document: Document, roles: Sequence[str]) -> list[str]:
    """Of the roles those that the text has one ring at once; none where no life may be in danger."""
    may_be = FOR_LIFE in roles and _113.search(document.body.text)
    told = [whom for _, whom in _told(document)] if may_be else []
    if not any(map(_113.search, told)):
        return []
    now = " ".join(filter(_NOW.search, told))
    return [role for role in roles if role == FOR_LIFE or _is_named(_names(corpus, role), now)]


def rung_first(corpus: Corpus, document: Document, roles: Sequence[str]) -> str:
    """Of the roles the first that the text has its reader ring, at whatever time; the first of all where it names none.
    Whom the first of all rings in turn is its own matter."""
    answering = {name.casefold() for name in _names(corpus, roles[0])}
    told = " ".join(whom.partition(",")[0] for who, whom in _told(document) if who.casefold() not in answering)
    return next((role for role in roles if _is_named(_names(corpus, role), told)), roles[0])


def _told(document: Document) -> Iterator[tuple[str, str]]:
    """Who is told to ring, "" where the line begins with none, and what follows «ring»."""
    for section in document.body.sections:
        if section.title.casefold() in _LATER:
            return
        for line in (section.title, *plain(document.body.tokens_of(section)).splitlines()):
            who, colon, _ = line.partition(":")
            yield from ((who if colon else "", found["whom"]) for found in _RING.finditer(line))


def _names(corpus: Corpus, role: str) -> tuple[str, ...]:
    entry = corpus.registers.roller.entries.get(role)
    return entry.names if entry else ()


def _is_named(names: Iterable[str], text: str) -> bool:
    """Whether a text names the role, whatever form the name has: «fødeavdelinga» is a «fødeavdeling»."""
    return any(re.search(rf"\b{re.escape(name)}(?:en|a|et|n)?\b(?!-)", text, re.IGNORECASE) for name in names)
