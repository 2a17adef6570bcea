"""What a rule may look at."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from avtaleverk.corpus.files import CONTENT, REGISTER_FOLDER, SPACE_FILE
from avtaleverk.corpus.model import Corpus, Document, Helsefellesskap, Reference
from avtaleverk.corpus.outline import Section, plain
from avtaleverk.links.web import Web

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Context:
    """The corpus, its web of links, and the day of the check."""

    corpus: Corpus
    web: Web
    today: date
    _words: dict[tuple[str, int], str] = field(default_factory=dict, init=False, repr=False, compare=False)
    _known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def known(self, find: "Callable[[Context, Document], Found]", document: Document) -> Found:
        """`find(self, document)`, computed once for all rules."""
        key = find, document
        if key not in self._known:
            self._known[key] = find(self, document)
        found: Found = self._known[key]
        return found

    def once(self, find: "Callable[[Context], Found]") -> Found:
        """`find(self)`, computed once for all documents and rules."""
        if find not in self._known:
            self._known[find] = find(self)
        found: Found = self._known[find]
        return found

    def words_under(self, document: Document, section: Section) -> str:
        """The text under a heading as a reader sees it. Cached: many documents rest on the same clause."""
        key = document.path, section.start
        if key not in self._words:
            self._words[key] = plain(document.body.tokens_of(section))
        return self._words[key]

    def document(self, reference: Reference) -> Document | None:
        """The document at an address, which may be a former one; None if there is none."""
        return self.corpus.document(self.web.resolve(reference))

    def clause(self, reference: Reference | None) -> tuple[Document, Section] | None:
        """The document and the heading at the address of a clause, which may be a former one; None if there is none."""
        return self.corpus.clause(self.web.resolve(reference)) if reference else None

    @property
    def spaces(self) -> tuple[Helsefellesskap, ...]:
        """The helsefellesskap whose own file could be read: of the others nothing is known."""
        every = self.corpus.helsefellesskap.values()
        return tuple(space for space in every if space.path not in self.corpus.unread)

    def lacks(self, register: str, entry: str = "") -> bool:
        """Whether a register, or one entry of it, is missing or could not be read."""
        path = f"{CONTENT}/{REGISTER_FOLDER}/{register}.yml"
        return path in self.corpus.unread or f"{path}#{entry}" in self.corpus.unread

    def lacks_file(self, target: Reference) -> bool:
        """Whether a file named after the id could not be read."""
        home, name = f"{CONTENT}/{target.helsefellesskap}/", f"/{target.document}.md"
        return any(path.startswith(home) and path.endswith(name) for path in self.corpus.unread)

    def lacks_basis(self, document: Document) -> bool:
        """Whether an agreement that the document rests on could not be read, so that what it sets is unknown."""
        return bool(self.corpus.unread) and any(map(self.lacks_file, document.hjemmel))

    def lacks_space(self, document: Document, file: str = SPACE_FILE) -> bool:
        """Whether the file of the document's helsefellesskap could not be read."""
        return f"{CONTENT}/{document.home}/{file}" in self.corpus.unread


def by_path(context: Context) -> dict[str, Document]:
    """The documents by the paths of their files."""
    return {document.path: document for document in context.corpus.documents}
