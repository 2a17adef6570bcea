"""Matrices: which procedures rest on which agreements, and other overviews of what covers what."""

from collections import defaultdict
from dataclasses import replace

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap, Language, Reference, by_number
from avtaleverk.pages.addresses import document_path, href, sheet_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.filters import role_filter
from avtaleverk.pages.overviews.signatures import by_level, short_head
from avtaleverk.pages.page_links import PageLink, links_by_title
from avtaleverk.pages.table import Cell, Row, Table
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate, in_language, word, words


def agreement_matrix(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """Procedures against agreements: each cell holds the clauses that the procedure rests on."""
    agreements = by_level(edition, [d for d in edition.documents(space, "overordnet") if d.type != "nasjonal"])
    rows = []
    for document in sorted(edition.documents(space, "pasientnaer"), key=lambda d: collate(d.title)):
        clauses: dict[Reference, list[Reference]] = defaultdict(list)
        for target in map(edition.web.resolve, document.hjemmel):
            clauses[target.whole].append(target)
        cells = [
            Cell(
                links=_clause_links(edition, clauses.get(a.reference, []), here),
                explained="–",
                counted="tabell.punkter",
            )
            for a in agreements
        ]
        kind = "" if document.type == "prosedyre" else edition.type_name(document.type, space.language)
        links = tuple(replace(link, label=kind) for link in links_by_title(edition, [document], here))
        rows.append(Row((Cell(links=links), *cells)))
    columns = (word("matrise.prosedyre", space.language), *(a.short_title for a in agreements))
    lead = _without_procedure(edition, agreements, here, space.language)
    heads = ((columns[0], ""), *((short_head(a), a.title) for a in agreements))
    caption = word("matrise.prosedyrer", space.language)
    return Table("prosedyrer", caption, columns, tuple(rows), lead=lead, heads=heads)


def _without_procedure(edition: Edition, agreements: list[Document], here: str, language: Language) -> Markup:
    """The agreements in force that no patient-near document rests on, each with its reason if it states one."""
    resting = {
        edition.web.resolve(t).whole for d in edition.corpus.documents if d.status != "utgatt" for t in d.hjemmel
    }
    bare = [a for a in agreements if a.reference not in resting and a.status == "gjeldende"]
    found = [PageLink(a.title, edition.link_to(a.reference, here), a.no_procedure) for a in bare]
    return part("overviews/uten_prosedyre", links=found, language=language)


def _clause_links(edition: Edition, clauses: list[Reference], here: str) -> tuple[PageLink, ...]:
    in_order = sorted(clauses, key=lambda target: by_number(target.clause))
    return tuple(PageLink(c.clause or "–", edition.link_to(c, here)) for c in in_order)


def moment_matrix(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """The moment list of 2006, phase by phase and party by party, against the procedures that cover it."""
    language, phases = space.language, edition.corpus.registers.faser.entries
    rows = []
    for moment in edition.corpus.registers.momentliste.entries.values():
        named = (Reference.parse(text, space.id) for text in moment.procedures)
        found = [
            document
            for reference in named
            if reference.helsefellesskap == space.id
            and (document := edition.corpus.document(reference))
            and document.status != "utgatt"
        ]
        phase = in_language(phases[moment.phase], "name", language) if moment.phase in phases else moment.phase
        rows.append(
            Row((
                Cell(in_language(moment, "name", language)),
                Cell(phase, sort=phases[moment.phase].order if moment.phase in phases else ""),
                Cell(word(f"aktor.{moment.party}", language)),
                Cell(links=links_by_title(edition, found, here), explained=moment.explained),
            ))
        )  # fmt: skip
    columns = words(language, "matrise.moment", "matrise.fase", "matrise.part", "matrise.prosedyre")
    return Table("momenter", word("matrise.momenter", language), columns, tuple(rows))


def role_matrix(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """How many procedures each front-line role has on each topic."""
    language, near = space.language, edition.documents(space, "pasientnaer")
    topics = [t for t in edition.corpus.registers.tema.entries.values() if any(t.id in d.topics for d in near)]
    rows = []
    for role in edition.frontline:
        own = [d for d in near if role.id in d.roles]
        name = PageLink(in_language(role, "name", language), href(here, sheet_path(space.id, role.id)))
        cells = [
            Cell(links=links_by_title(edition, (d for d in own if t.id in d.topics), here), explained="–")
            for t in topics
        ]
        rows.append(Row((Cell(links=(name,)), *cells), {"rolle": (role.id,)}))
    columns = (word("matrise.rolle", language), *(in_language(t, "name", language) for t in topics))
    choices = (role_filter(edition, rows, language),)
    return Table("roller", word("matrise.roller", language), columns, tuple(rows), choices, own="rolle")


def principle_matrix(edition: Edition, here: str) -> Table:
    """The nine principles against where each helsefellesskap meets them."""
    spaces = list(edition.corpus.helsefellesskap.values())
    rows = []
    for principle in edition.corpus.registers.prinsipper.entries.values():
        met = [edition.web.resolve(Reference.parse(text, "")) for text in principle.met_in]
        cells = [
            Cell(links=tuple(_clause(edition, r, here) for r in met if r.helsefellesskap == space.id))
            for space in spaces
        ]
        rows.append(Row((Cell(principle.name), Cell(principle.explanation), *cells)))
    columns = ("Prinsipp", "Hva det betyr", *(space.short_name for space in spaces))
    return Table("prinsipper", "De ni prinsippene, og hvor de er fulgt opp", columns, tuple(rows))


def _clause(edition: Edition, reference: Reference, here: str) -> PageLink:
    document = edition.corpus.document(reference)
    clause = edition.web.clauses.get(reference)
    name = document.short_title if document else document_path(reference)
    return PageLink(f"{name}, punkt {clause.label}" if clause else name, edition.link_to(reference, here))
