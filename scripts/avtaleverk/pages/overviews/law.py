"""The duty to agree, number by number of hol. § 6-2: the agreements in force, and what puts each into practice."""

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap, Language, LawPoint
from avtaleverk.pages.addresses import href, kommune_path, law_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.coverage import Holds, binds, lacking, minimum, said_of
from avtaleverk.pages.page_links import PageLink, links_by_title, state_mark
from avtaleverk.pages.table import Cell, Row, Table
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language, word

NEAR_TYPES = ("retningslinje", "prosedyre", "sjekkliste")
# Types of document that an agreement need not have: their absence is stated, not marked as a hole.
OPTIONAL = ("retningslinje", "sjekkliste")


def law_matrix(edition: Edition, space: Helsefellesskap, here: str, party: str = "") -> Table:
    """§ 6-2, number by number, against the agreements in force, and the guidelines, procedures and checklists under them;
    for a party, those that bind it."""
    language, types = space.language, edition.corpus.registers.typer.entries
    holds: Holds = binds(edition, space, party) if party else lambda _: True
    rows, missing = [], []
    for point in minimum(edition):
        there = [
            d for d in edition.web.documents_naming("lovkrav", point.id)
            if d.home == space.id and d.status != "utgatt"
        ]  # fmt: skip
        named = [d for d in there if holds(d)]
        agreements = [d for d in named if edition.corpus.world_of(d) == "overordnet" and edition.is_current(d)]
        if agreements:
            agreed = Cell(links=links_by_title(edition, agreements, here))
            why = " ".join(filter(None, (d.no_procedure for d in agreements))) or space.holes.get(point.number, "")
            none = dict.fromkeys(NEAR_TYPES, why) | dict.fromkeys(OPTIONAL, word("matrise.ingen", language))
        else:  # the reason stands once, in the cell of the agreement
            missing.append(point.number)
            agreed = Cell(explained=_why_missing(edition, space, point, there), mark=word("tabell.hull", language))
            none = dict.fromkeys(NEAR_TYPES, "–")
        near = {kind: links_by_title(edition, (d for d in named if d.type == kind), here) for kind in NEAR_TYPES}
        cells = (Cell(links=links, explained=none[kind]) for kind, links in near.items())
        rows.append(Row((_law(point, here, language), agreed, *cells)))
    kinds = (in_language(types[kind], "name", language) for kind in NEAR_TYPES if kind in types)
    columns = ("§ 6-2", word("matrise.avtale", language), *kinds)
    each = "" if party else _each_kommune(edition, space, here)
    lead = part("overviews/krav_kort", missing=missing, points=len(rows), each=each, language=language)
    return Table("krav", word("matrise.krav", language), columns, tuple(rows), lead=lead)


def _why_missing(edition: Edition, space: Helsefellesskap, point: LawPoint, there: list[Document]) -> str:
    """Why no agreement covers a number of § 6-2: agreements that are not in force or not signed, else what `hull` says."""
    agreements = [d for d in there if edition.corpus.world_of(d) == "overordnet"]
    unsigned = word("krav.usignert", space.language)
    told = [f"{d.title} ({state_mark(edition, d, space.language) or unsigned})." for d in agreements]
    return " ".join(told) or said_of(space, point)


def _each_kommune(edition: Edition, space: Helsefellesskap, here: str) -> Markup:
    """Whether every kommune is bound by what the helsefellesskap has agreed, and those that lack something."""
    lacks = [
        (PageLink(edition.corpus.party_name(kommune), href(here, kommune_path(space.id, kommune), "krav")), numbers)
        for kommune, numbers in lacking(edition, space)
    ]
    return part("overviews/krav_kommuner", lacks=lacks, kommuner=len(space.kommuner), language=space.language)


def _law(point: LawPoint, here: str, language: Language) -> Cell:
    label = f"nr. {point.number} {in_language(point, 'title', language)}"
    return Cell(links=(PageLink(label, href(here, law_path(point.id))),), sort=point.number.zfill(2))
