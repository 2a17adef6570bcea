"""The roles that the text of a document tells its reader to ring: with 113 and «nå» or «straks», or else first."""

import re
from collections.abc import Iterable, Iterator, Sequence

from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.corpus.outline import plain

FOR_LIFE = "amk"
# Sections about what may happen later.
_LATER = ("hvis noe svikter", "om noko sviktar", "når kan du fravike?", "når kan du fråvike?")
_RING = re.compile(r"(?:\b[Rr]ing|\bringer du|\bdu ringer)\b(?P<whom>[^.!?:;\n]*)")
# Also where somebody rings, as «hjemmetjenesten ringer …».
_RINGS = re.compile(r"\b[Rr]ing(?:er)?\b(?P<whom>[^.!?:;\n]*)")
_NURSE_AT = re.compile(r"(?:sykepleier|sjukepleiar) (?:på|i) ", re.IGNORECASE)  # who rings a «sengepost» gets its nurse
_NOBODY_NAMED = re.compile(r"\s*(?:$|også\b)")
_NOW = re.compile(r"\b(?:nå|no|straks|med ein gong|med éin gong|med en gang)\b")
_113 = re.compile(r"\b113\b")


def told_to_ring(corpus: Corpus, document: Document, roles: Sequence[str]) -> list[str]:
    """Those of the roles that the text tells the reader to ring at once; none unless it also tells the reader to
    ring 113, and that is among them."""
    may_be = FOR_LIFE in roles and _113.search(document.body.text)
    told = [whom for _, whom in _told(document)] if may_be else []
    if not any(map(_113.search, told)):
        return []
    now = " ".join(filter(_NOW.search, told))
    return [role for role in roles if role == FOR_LIFE or _is_named(_names(corpus, role), now)]


def rung_first(corpus: Corpus, document: Document, roles: Sequence[str]) -> str:
    """The role that the text tells the reader to ring first, at any time; the first of the roles when it names none. Calls
    that the first role itself makes do not count."""
    answering = {name.casefold() for name in _names(corpus, roles[0])}
    told = " ".join(whom.partition(",")[0] for who, whom in _told(document) if who.casefold() not in answering)
    return next((role for role in roles if _is_named(_names(corpus, role), told)), roles[0])


def rung_when_in_need(corpus: Corpus, document: Document, roles: Sequence[str]) -> list[str]:
    """The roles that the text tells anyone to ring, also when something fails, in the order of the text. «Ring også hvis det
    haster» names none, and means the first of the roles."""
    named: dict[str, None] = {}
    for line in _lines(document, ()):
        answering = line.partition(":")[0].casefold()
        for found in _RINGS.finditer(line) if roles else ():
            if _NOBODY_NAMED.match(found["whom"]):
                named[roles[0]] = None
            names = {role: _names(corpus, role) for role in roles}
            others = [role for role in roles if answering not in map(str.casefold, names[role])]
            at = {role: place for role in others if (place := _place(names[role], found["whom"])) >= 0}
            named |= dict.fromkeys(sorted(at, key=at.__getitem__))
    return list(named)


def _told(document: Document) -> Iterator[tuple[str, str]]:
    """Pairs of who is told to ring ("" when the line names no one) and the words after «ring»."""
    for line in _lines(document, _LATER):
        who, colon, _ = line.partition(":")
        yield from ((who if colon else "", found["whom"]) for found in _RING.finditer(line))


def _lines(document: Document, until: Sequence[str]) -> Iterator[str]:
    """The lines of a document until a section of one of these titles."""
    for section in document.body.sections:
        if section.title.casefold() in until:
            return
        yield section.title
        yield from plain(document.body.tokens_of(section)).splitlines()


def _names(corpus: Corpus, role: str) -> tuple[str, ...]:
    entry = corpus.registers.roller.entries.get(role)
    names = entry.names if entry else ()
    return (*names, *(_NURSE_AT.sub("", name) for name in names if _NURSE_AT.match(name)))


def _is_named(names: Iterable[str], text: str) -> bool:
    """Whether a text names the role."""
    return _place(names, text) >= 0


def _place(names: Iterable[str], text: str) -> int:
    """Where a text names the role, in any form: «fødeavdelinga» is a «fødeavdeling»; -1 when it does not."""
    found = (re.search(rf"\b{re.escape(name)}(?:en|a|et|n)?\b(?!-)", text, re.IGNORECASE) for name in names)
    return min((one.start() for one in found if one), default=-1)
