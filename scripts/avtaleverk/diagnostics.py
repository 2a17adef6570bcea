"""Findings as values: what is wrong, where, and how to mend it."""

from collections.abc import Callable, Hashable
from enum import StrEnum
from functools import partial
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding weighs; only `FEIL` stops a build."""

    FEIL = "feil"
    ADVARSEL = "advarsel"
    MERKNAD = "merknad"


class Location(NamedTuple):
    """A place in a file. `path` is relative to the project root with `/`; line and column start at 1.

    A tuple, because every value of every file has one.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


# `Location` without argument checks, in half the time: one is made for every value of every file.
location: Callable[[tuple[str, int, int]], Location] = partial(tuple.__new__, Location)


class Finding(NamedTuple):
    """What a rule yields: a place, what is wrong there, and how an editor mends it (both in Norwegian).

    Findings with the same `cause` in many documents are merged into one by the rule's `in_common`.
    """

    at: Location
    message: str
    hint: str = ""
    related: tuple[Location, ...] = ()
    cause: Hashable = None


class Diagnostic(NamedTuple):
    """A finding with the stable code and the severity of the rule that made it."""

    at: Location
    code: str
    severity: Severity
    message: str
    hint: str = ""
    related: tuple[Location, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong and how to mend it, on one line."""
        return f"{self.message} → {self.hint}" if self.hint else self.message

    def __str__(self) -> str:
        return f"{self.at}: {self.severity} {self.code}: {self.sentence}"
