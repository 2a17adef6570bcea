"""The ways in by word: the search page, and the alphabetic index, which works without JavaScript."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from avtaleverk.pages.addresses import href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.emergency import TOPIC
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink, other_language
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate

PATH = "a-aa"
ALPHABET, OTHER = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ", "0–9"
NYNORSK = "Oppgåver og søkjeord i alfabetisk rekkjefølgje."
# Words in a search term that readers may look up by its first letter; longer ones are questions.
LONGEST_TERM = 2


def search_page() -> Page:
    """The page that shows results; without JavaScript it points to the alphabetic index."""
    return Page("sok", "Søk", "sok", (Block(part("entrances/sok", index=href("sok", PATH))),), crumbs=(HOME,))


def alphabetic_index(edition: Edition) -> Page:
    """Tasks and terms from A to Å: the way in without JavaScript."""
    by_letter: dict[str, list[PageLink]] = defaultdict(list)
    for word, _, link in sorted(
        _entries(edition), key=lambda entry: (collate(entry[0]), entry[1], collate(entry[2].text))
    ):
        by_letter[_letter(word)].append(link)
    headings = [Heading(letter, letter.lower()) for letter in (*ALPHABET, OTHER) if letter in by_letter]
    blocks = [Block(part("entrances/bokstav", links=by_letter[h.text], heading=h), h) for h in headings]
    letters = Block(part("entrances/bokstaver", edition=edition, headings=headings, search=href(PATH, "sok")))
    summary = "Oppgaver og søkeord i alfabetisk rekkefølge."
    return Page(PATH, "A–Å", "liste", (letters, *blocks), summary, crumbs=(HOME,), nynorsk=("", NYNORSK))


def _entries(edition: Edition) -> Iterator[tuple[str, bool, PageLink]]:
    """The titles and the short search words of the documents, each with the link it stands for. Of a word, what is urgent
    comes first: whether the page is another."""
    for document in edition.corpus.documents:
        if document.status == "utgatt":
            continue
        where = edition.corpus.space_of(document).short_name
        link = PageLink(
            document.title, edition.link_to(document.reference, PATH), where, other_language(document, "nb")
        )
        can_wait = TOPIC not in document.topics
        yield document.title, can_wait, link
        for text in document.search_words:
            if len(text.split()) <= LONGEST_TERM:
                yield text, can_wait, replace(link, text=f"{text} → {document.title}")


def _letter(text: str) -> str:
    first = text[:1].upper()
    return first if first in ALPHABET else OTHER
