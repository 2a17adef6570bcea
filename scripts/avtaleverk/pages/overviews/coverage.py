"""The duty to agree (hol. § 6-2): which agreements in force cover which number of it, and for which kommuner."""

from collections.abc import Callable

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.due import leaves_alone, notice_end
from avtaleverk.corpus.model import Document, Helsefellesskap, LawPoint
from avtaleverk.corpus.signed import signature_of
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.words import word

Holds = Callable[[Document], bool]


def minimum(edition: Edition) -> list[LawPoint]:
    """The numbers of § 6-2, which say what an agreement must have."""
    points = [p for p in edition.corpus.registers.lovkrav.entries.values() if p.is_minimum]
    return sorted((p for p in points if p.repealed is None), key=lambda p: int(p.number))


def holes(edition: Edition, space: Helsefellesskap, holds: Holds = lambda _: True) -> list[tuple[LawPoint, str]]:
    """The numbers of § 6-2 that no agreement in force names, each with what the register says of it."""
    in_force = [d for d in edition.documents(space, "overordnet") if edition.is_current(d) and holds(d)]
    covered = {law for document in in_force for law in document.lovkrav}
    return [(p, said_of(space, p)) for p in minimum(edition) if p.id not in covered]


def said_of(space: Helsefellesskap, point: LawPoint) -> str:
    """What is said of a number without an agreement, and by when there is to be one."""
    day = space.hole_days.get(point.number)
    by = word("hull.innen", space.language).format(dato=long_date(day)) if day else ""
    return " ".join(filter(None, (space.holes.get(point.number, ""), by)))


def binds(edition: Edition, space: Helsefellesskap, party: str) -> Holds:
    """Whether a document binds a party: an agreement that it has signed, or what puts one of them into practice."""

    def has_left(document: Document) -> bool:
        end = notice_end(document)
        return bool(end and end < edition.today and leaves_alone(space, document) == party)

    def holds(document: Document) -> bool:
        agreements = [edition.corpus.document(edition.web.resolve(target)) for target in document.hjemmel] or [document]
        return any(found and signature_of(space, party, found) and not has_left(found) for found in agreements)

    return holds


def lacking(edition: Edition, space: Helsefellesskap) -> list[tuple[str, list[str]]]:
    """The kommuner not bound on a number of § 6-2 that the helsefellesskap has an agreement on, each with those numbers."""
    of_all = {point.id for point, _ in holes(edition, space)}
    found = []
    for kommune in space.kommuner:
        own = holes(edition, space, binds(edition, space, kommune))
        if missing := [point.number for point, _ in own if point.id not in of_all]:
            found.append((kommune, missing))
    return found
