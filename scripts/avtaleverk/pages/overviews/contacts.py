"""The contact points of a helsefellesskap."""

from avtaleverk.corpus.model import ContactPoint, Helsefellesskap
from avtaleverk.pages.addresses import href, kommune_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.filters import role_filter
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.table import Cell, Filter, Row, Table
from avtaleverk.pages.templates import phone_link
from avtaleverk.pages.words import collate, word, words


def contact_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """Every contact point of every role, to be chosen by role and place."""
    language, rows, places = space.language, [], {}
    for role in space.contacts.values():
        for place, point in role.places.items():
            places[place] = edition.corpus.place_name(space, place)
            link = href(here, kommune_path(space.id, place)) if place in space.kommuner else ""
            cells = _contact(edition.role(role.id, language), PageLink(places[place], link), point)
            first = place == next(iter(role.places))
            rows.append(Row(cells, {"rolle": (role.id,), "sted": (place,)}, role.id if first else ""))
    by_name = tuple(sorted(places.items(), key=lambda pair: collate(pair[1])))
    choices = role_filter(edition, rows, language), Filter("sted", word("kontakt.sted", language), by_name)
    columns = words(language, "hvem", "kontakt.sted", "kontakt.telefon", "kontakt.apent", "kontakt.merknad")
    return Table("kontakter", word("matrise.kontakter", language), columns, tuple(rows), choices, own="sted")


def _contact(role: str, place: PageLink, point: ContactPoint) -> tuple[Cell, ...]:
    phone = Cell(links=(PageLink(point.phone, phone_link(point.phone)),))
    return (
        Cell(role),
        Cell(links=(place,)),
        phone if point.phone else Cell(explained="–"),
        Cell(point.hours, explained="–"),
        Cell(" ".join(filter(None, (point.note, point.email))), explained="–"),
    )
