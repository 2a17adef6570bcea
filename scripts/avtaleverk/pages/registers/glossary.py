"""The glossary: what the words of the field mean, and the documents that use them."""

from collections import defaultdict

from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.page_links import PageLink, other_language
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate


def glossary(edition: Edition) -> Page:
    """The words of the field in bokmål and nynorsk, with abbreviations."""
    terms = sorted(edition.corpus.registers.ordliste.entries.values(), key=lambda t: collate(t.nb[0] if t.nb else t.id))
    html = part("registers/ordliste", terms=terms, used=_uses(edition))
    summary, nynorsk = "Hva ordene og forkortelsene betyr.", "Kva orda og forkortingane betyr."
    return Page("ordliste", "Ordliste", "liste", (Block(html),), summary, crumbs=(HOME,), nynorsk=("", nynorsk))


def _uses(edition: Edition) -> dict[str, list[PageLink]]:
    """The documents that use each term in their text, by the term's id."""
    found: dict[str, list[PageLink]] = defaultdict(list)
    for document in edition.corpus.documents:
        target = PageLink(
            document.title, edition.link_to(document.reference, "ordliste"), language=other_language(document, "nb")
        )
        for meaning in edition.explained(document.path, document.body, document.language).meanings:
            for term in meaning.terms:
                found[term.id].append(target)
    return found
