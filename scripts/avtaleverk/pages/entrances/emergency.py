"""The emergency page: numbers and acute procedures, small enough for any phone and any network."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtaleverk.corpus.model import ContactPoint, Document, Helsefellesskap, Language
from avtaleverk.pages.addresses import href, overview_path
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.templates import part, phone_link
from avtaleverk.pages.words import in_language

PATH = "akutt"
TOPIC = "akutt"
PHASE = "forverring"  # the phase whose pages start with the numbers
DISASTER = "beredskap"
RECEPTION = "akuttmottak"
ON_CALL = ("vakt-psykisk-helsevern", "bup-vakt", "rusakutt", "overgrepsmottak", "fodeavdeling", "sentralbord")
TYPES = ("prosedyre", "sjekkliste")
URGENT = 60  # minutes
HOME_NURSE = "sykepleier-hjemmetjenesten"
LONG = 10  # procedures in a list that takes headings
WARD_DOCTOR = "kad-lege"  # of the ward that each kommune has for acute patients
HOSPITAL = "sykehus"


class Answering(NamedTuple):
    """A number: the role's name, and where it answers when it has several places."""

    role: str
    place: str
    point: ContactPoint


class Task(NamedTuple):
    """A procedure, its address, whether it is for the patient at home, and the topic that starts with it."""

    document: Document
    href: str
    at_home: bool
    heading: str


class Part(NamedTuple):
    """What the page has of one helsefellesskap. `near` are the numbers of each place: see `_near`."""

    space: Helsefellesskap
    reception: list[Answering]
    on_call: list[Answering]
    tasks: list[Task]
    ward_doctor: tuple[str, str]  # the address of its numbers, and its hours
    near: str


def emergency_page(edition: Edition) -> Page:
    """Whom to ring, and what to do, in every helsefellesskap."""
    parts = [_part(edition, space) for space in edition.corpus.helsefellesskap.values()]
    html = part("entrances/akutt", parts=parts)
    return Page(PATH, "Akutt nå", "akutt", (Block(html),), "Telefonnumre og prosedyrer når det haster.", crumbs=(HOME,))


def _part(edition: Edition, space: Helsefellesskap) -> Part:
    return Part(
        space,
        _numbers(edition, space, (RECEPTION,)),
        _numbers(edition, space, ON_CALL),
        list(_tasks(edition, space)),
        _ward_doctor(space),
        _near(space),
    )


def first_numbers(here: str, phase: str, language: Language) -> tuple[Block, ...]:
    """113, 116 117 and the way to the rest, on a page of the phase that may be an emergency."""
    return (Block(part("entrances/ring_straks", more=href(here, PATH), language=language)),) if phase == PHASE else ()


def _points(space: Helsefellesskap, role: str) -> dict[str, ContactPoint]:
    """The numbers of a role, by place."""
    points = space.contacts[role].places if role in space.contacts else {}
    return {place: point for place, point in points.items() if point.phone}


def _numbers(edition: Edition, space: Helsefellesskap, roles: tuple[str, ...]) -> list[Answering]:
    return [
        Answering(edition.role(role, space.language), _where(edition, space, place) if len(points) > 1 else "", point)
        for role in roles
        for points in (_points(space, role),)
        for place, point in points.items()
    ]


def _where(edition: Edition, space: Helsefellesskap, place: str) -> str:
    """The town of a hospital that is the only one there, else the name of the place."""
    towns = [unit.town for unit in space.units.values() if unit.kind == HOSPITAL]
    unit = space.units.get(place)
    alone = unit and unit.kind == HOSPITAL and towns.count(unit.town) == 1
    return unit.town if unit and alone else edition.corpus.place_name(space, place)


def _ward_doctor(space: Helsefellesskap) -> tuple[str, str]:
    """Where the numbers of the ward doctors are, and when they answer if that is the same everywhere."""
    hours = {". ".join(filter(None, (point.hours, point.note))) for point in _points(space, WARD_DOCTOR).values()}
    address = href(PATH, overview_path(space.id, "kontakter"), WARD_DOCTOR) if hours else ""
    return address, hours.pop() if len(hours) == 1 else ""


def _near(space: Helsefellesskap) -> str:
    """The numbers that answer for each kommune and hospital, of the roles that have several places. Those that share all of
    them stand together, each kommune with the number of its ward doctor: «00005395 00005408,stord,4614=00005232;…»."""
    several = {role: points for role in (RECEPTION, *ON_CALL) if len(points := _points(space, role)) > 1}
    doctors = _points(space, WARD_DOCTOR)
    groups: dict[str, list[str]] = defaultdict(list)
    for kommune in space.kommuner:
        own = {role.id: point for role, point in space.contacts_of(kommune)}
        doctor = f"={_digits([doctors[kommune]])}" if kommune in doctors else ""
        groups[_digits(own[role] for role in several if role in own)].append(kommune.removeprefix("k-") + doctor)
    for unit in space.units:
        groups[_digits(points[unit] for points in several.values() if unit in points)].append(unit)
    if all("=" not in member for member in groups[""]):
        del groups[""]
    return ";".join(",".join((numbers, *members)) for numbers, members in groups.items())


def _digits(points: Iterable[ContactPoint]) -> str:
    return " ".join(phone_link(point.phone).removeprefix("tel:") for point in points)


def _tasks(edition: Edition, space: Helsefellesskap) -> Iterator[Task]:
    """The procedures and checklists of the page by topic: acute illness and injury first, disasters last."""
    found = [d for d in edition.documents(space, "pasientnaer") if d.type in TYPES and TOPIC in d.topics]
    urgent = most_urgent_first(edition, filter(edition.is_current, found))
    topics = edition.corpus.registers.tema.entries
    order = {id: at for at, id in enumerate((TOPIC, *(id for id in topics if id not in (TOPIC, DISASTER)), DISASTER))}
    started = TOPIC
    for document in sorted(urgent, key=lambda d: order.get(d.topics[0], len(order))):
        topic = document.topics[0]
        has_heading = topic != started and topic in topics and len(urgent) > LONG
        heading = in_language(topics[topic], "name", space.language) if has_heading else ""
        started = topic
        yield Task(document, edition.link_to(document.reference, PATH), _is_at_home(document), heading)


def most_urgent_first(edition: Edition, documents: Iterable[Document]) -> list[Document]:
    """First for the patient at home, then shortest deadline first; those that a ward seldom needs come last."""
    return sorted(
        documents, key=lambda d: (DISASTER in d.topics, not _is_at_home(d), not _is_urgent(edition, d), d.title)
    )


def _is_at_home(document: Document) -> bool:
    """Whether the document is for home nurses before all others."""
    return document.roles[:1] == (HOME_NURSE,)


def _is_urgent(edition: Edition, document: Document) -> bool:
    times = (deadline.within.minutes for _, deadline in edition.web.deadlines_of(document))
    return any(minutes is not None and minutes <= URGENT for minutes in times)
