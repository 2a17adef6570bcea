"""What must be done with a document on which day, and the organs and roles that do it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from avtaleverk.corpus.due import review_due
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.pages.site import Site

KINDS = ("gjennomgang", "evaluering", "utlop")


class Due(NamedTuple):
    """A review, an evaluation or an end that comes: of what, on which day, and the organs that see to it."""

    document: Document
    kind: str
    day: date
    organs: tuple[str, ...]

    @property
    def owners(self) -> tuple[str, ...]:
        """The roles that own the document."""
        return tuple(filter(None, (self.document.owner_kommune, self.document.owner_hf)))


def dues(site: Site, space: Helsefellesskap) -> list[Due]:
    """What is due, earliest first."""
    found = [due for document in all_documents(site, space) for due in _of(space, document)]
    return sorted(found, key=lambda due: due.day)


def late_dues(site: Site, space: Helsefellesskap) -> int:
    """How many reviews, evaluations and ends are past their day."""
    return sum(due.day < site.today for due in dues(site, space))


def all_documents(site: Site, space: Helsefellesskap) -> list[Document]:
    """The documents of both worlds."""
    return [*site.documents(space, "pasientnaer"), *site.documents(space, "overordnet")]


def deciding(document: Document) -> tuple[str, ...]:
    """The organ that decided the document last."""
    latest = max(document.decisions, key=lambda decision: decision.decided, default=None)
    return (latest.organ,) if latest else ()


def _of(space: Helsefellesskap, document: Document) -> Iterator[Due]:
    if document.status != "gjeldende":
        return
    evaluated = document.evaluation.next if document.evaluation else None
    for kind, day in zip(KINDS, (review_due(document), evaluated, document.valid_to), strict=True):
        if day:
            organs = _reviewing(space, document) if kind == "gjennomgang" else ()
            yield Due(document, kind, day, organs or deciding(document))


def _reviewing(space: Helsefellesskap, document: Document) -> tuple[str, ...]:
    """The organs that the last review names."""
    latest = max(document.reviews, key=lambda review: review.held, default=None)
    return tuple(o.id for o in space.organs.values() if latest and any(_names(name, latest.by) for name in o.names))


def _names(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None
