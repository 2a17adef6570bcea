"""Whom to ring: every contact of a procedure with its numbers, and the few that an emergency one needs at once."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from avtaleverk.corpus.model import ContactPoint, Corpus, Document, Helsefellesskap
from avtaleverk.pages.documents.ringing import FOR_LIFE, rung_first, rung_when_in_need, told_to_ring
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances import emergency
from avtaleverk.pages.markup import actors
from avtaleverk.pages.words import collate

# Roles with numbers that everyone knows: a document that lists one of them usually needs another number too.
EVERYBODYS = ("amk", "legevaktsentral", "politi")


class Contact(NamedTuple):
    """A role that a document tells readers to contact: its id and name, and where it answers, by the name of the place."""

    role: str
    name: str
    places: list[tuple[str, ContactPoint]]


def contacts_of(edition: Edition, document: Document) -> list[Contact]:
    """The contacts of a document that have numbers, in its own order."""
    space = edition.corpus.space_of(document)
    known = [role for role in document.contacts if role in space.contacts]
    return [Contact(role, edition.role(role, document.language), _places(edition, space, role)) for role in known]


def rung_at_once(corpus: Corpus, document: Document, roles: Sequence[str]) -> list[str]:
    """Those of the roles, all with numbers, that are rung at once: as the text says, and in an emergency document also 113
    and those that are rung first."""
    wanted = set(told_to_ring(corpus, document, roles))
    if emergency.TOPIC in document.topics:
        wanted |= {FOR_LIFE, *_rung_first(corpus, document, roles)}
    return [role for role in roles if role in wanted]


def _rung_first(corpus: Corpus, document: Document, roles: Sequence[str]) -> Iterator[str]:
    """The role that is rung first, after the emergency roles that are listed before it, and then its stand-in outside its
    hours."""
    own = [role for role in roles if role not in EVERYBODYS]
    first = rung_first(corpus, document, own) if own else ""
    for role in roles:
        if role == first:
            yield role
            yield corpus.helsefellesskap[document.home].contacts[role].when_closed
            return
        if role in EVERYBODYS:
            yield role


def to_ring(edition: Edition, document: Document, contacts: list[Contact]) -> tuple[list[Contact], bool]:
    """The contacts to ring, and whether at once; when none is, the first two that the text tells anyone to ring."""
    by_role = {contact.role: contact for contact in contacts}
    at_once = rung_at_once(edition.corpus, document, list(by_role))
    rung = at_once or _in_need(edition.corpus, document, list(by_role))
    return [by_role[role] for role in rung], bool(at_once)


def _in_need(corpus: Corpus, document: Document, roles: Sequence[str]) -> list[str]:
    """The role that the text tells anyone to ring first, with its stand-in outside its hours, or else the next role."""
    rung = rung_when_in_need(corpus, document, [role for role in roles if role not in EVERYBODYS])
    closed = [corpus.space_of(document).contacts[role].when_closed for role in rung[:1]]
    return list(dict.fromkeys(role for role in (*rung[:1], *closed, *rung[1:]) if role in roles))[:2]


def to_ask(edition: Edition, document: Document, contacts: list[Contact]) -> list[Contact]:
    """The first two contacts with a part in the document: they own it, act or receive within a deadline, or take a step.
    When none has, the first contact, which must be there because readers need its number."""
    deadlines = [deadline for _, deadline in edition.web.deadlines_of(document)]
    taking = {role.id for actor in actors(document.body.tokens) if (role := edition.role_called(actor))}
    partaking = {document.owner_kommune, document.owner_hf, *taking, *(r for d in deadlines for r in (d.by, *d.to))}
    own = [contact for contact in contacts if contact.role not in EVERYBODYS]
    return [contact for contact in own if contact.role in partaking][:2] or own[:1]


def covered(edition: Edition, space: Helsefellesskap, contacts: list[Contact]) -> list[tuple[str, str]]:
    """The kommuner that have no row of their own, but whose patients a unit takes: name and id, by name."""
    several = [contact for contact in contacts if len(contact.places) > 1]
    own = {point.place for contact in several for _, point in contact.places}
    places = [(space.contacts[contact.role].places, point.place) for contact in several for _, point in contact.places]
    served = {kommune for all_places, place in places for kommune in space.served_at(place, all_places)}
    named = [(edition.corpus.place_name(space, kommune), kommune) for kommune in served - own]
    return sorted(named, key=lambda pair: collate(pair[0]))


def _places(edition: Edition, space: Helsefellesskap, role: str) -> list[tuple[str, ContactPoint]]:
    """The contact points of a role with the names of their places, by name; one when the same holds everywhere, as 116 117."""
    points = space.contacts[role].places
    alike = len({(p.phone, p.hours, p.note, p.email) for p in points.values()}) == 1
    shown = list(points.items())[: 1 if alike else None]
    named = [(edition.corpus.place_name(space, place), point) for place, point in shown]
    return sorted(named, key=lambda pair: collate(pair[0]))
