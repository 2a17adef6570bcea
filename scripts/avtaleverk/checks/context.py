"""What a rule may look at."""

from dataclasses import dataclass
from datetime import date

from avtaleverk.corpus.load import CONTENT, REGISTER_FOLDER, SPACE_FILES
from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.links.web import Web


@dataclass(frozen=True, slots=True)
class Context:
    """The corpus, how it is linked, and the day of the check."""

    corpus: Corpus
    web: Web
    today: date

    def lacks(self, register: str, entry: str = "") -> bool:
        """Whether a register, or one entry of it, stands there but could not be read."""
        path = f"{CONTENT}/{REGISTER_FOLDER}/{register}.yml"
        return path in self.corpus.unread or f"{path}#{entry}" in self.corpus.unread

    def lacks_document(self, home: str) -> bool:
        """Whether a document of the helsefellesskap could not be read: what is not found there may stand in it."""
        return any(path.startswith(f"{CONTENT}/{home}/") and path.endswith(".md") for path in self.corpus.unread)

    def lacks_space(self, document: Document, file: str = SPACE_FILES[0]) -> bool:
        """Whether the file of the document's helsefellesskap could not be read."""
        return f"{CONTENT}/{document.reference.helsefellesskap}/{file}" in self.corpus.unread
