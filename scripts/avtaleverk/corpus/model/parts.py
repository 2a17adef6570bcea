"""The parts of a document: deadlines, signatures, decisions, reviews … Tuples, because every document has many."""

from datetime import date
from typing import NamedTuple

from avtaleverk.corpus.duration import Duration
from avtaleverk.corpus.model.references import Reference
from avtaleverk.diagnostics import Location


class Deadline(NamedTuple):
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


class Signature(NamedTuple):
    """A party's signature on one version, perhaps with a reservation."""

    party: str
    signed: date
    version: str
    reservation: str
    at: Location


class Decision(NamedTuple):
    """An organ's decision; `discussed` comes first in the two-step procedure."""

    organ: str
    decided: date
    case: str
    discussed: date | None
    at: Location


class Review(NamedTuple):
    """The yearly review: when, by whom, and with what conclusion (hol. § 6-5)."""

    held: date
    by: str
    conclusion: str
    at: Location


class Amendment(NamedTuple):
    """What a version changed, in plain words."""

    version: str
    since: date
    what: str
    at: Location


class Involvement(NamedTuple):
    """How users took part in drafting (hol. § 6-1)."""

    who: str
    how: str
    year: str
    at: Location


class Evaluation(NamedTuple):
    """How the agreement is evaluated, and when next."""

    how: str
    next: date | None
    at: Location


class Notice(NamedTuple):
    """A party's notice; the agreement ends one year later (hol. § 6-5)."""

    by: str
    given: date
    directorate_told: date | None
    at: Location


class Question(NamedTuple):
    """A self-test question that the page answers."""

    text: str
    answer: str
    wrong: tuple[str, ...]
    clause: Reference | None
    at: Location


class Step(NamedTuple):
    """A box of a pathway, leading to the documents that say what is done there."""

    number: str
    title: str
    documents: tuple[str, ...]
    at: Location


class Waiver(NamedTuple):
    """A rule set aside in one document, for a reason and until a date."""

    rule: str
    reason: str
    until: date
    at: Location
