"""The emergency page: numbers and acute procedures, small enough for any phone and any network."""

from avtaleverk.corpus.model import ContactPoint, Document, Helsefellesskap, Language
from avtaleverk.pages.addresses import href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.site import Site
from avtaleverk.pages.templates import part

PATH = "akutt"
TOPIC = "akutt"
PHASE = "forverring"  # the phase whose pages start with the numbers
DISASTER = "beredskap"
RECEPTION = "akuttmottak"
ON_CALL = ("vakt-psykisk-helsevern", "bup-vakt", "rusakutt", "overgrepsmottak", "fodeavdeling", "sentralbord")
TYPES = ("prosedyre", "sjekkliste")
URGENT = 60  # minutes


def emergency_page(site: Site) -> Page:
    """Whom to ring, and what to do, in every helsefellesskap."""
    spaces = []
    for space in site.corpus.helsefellesskap.values():
        procedures = [(document, site.link_to(document.reference, PATH)) for document in _documents(site, space)]
        spaces.append((space, _numbers(site, space, (RECEPTION,)), _numbers(site, space, ON_CALL), procedures))
    html = part("entrances/akutt", spaces=spaces)
    return Page(PATH, "Akutt nå", "akutt", (Block(html),), "Telefonnumre og prosedyrer når det haster.", crumbs=(HOME,))


def first_numbers(here: str, phase: str, language: Language) -> tuple[Block, ...]:
    """113, 116 117 and the way to the rest, on a page of the phase that may be an emergency."""
    return (Block(part("entrances/ring_straks", more=href(here, PATH), language=language)),) if phase == PHASE else ()


def _numbers(site: Site, space: Helsefellesskap, roles: tuple[str, ...]) -> list[tuple[str, str, ContactPoint]]:
    """The numbers of the roles: each with the role's name, and with the place where it has several."""
    found = []
    for role in roles:
        points = space.contacts[role].places if role in space.contacts else {}
        for place, point in points.items():
            where = site.corpus.place_name(space, place) if len(points) > 1 else ""
            found.append((site.role(role, space.language), where, point))
    return [number for number in found if number[-1].phone]


def _documents(site: Site, space: Helsefellesskap) -> list[Document]:
    """The emergency procedures, shortest deadline first; those that a ward seldom needs come last."""
    found = [d for d in site.documents(space, "pasientnaer") if d.type in TYPES and TOPIC in d.topics]
    return sorted(
        filter(site.is_current, found), key=lambda d: (DISASTER in d.topics, not _is_urgent(site, d), d.title)
    )


def _is_urgent(site: Site, document: Document) -> bool:
    times = (deadline.within.minutes for _, deadline in site.web.deadlines_of(document))
    return any(minutes is not None and minutes <= URGENT for minutes in times)
