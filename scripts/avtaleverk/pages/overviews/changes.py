"""What has changed: every version of every document, the latest first."""

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.filters import filters, organ_filter
from avtaleverk.pages.overviews.dues import all_documents, deciding
from avtaleverk.pages.page_links import links_by_title
from avtaleverk.pages.table import Cell, Row, Table, day_cell
from avtaleverk.pages.words import collate, word, words


def change_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """What each version of each document changed, the latest first."""
    language, rows = space.language, []
    for document in all_documents(edition, space):
        for change in document.changes:
            cells = (
                Cell(links=links_by_title(edition, [document], here)),
                Cell(change.what),
                day_cell(change.since),
                Cell(change.version),
            )
            marks = {"rolle": document.roles, "fase": document.phases, "organ": deciding(document)}
            row = Row(cells, {**marks, "dag": (change.since.isoformat(),)})
            rows.append((-change.since.toordinal(), collate(document.title), row))
    in_order = [row for *_, row in sorted(rows, key=lambda row: row[:2])]
    columns = words(language, "matrise.dokument", "endring.hva", "endring.fra", "versjon")
    choices = (*filters(edition, in_order, language), organ_filter(space, in_order))
    return Table("nytt", word("matrise.nytt", language), columns, tuple(in_order), choices, own="rolle", days=True)
