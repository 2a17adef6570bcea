"""The ways in by word: the search page, and the alphabetic index, which works without JavaScript."""

from collections import defaultdict
from dataclasses import replace

from avtaleverk.pages.addresses import href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink, other_language
from avtaleverk.pages.site import Site
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
# Words in a search term that readers may look up by its first letter; longer ones are questions.
LONGEST_TERM = 2


def search_page() -> Page:
    """The page that shows results; without JavaScript it points to the alphabetic index."""
    return Page("sok", "Søk", "sok", (Block(part("entrances/sok", index=href("sok", "a-aa"))),), crumbs=(HOME,))


def alphabetic_index(site: Site) -> Page:
    """Tasks and terms from A to Å: the way in without JavaScript."""
    here = "a-aa"
    entries: dict[str, list[tuple[str, PageLink]]] = defaultdict(list)
    for document in site.corpus.documents:
        if document.status == "utgatt":
            continue
        where = site.corpus.space_of(document).short_name
        link = PageLink(document.title, site.link_to(document.reference, here), where, other_language(document, "nb"))
        entries[_letter(document.title)].append((collate(document.title), link))
        for text in document.search_words:
            if len(text.split()) <= LONGEST_TERM:
                entries[_letter(text)].append((collate(text), replace(link, text=f"{text} → {document.title}")))
    blocks = [
        Block(
            part("liste", links=[t for _, t in sorted(entries[letter], key=lambda pair: pair[0])]),
            Heading(letter, letter.lower()),
        )
        for letter in [*ALPHABET, "0–9"]
        if entries.get(letter)
    ]
    letters = Block(part("entrances/bokstaver", headings=[block.heading for block in blocks]))
    return Page(
        here, "A–Å", "liste", (letters, *blocks), "Oppgaver og søkeord i alfabetisk rekkefølge.", crumbs=(HOME,)
    )


def _letter(text: str) -> str:
    first = text[:1].upper()
    return first if first in ALPHABET else "0–9"
