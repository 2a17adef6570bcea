"""The documents that must be reviewed again because something that they rest on has changed."""

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.links.state import described, stamp_of
from avtaleverk.pages.addresses import href, overview_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.dues import late_dues
from avtaleverk.pages.page_links import PageLink, links_by_title
from avtaleverk.pages.table import Cell, Row, Table, day_cell
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word, words


def suspects(edition: Edition, space: Helsefellesskap) -> list[tuple[Document, tuple[str, ...]]]:
    """The documents that must be reviewed again, each with the keys of what has changed."""
    return [
        (edition.corpus.by_reference[reference], changed)
        for reference, changed in edition.web.suspects.items()
        if reference.helsefellesskap == space.id
    ]


def suspect_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """The documents that must be reviewed again, with what has changed and who owns them."""
    language, address_of, rows = space.language, edition.lead(here), []
    for document, changed in suspects(edition, space):
        found = [described(edition.corpus, document, key) for key in changed]
        owners = ", ".join(edition.role(owner, language) for owner in (document.owner_kommune, document.owner_hf))
        cells = (
            Cell(links=links_by_title(edition, [document], here)),
            Cell(links=tuple(PageLink(name, address_of(target) if target else "") for name, target in found)),
            Cell(owners),
            day_cell(document.last_review),
        )
        rows.append(Row(cells))
    columns = words(language, "matrise.dokument", "matrise.endret", "eier.dokument", "gjennomgaatt")
    lead = None if rows else _nothing_changed(edition, space, here)
    return Table("vurderes", word("matrise.vurderes", language), columns, tuple(rows), lead=lead)


def _nothing_changed(edition: Edition, space: Helsefellesskap, here: str) -> Markup:
    """What was looked at when nothing has to be looked at again, and where the next reviews stand."""
    own = (document for document in edition.corpus.documents if document.home == space.id)
    looked_at = sum(bool(stamp_of(edition.corpus, document)) for document in own)
    link = PageLink(word("matrise.kalender", space.language), href(here, overview_path(space.id, "kalender")))
    late = late_dues(edition, space)
    return part("overviews/vurderes_ingen", looked_at=looked_at, link=link, late=late, language=space.language)
