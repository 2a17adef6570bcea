"""The glossary on a page: a button at the first use of a term, and the explanation it opens.

The explanations are at the end of the page and describe the buttons, so that screen readers read them out and they are
printed. The browser opens them without any script.
"""

from dataclasses import dataclass

from avtaleverk.corpus.model import Language
from avtaleverk.corpus.outline import Body
from avtaleverk.links.flow import Mark, mark
from avtaleverk.links.glossary import Glossary, Meaning, first_uses
from avtaleverk.pages.addresses import href
from avtaleverk.pages.markup import marked
from avtaleverk.pages.page import Block
from avtaleverk.pages.templates import part


@dataclass(frozen=True, slots=True)
class Explained:
    """A body with buttons at the first uses, and the meanings they open."""

    body: Body
    meanings: tuple[Meaning, ...]


def explained(body: Body, known: Glossary) -> Explained:
    """The body with a button at the first use of each word that the glossary knows."""
    uses = first_uses(body, known)
    marks: dict[int, list[Mark]] = {}
    for use in uses:
        marks.setdefault(use.index, []).append(mark("ord", "button", {"id": use.meaning.id}, use.start, use.end))
    return Explained(marked(body, marks), tuple(use.meaning for use in uses))


def meanings_block(meanings: tuple[Meaning, ...], here: str, language: Language) -> Block | None:
    """The explanations that the buttons of a page open."""
    if not meanings:
        return None
    link = href(here, "ordliste")
    return Block(part("ord", meanings=meanings, glossary=link, language=language))
