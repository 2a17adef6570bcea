"""A document of `agreements/`, and a page of guidance."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from avtaleverk.corpus.compose import Front
from avtaleverk.corpus.model.parts import (
    Amendment,
    Deadline,
    Decision,
    Evaluation,
    Involvement,
    Notice,
    Question,
    Review,
    Signature,
    Step,
    Waiver,
)
from avtaleverk.corpus.model.references import Clause, Language, Reference
from avtaleverk.corpus.nodes import Mapping as MappingNode
from avtaleverk.corpus.outline import Body
from avtaleverk.diagnostics import Location

_NUMBERED = re.compile(r"\w+avtale(?= \d)")
FIXED_COST = 1500  # the work that any document takes, however short, in characters of text


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One Markdown file of `agreements/`: its fields, typed, and its body.

    `front` holds the nodes behind the attributes, for locations and for rules that walk the table of fields.
    """

    reference: Reference
    path: str
    front: Front
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
    changes: tuple[Amendment, ...] = ()
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

    @property
    def fields(self) -> MappingNode:
        """The nodes of the front matter, by the key of each field."""
        return self.front.fields

    @property
    def home(self) -> str:
        """The id of the helsefellesskap that it belongs to."""
        return self.reference.helsefellesskap

    def at(self, key: str) -> Location:
        """Where the front matter field `key` stands; the top of the file when it is missing."""
        return self.fields.keys.get(key, Location(self.path))

    def size(self) -> int:
        """How much work it is to check, in characters of text."""
        return FIXED_COST + len(self.body.text)

    @property
    def parent(self) -> Reference | None:
        """The address of the agreement that it stands under."""
        return Reference.parse(self.under, self.home) if self.under else None

    @property
    def short_title(self) -> str:
        """The title up to its colon: "Delavtale 5"."""
        return self.title.split(":")[0]

    @property
    def called(self) -> str:
        """What an agreement with a number calls itself in its title: "Tenesteavtale" for "Tenesteavtale 5"; else ""."""
        found = _NUMBERED.match(self.title)
        return found[0] if found else ""

    @property
    def last_review(self) -> date | None:
        """The date of the latest review."""
        return max((review.held for review in self.reviews), default=None)

    @property
    def version_since(self) -> date | None:
        """The day from which this version holds; None when `endringer` does not list it."""
        return next((change.since for change in self.changes if change.version == self.version), None)

    @property
    def own_deadlines(self) -> tuple[Deadline, ...]:
        """The deadlines that the document sets; others it names by id."""
        return tuple(item for item in self.deadlines if isinstance(item, Deadline))

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
