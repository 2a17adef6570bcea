"""The overviews of a helsefellesskap: an entrance, and a page for each matrix with its CSV beside it."""

from collections.abc import Callable, Iterator
from datetime import date

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.addresses import href, organs_path, survey_path
from avtaleverk.pages.calendar import change_table, due_table
from avtaleverk.pages.crumbs import home, way_to
from avtaleverk.pages.maps import map_page
from avtaleverk.pages.matrices import (
    agreement_matrix,
    law_matrix,
    moment_matrix,
    principle_matrix,
    role_matrix,
    suspect_matrix,
)
from avtaleverk.pages.page import Block, Crumb, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.registers import clause_table, contact_table
from avtaleverk.pages.sending import sending_table
from avtaleverk.pages.site import Site
from avtaleverk.pages.table import Table, files, html
from avtaleverk.pages.templates import part
from avtaleverk.pages.versions import version_matrix
from avtaleverk.pages.words import word

Matrix = Callable[[Site, Helsefellesskap, str], Table]
MATRICES: dict[str, Matrix] = {
    "krav": law_matrix,
    "prosedyrer": agreement_matrix,
    "momenter": moment_matrix,
    "roller": role_matrix,
    "versjoner": version_matrix,
    "innsending": sending_table,
    "kontakter": contact_table,
    "nytt": change_table,
    "vurderes": suspect_matrix,
    "kalender": due_table,
    "punkter": clause_table,
}


def survey_pages(site: Site) -> Iterator[Page]:
    """Every overview of every helsefellesskap, and the principles for all."""
    for space in site.corpus.helsefellesskap.values():
        yield _entrance(space)
        for name, matrix in MATRICES.items():
            here = survey_path(space.id, name)
            yield table_page(here, matrix(site, space, here), site.today, space)
        yield map_page(site, space)
    yield table_page("prinsipper", principle_matrix(site, "prinsipper"), site.today)


def table_page(here: str, table: Table, today: date, space: Helsefellesskap | None = None) -> Page:
    """A page that is one table."""
    language = space.language if space else "nb"
    crumbs: tuple[Crumb, ...] = (home(language),)
    if space:
        crumbs = (*way_to(space, language), Crumb(word("oversikt", language), survey_path(space.id)))
    return Page(
        here,
        table.caption,
        "liste",
        (Block(html(table, language, space.id if space else "")),),
        word(f"matrise.{table.name}.hva", language),
        language,
        crumbs=crumbs,
        attachments=files(table, space.short_name if space else "", today),
    )


def surveys_of(space: str) -> list[tuple[str, str]]:
    """The overviews of a helsefellesskap: the word for each, and its address."""
    pages = [(f"matrise.{name}", survey_path(space, name)) for name in MATRICES]
    return [*pages, ("kart", survey_path(space, "kart")), ("organer", organs_path(space))]


def survey_links(space: Helsefellesskap, here: str) -> list[PageLink]:
    """The overviews of a helsefellesskap, each with what it answers."""
    language, pages = space.language, [*surveys_of(space.id), ("matrise.prinsipper", "prinsipper")]
    return [PageLink(word(key, language), href(here, path), word(f"{key}.hva", language)) for key, path in pages]


def _entrance(space: Helsefellesskap) -> Page:
    here, language = survey_path(space.id), space.language
    return Page(
        here,
        word("oversikt", language),
        "liste",
        (Block(part("liste", links=survey_links(space, here))),),
        word("oversikt.hva", language),
        language,
        crumbs=way_to(space, language),
    )
