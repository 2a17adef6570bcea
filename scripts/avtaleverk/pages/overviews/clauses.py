"""The clauses of a helsefellesskap, as editors write them in `hjemmel`."""

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.addresses import document_path, href
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.table import Cell, Row, Table
from avtaleverk.pages.words import word, words


def clause_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """What editors write in `hjemmel` for each clause of the agreements in force, and in `frister` for its deadlines."""
    rows = []
    for document in edition.documents(space, "overordnet"):
        for clause in document.clauses:
            if not clause.number or not edition.is_current(document):
                continue
            link = PageLink(clause.label, href(here, document_path(document.reference), clause.number))
            ids = ", ".join(deadline.id for deadline in document.own_deadlines if deadline.clause == clause.number)
            address = Cell(f"{document.id}#{clause.number}")
            rows.append(Row((address, Cell(document.short_title), Cell(links=(link,)), Cell(ids, explained="–"))))
    columns = words(space.language, "matrise.skriv", "matrise.avtale", "matrise.punkt", "frister")
    return Table("punkter", word("matrise.punkter", space.language), columns, tuple(rows))
