"""The things of the domain, as frozen data. Every value that an editor wrote keeps its location."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Literal, TypeVar

from avtaleverk.corpus.duration import Duration
from avtaleverk.corpus.nodes import Mapping as MappingNode
from avtaleverk.corpus.outline import Body
from avtaleverk.diagnostics import Location

Language = Literal["nb", "nn"]
World = Literal["overordnet", "pasientnaer"]
T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """An address in the knowledge base: a document, or one of its clauses when `clause` is set."""

    helsefellesskap: str
    document: str
    clause: str = ""

    @property
    def whole(self) -> "Reference":
        """The document that the address lies in."""
        return Reference(self.helsefellesskap, self.document)

    def __str__(self) -> str:
        return f"{self.helsefellesskap}/{self.document}" + (f"#{self.clause}" if self.clause else "")


@dataclass(frozen=True, slots=True)
class Clause:
    """A heading of a document with what stands under it. `number` is "" for unnumbered headings."""

    reference: Reference
    number: str
    title: str
    level: int
    at: Location

    @property
    def label(self) -> str:
        """Number and title as a reader sees them."""
        return f"{self.number} {self.title}".strip()


# --- parts of a document ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Deadline:
    """Who must do what, for whom, within what, from which moment; agreed in `clause`."""

    id: str
    what: str
    within: Duration
    since: str
    by: str
    to: tuple[str, ...]
    clause: str
    law: str
    at: Location


@dataclass(frozen=True, slots=True)
class Signature:
    """A party's signature on one version, perhaps with a reservation."""

    party: str
    signed: date
    version: str
    reservation: str
    at: Location


@dataclass(frozen=True, slots=True)
class Decision:
    """An organ's decision; `discussed` comes first in the two-step procedure."""

    organ: str
    decided: date
    case: str
    discussed: date | None
    at: Location


@dataclass(frozen=True, slots=True)
class Review:
    """The yearly review: when, by whom, and with what conclusion (hol. § 6-5)."""

    held: date
    by: str
    conclusion: str
    at: Location


@dataclass(frozen=True, slots=True)
class Change:
    """What a version changed, in plain words."""

    version: str
    since: date
    what: str
    at: Location


@dataclass(frozen=True, slots=True)
class Involvement:
    """How users took part in drafting (hol. § 6-1)."""

    who: str
    how: str
    year: str
    at: Location


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How the agreement is evaluated, and when next."""

    how: str
    next: date | None
    at: Location


@dataclass(frozen=True, slots=True)
class Notice:
    """A party's notice; the agreement ends one year later (hol. § 6-5)."""

    by: str
    given: date
    directorate_told: date | None
    at: Location


@dataclass(frozen=True, slots=True)
class Question:
    """A self-test question that the page answers."""

    text: str
    answer: str
    wrong: tuple[str, ...]
    clause: Reference | None
    at: Location


