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
    told = list(_told(document)) if FOR_LIFE in roles and _113.search(document.body.text) else []
    if not any(map(_113.search, told)):
        return []
    now = " ".join(filter(_NOW.search, told))
    return [role for role in roles if role == FOR_LIFE or _is_named(_names(corpus, role), now)]


def _told(document: Document) -> Iterator[str]:
    """What follows «ring», wherever one is told what to do."""
    for section in document.body.sections:
        if section.title.casefold() in _LATER:
            return
        text = f"{section.title}\n{plain(document.body.tokens_of(section))}"
        yield from (found["whom"] for found in _RING.finditer(text))


def _names(corpus: Corpus, role: str) -> tuple[str, ...]:
    entry = corpus.registers.roller.entries.get(role)
    return entry.names if entry else ()


def _is_named(names: Iterable[str], text: str) -> bool:
    """Whether a text names the role, whatever form the name has: «fødeavdelinga» is a «fødeavdeling»."""
    return any(re.search(rf"\b{re.escape(name)}(?:en|a|et|n)?\b", text, re.IGNORECASE) for name in names)
