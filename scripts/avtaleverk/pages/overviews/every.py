"""The overviews of a helsefellesskap: an entrance, and a page for each table with its files beside it, and the maps."""

from collections.abc import Callable, Iterator
from datetime import date

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.addresses import href, organs_path, overview_path
from avtaleverk.pages.crumbs import HOME, way_to, way_to_overviews
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.calendar import due_table
from avtaleverk.pages.overviews.changes import change_table
from avtaleverk.pages.overviews.clauses import clause_table
from avtaleverk.pages.overviews.contacts import contact_table
from avtaleverk.pages.overviews.directorate import directorate_table
from avtaleverk.pages.overviews.law import law_matrix
from avtaleverk.pages.overviews.maps import map_page
from avtaleverk.pages.overviews.matrices import agreement_matrix, moment_matrix, principle_matrix, role_matrix
from avtaleverk.pages.overviews.signatures import signature_matrix
from avtaleverk.pages.overviews.status import answers
from avtaleverk.pages.overviews.suspects import suspect_table
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.table import Table, files, html
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word

Overview = Callable[[Edition, Helsefellesskap, str], Table]
TABLES: dict[str, Overview] = {
    "krav": law_matrix,
    "prosedyrer": agreement_matrix,
    "momenter": moment_matrix,
    "roller": role_matrix,
    "versjoner": signature_matrix,
    "innsending": directorate_table,
    "kontakter": contact_table,
    "nytt": change_table,
    "vurderes": suspect_table,
    "kalender": due_table,
    "punkter": clause_table,
}


def overview_pages(edition: Edition) -> Iterator[Page]:
    """Every overview of every helsefellesskap, and the principles for all."""
    for space in edition.corpus.helsefellesskap.values():
        yield _entrance(edition, space)
        for name, table in TABLES.items():
            here = overview_path(space.id, name)
            yield table_page(here, table(edition, space, here), edition.today, space)
        yield map_page(edition, space)
    yield table_page("prinsipper", principle_matrix(edition, "prinsipper"), edition.today)


def table_page(here: str, table: Table, today: date, space: Helsefellesskap | None = None) -> Page:
    """A page that is one table."""
    language = space.language if space else "nb"
    return Page(
        here,
        table.caption,
        "liste",
        (Block(html(table, language, space.id if space else "")),),
        word(f"matrise.{table.name}.hva", language),
        language,
        crumbs=way_to_overviews(space) if space else (HOME,),
        attachments=files(table, space.short_name if space else "", today),
    )


def overviews_of(space: str) -> dict[str, str]:
    """The address of each overview of a helsefellesskap, by the word for it."""
    tables = {f"matrise.{name}": overview_path(space, name) for name in TABLES}
    return {**tables, "kart": overview_path(space, "kart"), "organer": organs_path(space)}


def overview_list(edition: Edition, space: Helsefellesskap, here: str) -> Markup:
    """The overviews of a helsefellesskap: first those that answer today, then the others, each with what it shows."""
    language, paths = space.language, {**overviews_of(space.id), "matrise.prinsipper": "prinsipper"}
    answered = {f"matrise.{name}": answer for name, answer in answers(edition, space).items()}
    return part(
        "overviews/oversikter",
        today=word("status_naa", language).format(dato=long_date(edition.today)),
        answered=[(PageLink(word(key, language), href(here, paths[key])), answer) for key, answer in answered.items()],
        others=[
            PageLink(word(key, language), href(here, path), word(f"{key}.hva", language))
            for key, path in paths.items()
            if key not in answered
        ],
    )


def _entrance(edition: Edition, space: Helsefellesskap) -> Page:
    here, language = overview_path(space.id), space.language
    return Page(
        here,
        word("oversikt", language),
        "liste",
        (Block(overview_list(edition, space, here)),),
        word("oversikt.hva", language),
        language,
        crumbs=way_to(space, language),
    )
