"""All agreed deadlines, as tables to be chosen from by role and phase."""

from avtaleverk.corpus.model import Deadline, Document, Helsefellesskap, Language
from avtaleverk.pages.addresses import document_path, href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.filters import filters
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.table import Cell, Row, Table, as_csv, html
from avtaleverk.pages.words import span, word, words


def deadline_page(edition: Edition) -> Page:
    """Every agreed deadline, by helsefellesskap, to be chosen by role and phase."""
    tables = [(space, deadline_table(edition, space, "frister")) for space in edition.corpus.helsefellesskap.values()]
    return Page(
        "frister",
        "Alle frister",
        "liste",
        tuple(Block(html(table, space.language), Heading(space.name, space.id), space) for space, table in tables),
        "Hva som skal gjøres, innen når, av hvem.",
        crumbs=(HOME,),
        attachments=tuple(as_csv(table) for _, table in tables),
        nynorsk=("Alle fristar", "Kva som skal gjerast, innan når, av kven."),
    )


def deadline_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """The deadlines, the shortest first: what, by when, from when, who, to whom, and the clause of each."""
    language, rows = space.language, []
    phases = _phases_of_deadlines(edition, space)
    shortest_first = sorted(edition.web.deadlines.items(), key=lambda item: item[1][1].within.haste)
    for (home, id), (document, deadline) in shortest_first:
        if home == space.id:
            roles = (deadline.by, *deadline.to)
            marks = {"rolle": roles, "eier": (deadline.by,), "fase": phases.get(id, document.phases)}
            rows.append(Row(_deadline(edition, document, deadline, language, here), marks))
    heads = words(language, "innen", "fra", "hvem", "frist.hva", "til", "punkt")
    columns = tuple(head[:1].upper() + head[1:] for head in heads)
    caption = f"{word('frister', language)}, {space.short_name}"
    return Table(f"frister-{space.id}", caption, columns, tuple(rows), filters(edition, rows, language), own="rolle")


def _deadline(
    edition: Edition, document: Document, deadline: Deadline, language: Language, here: str
) -> tuple[Cell, ...]:
    clause = PageLink(
        f"{document.short_title} {deadline.clause}", href(here, document_path(document.reference), deadline.clause)
    )
    return (
        Cell(span(deadline, language), sort=str(deadline.within.haste)),
        Cell(deadline.since, explained="–"),
        Cell(edition.role(deadline.by, language)),
        Cell(deadline.what),
        Cell(", ".join(edition.role(role, language) for role in deadline.to), explained="–"),
        Cell(links=(clause,)),
    )


def _phases_of_deadlines(edition: Edition, space: Helsefellesskap) -> dict[str, tuple[str, ...]]:
    """The phases of each deadline: those of the documents that use it."""
    found: dict[str, dict[str, None]] = {}
    for document in edition.documents(space, "pasientnaer"):
        for item in document.deadlines:
            if isinstance(item, str):
                found.setdefault(item, {}).update(dict.fromkeys(document.phases))
    return {id: tuple(phases) for id, phases in found.items()}
