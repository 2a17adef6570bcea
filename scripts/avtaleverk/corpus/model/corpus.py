"""All that was loaded."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from avtaleverk.corpus.model.documents import Document, Guide
from avtaleverk.corpus.model.entries import (
    DocumentType,
    LawPoint,
    Message,
    Moment,
    NamedEntry,
    Party,
    Publication,
    Rate,
    Register,
    Role,
    Term,
)
from avtaleverk.corpus.model.helsefellesskap import Helsefellesskap
from avtaleverk.corpus.model.references import Language, Reference, World
from avtaleverk.corpus.outline import Section
from avtaleverk.corpus.source import Source


class Registers(NamedTuple):
    """Every register, by theme."""

    lovkrav: Register[LawPoint]
    parter: Register[Party]
    roller: Register[Role]
    faser: Register[NamedEntry]
    pasientgrupper: Register[NamedEntry]
    tema: Register[NamedEntry]
    meldinger: Register[Message]
    satser: Register[Rate]
    ordliste: Register[Term]
    kilder: Register[Publication]
    prinsipper: Register[NamedEntry]
    momentliste: Register[Moment]
    typer: Register[DocumentType]

    def named(self, name: str) -> Register[Any]:
        """The register of this name."""
        register: Register[Any] = getattr(self, name)
        return register


class Corpus(NamedTuple):
    """All that was loaded, in the order of the paths. `unread` holds the paths of files that could not be read,
    and path#id of single entries of a register; `tables` the texts of the registers and of the files beside them.
    """

    registers: Registers
    helsefellesskap: Mapping[str, Helsefellesskap]
    documents: Sequence[Document]
    guides: Sequence[Guide]
    by_reference: Mapping[Reference, Document]
    unread: frozenset[str] = frozenset()
    tables: Sequence[Source] = ()

    def document(self, reference: Reference) -> Document | None:
        """The document at an address, whatever its clause; None if there is none."""
        return self.by_reference.get(reference.whole)

    def clause(self, reference: Reference) -> tuple[Document, Section] | None:
        """The document and the heading at the address of a clause; None if there is none."""
        document = self.document(reference)
        section = document.body.section(reference.clause) if document else None
        return (document, section) if document and section else None

    def space_of(self, document: Document) -> Helsefellesskap:
        """The helsefellesskap that the document belongs to."""
        return self.helsefellesskap[document.home]

    def documents_of(self, space: str) -> Iterator[Document]:
        """The documents of a helsefellesskap."""
        return (document for document in self.documents if document.home == space)

    def role_name(self, role: str, language: Language = "nb") -> str:
        """The name of a role; its id when the register lacks it."""
        found = self.registers.roller.entries.get(role)
        return ((language == "nn" and found.name_nn) or found.name) if found else role

    def party_name(self, party: str) -> str:
        """The name of a kommune, a helseforetak or another party; its id when the register lacks it."""
        found = self.registers.parter.entries.get(party)
        return found.name if found else party

    def place_name(self, space: Helsefellesskap, place: str) -> str:
        """The name of a unit or a kommune of a helsefellesskap; its id when neither has a name."""
        return space.units[place].name if place in space.units else self.party_name(place)

    def type_of(self, document: Document) -> DocumentType | None:
        """The register entry of the document's type."""
        return self.registers.typer.entries.get(document.type)

    def world_of(self, document: Document) -> World:
        """Which of the two worlds the document belongs to, by its type."""
        kind = self.type_of(document)
        return kind.world if kind else "pasientnaer"
