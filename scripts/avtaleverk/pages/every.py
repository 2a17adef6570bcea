"""All pages of the site, in the order of their addresses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from avtaleverk.corpus.model import Corpus, Helsefellesskap
from avtaleverk.links.web import Web
from avtaleverk.pages.counterparts import with_counterparts
from avtaleverk.pages.crumbs import common_mark, example_mark
from avtaleverk.pages.documents.agreement import agreement
from avtaleverk.pages.documents.guide import guide
from avtaleverk.pages.documents.moved import moved_pages
from avtaleverk.pages.documents.procedure import procedure
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.emergency import emergency_page
from avtaleverk.pages.entrances.front import front_page
from avtaleverk.pages.entrances.helsefellesskap import helsefellesskap_page
from avtaleverk.pages.entrances.index import alphabetic_index, search_page
from avtaleverk.pages.entrances.kommune import kommune_pages
from avtaleverk.pages.entrances.situations import own_situation_page, situation_documents, situation_page
from avtaleverk.pages.folders import with_folders
from avtaleverk.pages.overviews.every import overview_pages
from avtaleverk.pages.page import Page
from avtaleverk.pages.registers.deadlines import deadline_page
from avtaleverk.pages.registers.glossary import glossary
from avtaleverk.pages.registers.laws import law_list, law_page
from avtaleverk.pages.registers.messages import message_list
from avtaleverk.pages.registers.organs import organs_page
from avtaleverk.pages.registers.sources import source_and_rate_pages
from avtaleverk.pages.roles.binder import binder, leaves
from avtaleverk.pages.roles.entrance import role_documents, role_page
from avtaleverk.pages.roles.self_test import questions, self_test
from avtaleverk.pages.roles.sheet import role_sheet
from avtaleverk.pages.words import in_language


def pages(corpus: Corpus, web: Web, today: date) -> tuple[Page, ...]:
    """Every page that the corpus gives rise to; a pure function of its arguments."""
    edition = Edition(corpus, web, today)
    common = common_mark(corpus.helsefellesskap.values())
    made = with_counterparts(edition, with_folders(edition, _pages(edition)))
    marked = (replace(page, example=_mark(corpus, page, common)) for page in made)
    return tuple(sorted(marked, key=lambda page: page.path))


def _mark(corpus: Corpus, page: Page, common: str) -> str:
    """The example mark of a page: that of its helsefellesskap, or the `common` one on pages for several."""
    space = corpus.helsefellesskap.get(page.path.partition("/")[0])
    if space is None:
        return common
    return example_mark(space, page.language) if page.kind != "flyttet" else ""


def _pages(edition: Edition) -> Iterator[Page]:
    yield from _documents(edition)
    yield from _entrances(edition)
    yield from _registers(edition)
    yield from overview_pages(edition)
    for space in edition.corpus.helsefellesskap.values():
        yield from _own_pages(edition, space)


def _documents(edition: Edition) -> Iterator[Page]:
    for document in edition.corpus.documents:
        make_page = agreement if edition.corpus.world_of(document) == "overordnet" else procedure
        yield make_page(edition, document)
    yield from moved_pages(edition)
    for source in edition.corpus.guides:
        yield guide(edition, source)


def _entrances(edition: Edition) -> Iterator[Page]:
    yield front_page(edition)
    yield emergency_page(edition)
    yield search_page()
    yield alphabetic_index(edition)
    for role in edition.frontline:
        yield role_page(edition, role)
    for phase in edition.corpus.registers.faser.entries.values():
        yield situation_page(edition, "faser", phase)
    for group in edition.corpus.registers.pasientgrupper.entries.values():
        yield situation_page(edition, "pasientgrupper", group)


def _registers(edition: Edition) -> Iterator[Page]:
    yield law_list(edition)
    for law in edition.corpus.registers.lovkrav.entries.values():
        yield law_page(edition, law)
    yield deadline_page(edition)
    yield message_list(edition)
    yield glossary(edition)
    yield from source_and_rate_pages(edition)


def _own_pages(edition: Edition, space: Helsefellesskap) -> Iterator[Page]:
    """The pages of one helsefellesskap, in its language."""
    yield helsefellesskap_page(edition, space)
    yield organs_page(edition, space)
    yield from kommune_pages(edition, space)
    made = leaves(edition, space)
    for role in edition.frontline:
        documents = role_documents(edition, space, role)
        yield role_sheet(edition, space, role)
        yield binder(space, role.id, in_language(role, "name", space.language), documents, made)
        if questions(documents):
            yield self_test(edition, space, role, documents)
    for phase in edition.corpus.registers.faser.entries.values():
        name = in_language(phase, "name", space.language)
        yield own_situation_page(edition, space, "faser", phase)
        yield binder(space, phase.id, name, situation_documents(edition, space, "faser", phase), made)
    for group in edition.corpus.registers.pasientgrupper.entries.values():
        yield own_situation_page(edition, space, "pasientgrupper", group)
