"""The pages that show how things hang together, across documents."""

from collections.abc import Iterator

from avtaleverk.pages.moved import moved_pages
from avtaleverk.pages.organs import organs_page
from avtaleverk.pages.page import Page
from avtaleverk.pages.registers import register_pages
from avtaleverk.pages.site import Site
from avtaleverk.pages.surveys import survey_pages


def crossings(site: Site) -> Iterator[Page]:
    """All of them."""
    yield from moved_pages(site)
    yield from register_pages(site)
    for space in site.corpus.helsefellesskap.values():
        yield organs_page(site, space)
    yield from survey_pages(site)
