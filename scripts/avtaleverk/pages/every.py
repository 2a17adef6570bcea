"""All pages of the site, in the order of their addresses."""

from collections.abc import Iterator
from datetime import date

from avtaleverk.corpus.model import Corpus
from avtaleverk.links.web import Web
from avtaleverk.pages.agreement import agreement
from avtaleverk.pages.guide import guide
from avtaleverk.pages.lists import alphabetic_index, deadline_list, glossary, law_list, law_page, message_list
from avtaleverk.pages.overview import chosen_page, front_page, role_page, search_page, space_page
from avtaleverk.pages.page import Page
from avtaleverk.pages.procedure import procedure
from avtaleverk.pages.site import Site


def pages(corpus: Corpus, web: Web, today: date) -> tuple[Page, ...]:
    """Every page that the corpus gives rise to; a pure function of its arguments."""
    return tuple(sorted(_pages(Site(corpus, web, today)), key=lambda page: page.path))


def _pages(site: Site) -> Iterator[Page]:
    registers = site.corpus.registers
    yield front_page(site)
    yield search_page()
    for make in (law_list, deadline_list, message_list, glossary, alphabetic_index):
        yield make(site)
    for space in site.corpus.helsefellesskap.values():
        yield space_page(site, space)
    for document in site.corpus.documents:
        make_page = agreement if site.corpus.world_of(document) == "overordnet" else procedure
        yield make_page(site, document)
    for source in site.corpus.guides:
        yield guide(site, source)
    for law in registers.lovkrav.entries.values():
        yield law_page(site, law)
    for role in registers.roller.entries.values():
        if role.frontline:
            yield role_page(site, role)
    for phase in registers.faser.entries.values():
        title = f"Pasienten {phase.patient_phrase}" if phase.patient_phrase else phase.name
        yield chosen_page(site, f"fase/{phase.id}", title, "faser", phase.id)
    for group in registers.pasientgrupper.entries.values():
        yield chosen_page(site, f"gruppe/{group.id}", group.name, "pasientgrupper", group.id)