@dataclass(frozen=True, slots=True)
class Step:
    """A box of a pathway, leading to the documents that say what is done there."""

    number: str
    title: str
    documents: tuple[str, ...]
    at: Location


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule set aside in one document, for a reason and until a date."""

    rule: str
    reason: str
    until: date
    at: Location


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One Markdown file of `agreements/`: its fields, typed, and its body.

    `fields` are the nodes behind the attributes, for locations and for rules that walk the table of fields.
    """

    reference: Reference
    path: str
    front: str
    fields: MappingNode
    body: Body
    id: str
    title: str = ""
    type: str = ""
    number: str = ""
    summary: str = ""
    language: Language = "nb"
    status: str = ""
    version: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    under: str = ""
    hjemmel: tuple[Reference, ...] = ()
    lovkrav: tuple[str, ...] = ()
    builds_on: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    former_ids: tuple[str, ...] = ()
    former_clauses: Mapping[str, str] = field(default_factory=dict)
    parties: tuple[str, ...] = ()
    signatures: tuple[Signature, ...] = ()
    involvement: tuple[Involvement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    evaluation: Evaluation | None = None
    notice: Notice | None = None
    sent_to_directorate: date | None = None
    changes: tuple[Change, ...] = ()
    reviews: tuple[Review, ...] = ()
    owner_kommune: str = ""
    owner_hf: str = ""
    clinical_lead: str = ""
    roles: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    patient_groups: tuple[str, ...] = ()
    side: str = ""
    deadlines: tuple[str | Deadline, ...] = ()
    messages: tuple[str, ...] = ()
    rates: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    search_words: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    steps: tuple[Step, ...] = ()
    no_procedure: str = ""
    waivers: tuple[Waiver, ...] = ()

    def at(self, key: str) -> Location:
        """Where the front matter field `key` stands; the top of the file when it is missing."""
        return self.fields.keys.get(key, Location(self.path))

    @property
    def last_review(self) -> date | None:
        """The date of the latest review."""
        return max((review.held for review in self.reviews), default=None)

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """The headings of the body, as addresses."""
        space, document = self.reference.helsefellesskap, self.reference.document
        return tuple(
            Clause(Reference(space, document, s.anchor), s.number, s.title, s.level, Location(self.path, s.line))
            for s in self.body.sections
        )


@dataclass(frozen=True, slots=True, eq=False)
class Guide:
    """A page of hand-written guidance in `docs/`. Its first heading is its title."""

    path: str
    title: str
    summary: str
    language: Language
    body: Body


# --- registers -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a register that has no more than a name in two languages."""

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


@dataclass(frozen=True, slots=True)
class Party:
    """A kommune, a helseforetak or another that can sign an agreement."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    kind: str = ""
    number: str = ""
    malform: str = ""
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Role:
    """Somebody who acts: a profession on a ward, an office, an outside body. `side` says whose it is."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    side: str = ""
    frontline: bool = False
    description: str = ""
    description_nn: str = ""
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A kind of message between the levels, with every role that must receive it."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    senders: tuple[str, ...] = ()
    receivers: tuple[str, ...] = ()
    when: str = ""
    when_nn: str = ""
    channel: str = ""
    standard: str = ""
    content: str = ""
    content_nn: str = ""
    also_called: tuple[str, ...] = ()
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class LawPoint:
    """A provision: what it demands, from when, and where that was read."""

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


@dataclass(frozen=True, slots=True)
class Term:
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


@dataclass(frozen=True, slots=True)
class Rate:
    """An amount of money by year; never shown without the year."""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    unit: str = ""
    by_year: Mapping[str, str] = field(default_factory=dict)
    missing: str = ""
    source: str = ""
    checked: date | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A national source that documents build on."""

    id: str
    at: Location
    title: str = ""
    publisher: str = ""
    year: str = ""
    use: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A line of the 2006 moment list: what a local agreement may regulate, in a phase, for a party."""

    id: str
    at: Location
    phase: str = ""
    party: str = ""
    name: str = ""
    name_nn: str = ""
    procedures: tuple[str, ...] = ()
    explained: str = ""


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """A heading that documents of a type have, in bokmål and nynorsk."""

    nb: str
    nn: str
    required: bool
    at: Location

    def title(self, language: Language) -> str:
        """The heading in `language`."""
        return self.nn if language == "nn" else self.nb


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: which world it belongs to, what stands above it, what it must have."""

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


@dataclass(frozen=True, slots=True)
class Register(Generic[T]):
    """The entries of one file of `agreements/register/`, by id."""

    name: str
    path: str
    entries: Mapping[str, T]


# --- a helsefellesskap ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Region:
    """Kommuner that act together, and the one that represents them."""

    id: str
    at: Location
    name: str = ""
    kommuner: tuple[str, ...] = ()
    representative: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A place of the helseforetak: a hospital, a DPS …"""

    id: str
    at: Location
    name: str = ""
    name_nn: str = ""
    kind: str = ""
    town: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """How many somebody has in an organ."""

    who: str
    count: str
    at: Location


@dataclass(frozen=True, slots=True)
class Organ:
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


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """Phone and hours of one role in one kommune or unit."""

    place: str
    at: Location
    phone: str = ""
    email: str = ""
    hours: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContactRole:
    """All contact points of one role."""

    id: str
    at: Location
    name: str = ""
    side: str = ""
    places: Mapping[str, ContactPoint] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Helsefellesskap:
    """A helseforetak and the kommuner around it, with its organs and contacts.

    `stamps` hold, by document, what it rested on when it was last reviewed (see `links.state`).
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
    regions: Mapping[str, Region] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    organs: Mapping[str, Organ] = field(default_factory=dict)
    secretariat: ContactPoint | None = None
    holes: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[str, ContactRole] = field(default_factory=dict)
    stamps: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Registers:
    """Every register, by theme."""

    lovkrav: Register[LawPoint]
    parter: Register[Party]
    roller: Register[Role]
    faser: Register[Entry]
    pasientgrupper: Register[Entry]
    tema: Register[Entry]
    meldinger: Register[Message]
    satser: Register[Rate]
    ordliste: Register[Term]
    kilder: Register[Publication]
    prinsipper: Register[Entry]
    momentliste: Register[Moment]
    typer: Register[DocumentType]


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that was loaded, in the order of the paths. `unread` holds the paths of documents that could not be read."""

    registers: Registers
    helsefellesskap: Mapping[str, Helsefellesskap]
    documents: Sequence[Document]
    guides: Sequence[Guide]
    by_reference: Mapping[Reference, Document]
    unread: frozenset[str] = frozenset()

    def document(self, reference: Reference) -> Document | None:
        """The document at an address, whatever its clause; None if there is none."""
        return self.by_reference.get(reference.whole)

    def type_of(self, document: Document) -> DocumentType | None:
        """The register entry of the document's type."""
        return self.registers.typer.entries.get(document.type)

    def world_of(self, document: Document) -> World:
        """Which of the two worlds the document belongs to, by its type."""
        kind = self.type_of(document)
        return kind.world if kind else "pasientnaer"
