"""All pages of the site, in the order of their addresses."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from avtaleverk.corpus.model import Corpus, Helsefellesskap
from avtaleverk.links.web import Web
from avtaleverk.pages.agreement import agreement
from avtaleverk.pages.binder import binder, leaves
from avtaleverk.pages.crumbs import common_mark, example_mark
from avtaleverk.pages.elsewhere import with_ways
from avtaleverk.pages.emergency import emergency_page
from avtaleverk.pages.folders import with_folders
from avtaleverk.pages.front import front_page
from avtaleverk.pages.guide import guide
from avtaleverk.pages.kommune import kommune_pages
from avtaleverk.pages.lists import alphabetic_index, glossary, law_list, law_page, message_list
from avtaleverk.pages.moved import moved_pages
from avtaleverk.pages.organs import organs_page
from avtaleverk.pages.overview import chosen, chosen_page, own_chosen_page, search_page, space_page
from avtaleverk.pages.page import Page
from avtaleverk.pages.procedure import procedure
from avtaleverk.pages.registers import register_pages
from avtaleverk.pages.role import role_documents, role_page, role_sheet
from avtaleverk.pages.self_test import questions, self_test
from avtaleverk.pages.site import Site
from avtaleverk.pages.surveys import survey_pages
from avtaleverk.pages.words import in_language


def pages(corpus: Corpus, web: Web, today: date) -> tuple[Page, ...]:
    """Every page that the corpus gives rise to; a pure function of its arguments."""
    site = Site(corpus, web, today)
    common = common_mark(corpus.helsefellesskap.values())
    made = (
        replace(page, example=_mark(corpus, page, common)) for page in with_ways(site, with_folders(site, _pages(site)))
    )
    return tuple(sorted(made, key=lambda page: page.path))


def _mark(corpus: Corpus, page: Page, common: str) -> str:
    """The example mark of a page: that of its helsefellesskap, or the `common` one on pages for several."""
    space = corpus.helsefellesskap.get(page.path.partition("/")[0])
    if space is None:
        return common
    return example_mark(space, page.language) if page.kind != "flyttet" else ""


def _pages(site: Site) -> Iterator[Page]:
    registers = site.corpus.registers
    yield front_page(site)
    yield emergency_page(site)
    yield search_page()
    for make in (law_list, message_list, glossary, alphabetic_index):
        yield make(site)
    for several in (moved_pages, register_pages, survey_pages):
        yield from several(site)
    for document in site.corpus.documents:
        make_page = agreement if site.corpus.world_of(document) == "overordnet" else procedure
        yield make_page(site, document)
    for source in site.corpus.guides:
        yield guide(site, source)
    for law in registers.lovkrav.entries.values():
        yield law_page(site, law)
    for role in site.frontline:
        yield role_page(site, role)
    for phase in registers.faser.entries.values():
        yield chosen_page(site, "faser", phase)
    for group in registers.pasientgrupper.entries.values():
        yield chosen_page(site, "pasientgrupper", group)
    for space in site.corpus.helsefellesskap.values():
        yield space_page(site, space)
        yield organs_page(site, space)
        yield from kommune_pages(site, space)
        yield from _own_pages(site, space)


def _own_pages(site: Site, space: Helsefellesskap) -> Iterator[Page]:
    """The entrances within one helsefellesskap, in its language."""
    made = leaves(site, space)
    for role in site.frontline:
        documents = role_documents(site, space, role)
        yield role_sheet(site, space, role)
        yield binder(space, role.id, in_language(role, "name", space.language), documents, made)
        if questions(documents):
            yield self_test(site, space, role, documents)
    for phase in site.corpus.registers.faser.entries.values():
        name = in_language(phase, "name", space.language)
        yield own_chosen_page(site, space, "faser", phase)
        yield binder(space, phase.id, name, chosen(site, space, "faser", phase), made)
    for group in site.corpus.registers.pasientgrupper.entries.values():
        yield own_chosen_page(site, space, "pasientgrupper", group)
