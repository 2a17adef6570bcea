"""The entries of the registers."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from avtaleverk.corpus.duration import Duration
from avtaleverk.corpus.model.references import Language, World
from avtaleverk.corpus.nodes import Mapping as MappingNode
from avtaleverk.diagnostics import Location

T = TypeVar("T")
MINIMUM = "6-2"  # the paragraph that says what an agreement must have


class NamedEntry(NamedTuple):
    """An entry of a register that has only a name, in two languages."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    order: str = ""
    patient_phrase: str = ""
    patient_phrase_nn: str = ""
    explanation: str = ""
    explanation_nn: str = ""
    since: date | None = None
    met_in: tuple[str, ...] = ()
    source: str = ""
    checked: date | None = None


class Party(NamedTuple):
    """A kommune, a helseforetak or another that can sign an agreement."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    kind: str = ""
    number: str = ""
    source: str = ""
    checked: date | None = None


class Role(NamedTuple):
    """Someone who acts: a profession on a ward, an office, an outside body. `side` says which party it belongs to."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    side: str = ""
    frontline: bool = False
    description: str = ""
    description_nn: str = ""
    also_called: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return tuple(filter(None, (self.name, self.name_nn, *self.also_called)))


class Message(NamedTuple):
    """A kind of message between the levels, with every role that must receive it.

    `always_to` are those of `receivers` that get it whatever the patient needs.
    """

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    senders: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    always_to: tuple[str, ...] = ()
    when: str = ""
    when_nn: str = ""
    channel: str = ""
    channel_nn: str = ""
    standard: str = ""
    content: str = ""
    content_nn: str = ""
    also_called: tuple[str, ...] = ()
    source: str = ""
    checked: date | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return tuple(filter(None, (self.name, self.name_nn, *self.also_called)))

    @property
    def at_times(self) -> tuple[str, ...]:
        """The `receivers` that get it only when they follow up the patient."""
        return tuple(role for role in self.receivers if role not in self.always_to)


class LawPoint(NamedTuple):
    """A provision of a law: what it requires, from when, and the source of that."""

    id: str
    at: Location
    short: str = ""
    title: str = ""
    title_nn: str = ""
    law: str = ""
    paragraph: str = ""
    subsection: str = ""
    number: str = ""
    demand: str = ""
    demand_nn: str = ""
    in_force: date | None = None
    repealed: date | None = None
    replaced_by: tuple[str, ...] = ()
    deadline: Duration | None = None
    also_called: tuple[str, ...] = ()
    source: str = ""
    checked: date | None = None

    @property
    def is_minimum(self) -> bool:
        """Whether it is one of the numbers of hol. § 6-2, which list what an agreement must contain."""
        return self.paragraph == MINIMUM and bool(self.number)


class Term(NamedTuple):
    """A group of words for one thing, for the glossary and the search."""

    id: str
    at: Location
    nb: tuple[str, ...] = ()
    nn: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    explanation: str = ""
    explanation_nn: str = ""
    ambiguous: tuple[str, ...] = ()
    everyday: bool = False


class Rate(NamedTuple):
    """An amount of money by year; never shown without the year."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    unit: str = ""
    by_year: Mapping[str, str] = {}
    missing: str = ""
    missing_nn: str = ""
    source: str = ""
    checked: date | None = None


class Publication(NamedTuple):
    """A national source that documents build on."""

    id: str
    at: Location
    title: str = ""
    publisher: str = ""
    year: str = ""
    use: str = ""
    source: str = ""


class Moment(NamedTuple):
    """A line of the 2006 moment list: what a local agreement may regulate, in a phase, for a party."""

    id: str
    at: Location
    phase: str = ""
    party: str = ""
    name: str = ""
    name_nn: str = ""
    procedures: tuple[str, ...] = ()
    explained: str = ""


class SectionSpec(NamedTuple):
    """A heading that documents of a type have, in bokmål and nynorsk."""

    nb: str
    nn: str
    required: bool
    at: Location

    def title(self, language: Language) -> str:
        """The heading in `language`."""
        return self.nn if language == "nn" else self.nb


class DocumentType(NamedTuple):
    """A type of document: which world it belongs to, what it must stand under, and what it must have."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    plural: str = ""
    plural_nn: str = ""
    world: World = "pasientnaer"
    parents: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    sections: tuple[SectionSpec, ...] = ()


class Register(NamedTuple, Generic[T]):
    """The entries of one file of `agreements/register/`, by id. `fields` are the nodes behind them, for locations."""

    name: str
    path: str
    entries: Mapping[str, T]
    fields: MappingNode | None = None

    def having(self, ids: Iterable[str]) -> list[T]:
        """The entries with these ids, without those that it lacks."""
        return [self.entries[id] for id in ids if id in self.entries]

    def at(self, id: str) -> Location:
        """Where an entry stands; the top of the file when it is missing."""
        return self.fields.keys.get(id, Location(self.path)) if self.fields else Location(self.path)
