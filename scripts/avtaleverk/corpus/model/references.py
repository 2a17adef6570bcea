"""Addresses in the knowledge base."""

from typing import Literal, NamedTuple

from avtaleverk.diagnostics import Location

Language = Literal["nb", "nn"]
World = Literal["overordnet", "pasientnaer"]


class Reference(NamedTuple):
    """An address in the knowledge base: a document, or one of its clauses when `clause` is set."""

    helsefellesskap: str
    document: str
    clause: str = ""

    @classmethod
    def parse(cls, text: str, home: str) -> "Reference":
        """`da05#4.3` read from a document of the helsefellesskap `home`; `fonna/da05#4.3` names its own."""
        path, _, clause = text.partition("#")
        space, slash, document = path.rpartition("/")
        return cls(space if slash else home, document, clause)

    @property
    def whole(self) -> "Reference":
        """The document that the address lies in."""
        return Reference(self.helsefellesskap, self.document) if self.clause else self

    def at_clause(self, clause: str) -> "Reference":
        """The address of a clause of the same document."""
        return Reference(self.helsefellesskap, self.document, clause)

    @property
    def local(self) -> str:
        """The address as it is written in a document of the same helsefellesskap."""
        return f"{self.document}#{self.clause}" if self.clause else self.document

    def __str__(self) -> str:
        return f"{self.helsefellesskap}/{self.local}"


def by_number(clause: str) -> tuple[tuple[int, str], ...]:
    """A key that puts 4.10 after 4.9."""
    return tuple((int(part) if part.isdigit() else 0, part) for part in clause.split("."))


class Clause(NamedTuple):
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
