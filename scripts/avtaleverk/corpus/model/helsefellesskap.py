"""A helsefellesskap: its kommuner, units, organs and contacts."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from avtaleverk.corpus.model.references import Language
from avtaleverk.corpus.nodes import Mapping as MappingNode
from avtaleverk.diagnostics import Location

EVERYONE = "alle-kommuner"  # the party that stands for all kommuner


class Region(NamedTuple):
    """Kommuner that act together, and the one that represents them."""

    id: str
    at: Location
    name: str = ""
    kommuner: tuple[str, ...] = ()
    representative: str = ""


class Unit(NamedTuple):
    """A place of the helseforetak: a hospital, a DPS …"""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    kind: str = ""
    town: str = ""
    covers: tuple[str, ...] = ()


class Seat(NamedTuple):
    """How many members a party or group has in an organ."""

    who: str
    number: str
    at: Location


class Organ(NamedTuple):
    """A body of the helsefellesskap on one of its levels."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    level: str = ""
    task: str = ""
    meets: str = ""
    also_called: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return tuple(filter(None, (self.name, self.name_nn, *self.also_called)))


class ContactPoint(NamedTuple):
    """Phone and hours of one role in one kommune or unit."""

    place: str
    at: Location
    phone: str = ""
    email: str = ""
    hours: str = ""
    note: str = ""


class ContactRole(NamedTuple):
    """All contact points of one role. `when_closed` is the role that answers outside its hours."""

    id: str
    at: Location
    name: str = ""
    side: str = ""
    when_closed: str = ""
    places: Mapping[str, ContactPoint] = {}

    @property
    def rung(self) -> list[ContactPoint]:
        """The contact points that have a telephone number."""
        return [point for point in self.places.values() if point.phone]

    @property
    def only_number(self) -> str:
        """Its telephone number when all its contact points have the same; "" when there are several, or none."""
        numbers = {point.phone for point in self.rung}
        return numbers.pop() if len(numbers) == 1 else ""


class Helsefellesskap(NamedTuple):
    """A helseforetak and the kommuner around it, with its organs and contacts.

    `stamps` hold, by document, what it rested on when it was last reviewed (see `links.state`). `fields` are the nodes
    behind the attributes, for locations.
    """

    id: str
    path: str
    name: str = ""
    short_name: str = ""
    language: Language = "nb"
    example: bool = False
    remark: str = ""
    helseforetak: tuple[str, ...] = ()
    kommuner: tuple[str, ...] = ()
    joined: Mapping[str, date] = {}  # the kommuner that came later
    settlements: Mapping[str, tuple[str, ...]] = {}  # by kommune, as people name them
    districts: Mapping[str, tuple[str, ...]] = {}  # the kommuner of each, as people name it
    regions: Mapping[str, Region] = {}
    units: Mapping[str, Unit] = {}
    organs: Mapping[str, Organ] = {}
    secretariat: ContactPoint | None = None
    holes: Mapping[str, str] = {}
    hole_days: Mapping[str, date] = {}  # by when there is to be an agreement
    contacts: Mapping[str, ContactRole] = {}
    stamps: Mapping[str, Mapping[str, str]] = {}
    fields: MappingNode | None = None

    def members(self, party: str) -> tuple[str, ...]:
        """The parties that a name in `parter` stands for: a region or «alle-kommuner» is expanded."""
        if party == EVERYONE:
            return self.kommuner
        return self.regions[party].kommuner if party in self.regions else (party,)

    def served_by(self, unit: str) -> tuple[str, ...]:
        """The kommuner that a unit takes patients from; a region stands for all of its own."""
        covers = self.units[unit].covers if unit in self.units else ()
        return tuple(k for part in covers for k in (self.regions[part].kommuner if part in self.regions else (part,)))

    def served_at(self, place: str, places: Collection[str]) -> tuple[str, ...]:
        """The kommuner that a unit takes patients from when others of these places are no nearer."""

        def order(unit: str, kommune: str) -> tuple[int, str]:
            served = self.served_by(unit)
            return (served.index(kommune), unit) if kommune in served else (len(self.kommuner), unit)

        return tuple(k for k in self.served_by(place) if min(places, key=lambda unit: order(unit, k)) == place)

    @property
    def contact_points(self) -> Iterator[ContactPoint]:
        """Every contact point of every role."""
        return (point for role in self.contacts.values() for point in role.places.values())

    def contacts_of(self, kommune: str) -> Iterator[tuple[ContactRole, ContactPoint]]:
        """Each role with its contact point for a kommune: the kommune's own, else that of a unit that takes its patients; of
        several such units, the one that lists the kommune earliest."""
        serving = {unit: served.index(kommune) for unit in self.units if kommune in (served := self.served_by(unit))}
        for role in self.contacts.values():
            place = min(role.places.keys() & serving.keys(), key=lambda unit: (serving[unit], unit), default="")
            if point := role.places.get(kommune) or role.places.get(place):
                yield role, point

    def stand_in(self, role: ContactRole, kommune: str) -> tuple[ContactRole, ContactPoint] | None:
        """Who answers for a kommune when a role is closed: the stand-in's contact point there, else its only one, else the
        stand-in's own stand-in."""
        points, seen = {one.id: (one, point) for one, point in self.contacts_of(kommune)}, {role.id}
        while (other := self.contacts.get(role.when_closed)) and other.id not in seen:
            if other.id in points:
                return points[other.id]
            if len(other.places) == 1:
                return other, next(iter(other.places.values()))
            seen.add(other.id)
            role = other
        return None

    def at(self, key: str) -> Location:
        """Where a field of `helsefellesskap.yml` stands; the top of the file when it is missing."""
        return self.fields.keys.get(key, Location(self.path)) if self.fields else Location(self.path)
