"""What a procedure may rely on: the clauses that it rests on, and the time spans in them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from avtaleverk.checks.agreed.limits import ABOUT_WORD, SAME_DAY
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.latin import casefolded
from avtaleverk.corpus.model import Deadline, Document, Reference
from avtaleverk.corpus.outline import Section
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used

_ABOUT = when_used(rf"\b{ABOUT_WORD}\s+(?={LOOSE.pattern})", re.IGNORECASE)
_ABOUT_SIGNS = ("ca. ", "ca ", "cirka", "omtrent", "omlag", "om lag", "rundt")
_LONG_WORD = when_used(r"\b(?!pasi)\w{4}")  # the start of a word; the patient is in every step
AT_ONCE = ("straks", "med ein gong", "med en gang", "omgående", "med det same", "umiddelbart")


def clauses(context: Context, document: Document) -> list[tuple[Document, Section]]:
    """The clauses that the document rests on, each with its agreement."""
    return context.known(_clauses, document)


def _clauses(context: Context, document: Document) -> list[tuple[Document, Section]]:
    targets = sorted({context.web.resolve(target) for target in document.hjemmel})
    return [clause for target in targets if (clause := context.corpus.clause(target))]


def is_changed(context: Context, document: Document, agreement: Document, section: Section) -> bool:
    """Whether a clause was changed after the document was reviewed, so that the fault may be in the clause."""
    space, clause = document.home, agreement.reference.at_clause(section.anchor)
    changed = (key.partition(":") for key in context.web.suspects.get(document.reference, ()))
    return any(kind == "punkt" and context.web.resolve(Reference.parse(id, space)) == clause for kind, _, id in changed)


def page_and_basis(context: Context, document: Document) -> str:
    """The words of a page and of the clauses that it rests on, in lower case."""
    return casefolded("\n".join((document.body.seen.words, *basis(context, document))))


def basis(context: Context, document: Document) -> Iterator[str]:
    """The words of the clauses that the document rests on."""
    return (context.words_under(agreement, section) for agreement, section in clauses(context, document))


def agreed_spans(context: Context, document: Document) -> list[tuple[str, int | None, Location]]:
    """The time spans that the procedure may rely on, as (words, minutes, place); its own deadlines come last."""
    found: list[tuple[str, int | None, Location]] = []
    for agreement, section in clauses(context, document):
        at = at_heading(agreement, section)
        found += [(words, length, at) for words, length in durations(context.words_under(agreement, section))]
    return found + [(d.within.text, d.within.minutes, d.at) for _, d in context.web.deadlines_of(document)]


@lru_cache(maxsize=4096)
def durations(text: str) -> tuple[tuple[str, int], ...]:
    """The time spans in a clause, as (words, minutes). Cached: many procedures rest on the same clause."""
    return tuple((found[0], minutes(found)) for found in LOOSE.finditer(text))


def users_of(context: Context, document: Document, deadline: Deadline) -> list[Document]:
    """The documents that use a deadline which this one sets."""
    home = context.corpus.documents_of(document.home)
    return [user for user in home if deadline.id in user.deadlines]


def subjects(text: str) -> set[str]:
    """What a sentence is about: the starts of its long words."""
    return {*_LONG_WORD.findall(text.casefold())}


def is_timed(deadline: Deadline) -> bool:
    """Whether the deadline is one that every text says in the same words."""
    return deadline.within.minutes is not None or deadline.within.text in SAME_DAY


def is_said(context: Context, document: Document, item: Deadline) -> bool:
    """Whether the clause that a deadline names contains it; true when there is nothing to compare, as for a clause that does
    not exist, which AV402 reports."""
    section = document.body.section(item.clause)
    words = SAME_DAY if item.within.text in SAME_DAY else AT_ONCE if item.within.minutes == 0 else ()
    if section is None or (item.within.minutes is None and not words):
        return True
    texts = section.title, context.words_under(document, section)
    if words:
        return any(word in text.lower() for word in words for text in texts)
    said = sum(length == item.within.minutes for text in texts for _, length in durations(text))
    return said > sum(length == item.within.minutes for text in texts for length in _about(text))


def _about(text: str) -> Iterator[int]:
    """The time spans that a text calls approximate, in minutes."""
    found = _ABOUT.finditer(text) if any(sign in text for sign in _ABOUT_SIGNS) else iter(())
    return map(minutes, found)
