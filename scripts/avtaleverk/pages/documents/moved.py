"""Former addresses: a page for each that leads to the new one, also to the clause, with or without JavaScript."""

from collections.abc import Iterator

from avtaleverk.corpus.model import Document, Reference
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word


def moved_pages(edition: Edition) -> Iterator[Page]:
    """A page at every address that a document had before."""
    for document in edition.corpus.documents:
        for former in document.former_ids:
            yield _moved(edition, document, Reference(document.home, former))


def _moved(edition: Edition, document: Document, former: Reference) -> Page:
    here, language = document_path(former), document.language
    clauses = [
        (anchor, edition.link_to(target, here), edition.web.clauses[target].label)
        for anchor, target in _clauses(edition, document, former)
    ]
    link = edition.link_to(document.reference, here)
    merged = former in edition.web.former.merged
    html = part("documents/flyttet", link=link, title=document.title, clauses=clauses, merged=merged, language=language)
    return Page(
        here,
        document.title,
        "flyttet",
        (Block(html),),
        language=language,
        crumbs=way_to(edition.corpus.space_of(document), language),
        label=word("flyttet", language),
        source=document.path,
    )


def _clauses(edition: Edition, document: Document, former: Reference) -> Iterator[tuple[str, Reference]]:
    """Every fragment that the former address may have, and the clause that it leads to now.

    Clauses of a merged document lead where `tidligere_punkt` says; a document that only changed its id keeps its numbers.
    """
    known = edition.web.former
    is_merged = former in known.merged
    renamed = former if is_merged else document.reference
    moved = {old.clause: new for old, new in known.now.items() if old.clause and old.whole == renamed}
    kept = {} if is_merged else {clause.reference.clause: clause.reference for clause in document.clauses}
    for anchor, target in (kept | moved).items():
        if target in edition.web.clauses:
            yield anchor, target
