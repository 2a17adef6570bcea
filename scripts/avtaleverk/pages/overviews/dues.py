"""What must be done with a document on which day, and the organs and roles that do it."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from avtaleverk.corpus.due import review_due
from avtaleverk.corpus.model import Document, Helsefellesskap, Language, LawPoint
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.coverage import holes
from avtaleverk.pages.words import in_language

OF_DOCUMENTS = ("gjennomgang", "evaluering", "utlop")
KINDS = (*OF_DOCUMENTS, "avtale")


class Due(NamedTuple):
    """A review, an evaluation or an end that comes, or an agreement that is to be made: of what, on which day, and the organs
    that see to it."""

    of: Document | LawPoint
    kind: str
    day: date
    organs: tuple[str, ...]

    def title(self, language: Language) -> str:
        """The title of what is due."""
        if isinstance(self.of, Document):
            return self.of.title
        return f"{self.of.short}: {in_language(self.of, 'title', language)}"

    @property
    def owners(self) -> tuple[str, ...]:
        """The roles that own the document."""
        roles = (self.of.owner_kommune, self.of.owner_hf) if isinstance(self.of, Document) else ()
        return tuple(filter(None, roles))


def dues(edition: Edition, space: Helsefellesskap) -> list[Due]:
    """What is due, earliest first."""
    found = [due for document in all_documents(edition, space) for due in _of(space, document)]
    for point, why in holes(edition, space):
        if day := space.hole_days.get(point.number):
            found.append(Due(point, "avtale", day, _organs_in(space, why)))
    return sorted(found, key=lambda due: due.day)


def late_dues(edition: Edition, space: Helsefellesskap) -> int:
    """The number of dues that are overdue."""
    return sum(due.day < edition.today for due in dues(edition, space))


def all_documents(edition: Edition, space: Helsefellesskap) -> list[Document]:
    """The documents of both worlds."""
    return [*edition.documents(space, "pasientnaer"), *edition.documents(space, "overordnet")]


def deciding(document: Document) -> tuple[str, ...]:
    """The organ that decided the document last."""
    latest = max(document.decisions, key=lambda decision: decision.decided, default=None)
    return (latest.organ,) if latest else ()


def _of(space: Helsefellesskap, document: Document) -> Iterator[Due]:
    if document.status != "gjeldende":
        return
    evaluated = document.evaluation.next if document.evaluation else None
    for kind, day in zip(OF_DOCUMENTS, (review_due(document), evaluated, document.valid_to), strict=True):
        if day:
            organs = _reviewing(space, document) if kind == "gjennomgang" else ()
            yield Due(document, kind, day, organs or deciding(document))


def _reviewing(space: Helsefellesskap, document: Document) -> tuple[str, ...]:
    """The organs that the last review names."""
    latest = max(document.reviews, key=lambda review: review.held, default=None)
    return _organs_in(space, latest.by) if latest else ()


def _organs_in(space: Helsefellesskap, text: str) -> tuple[str, ...]:
    """The organs named in a text."""
    return tuple(organ.id for organ in space.organs.values() if any(_names(name, text) for name in organ.names))


def _names(name: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE) is not None
