"""The emergency page: numbers and acute procedures, small enough for any phone and any network."""

from avtaleverk.corpus.model import ContactPoint, Document, Helsefellesskap
from avtaleverk.pages.overview import HOME
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.site import Site
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word

PATH = "akutt"
TOPIC = "akutt"
ROLE = "akuttmottak"


def emergency_page(site: Site) -> Page:
    """Whom to ring, and what to do, in every helsefellesskap."""
    spaces = [
        (space, _numbers(space), [(d, site.link_to(d.reference, PATH)) for d in _documents(site, space)])
        for space in site.corpus.helsefellesskap.values()
    ]
    html = part("akutt", spaces=spaces, word=word)
    return Page(PATH, "Akutt nå", "akutt", (Block(html),), "Telefonnumre og prosedyrer når det haster.", crumbs=(HOME,))


def _numbers(space: Helsefellesskap) -> list[tuple[str, ContactPoint]]:
    contact = space.contacts.get(ROLE)
    if not contact:
        return []
    return [(space.units[p].name if p in space.units else p, point) for p, point in contact.places.items()]


def _documents(site: Site, space: Helsefellesskap) -> list[Document]:
    return [d for d in site.documents(space, "pasientnaer") if TOPIC in d.topics and site.is_current(d)]
