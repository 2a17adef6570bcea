"""The page of an agreement: what was agreed, by whom, until when, and what rests on each clause."""

from avtaleverk.corpus.due import review_due
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.documents import shared
from avtaleverk.pages.documents.standing import notes, parties_of, signings
from avtaleverk.pages.edition import Edition, citation
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import links_to, used_in
from avtaleverk.pages.templates import headed, part


def agreement(edition: Edition, document: Document) -> Page:
    """The page of a document of the overordnet world."""
    resting = _resting(edition, document)
    head = part(
        "documents/avtale_topp",
        document=document,
        edition=edition,
        notes=notes(edition, document),
        parties=parties_of(edition, document),
        due=review_due(document),
        language=document.language,
    )
    blocks = [
        Block(head),
        *_clauses(edition, document),
        _deadlines(edition, document),
        shared.laws(edition, document),
        _procedures(edition, document, resting),
        shared.named_in(edition, document, resting),
        _parties(edition, document),
        shared.avvik(edition, document),
        shared.about(edition, document),
    ]
    return shared.page(edition, document, blocks, "avtale")


def _clauses(edition: Edition, document: Document) -> list[Block]:
    here = document_path(document.reference)
    blocks = []
    for section, clause in zip(document.body.sections, document.clauses, strict=True):
        html = edition.html(document.path, document.body, section, here)
        used = used_in(edition, clause.reference, here, document.language)
        cite = citation(edition, document, clause.number) if clause.number and html else ""
        blocks.append(
            Block(
                part(
                    "documents/punkt",
                    html=html,
                    used=used,
                    cite=cite,
                    number=clause.number,
                    former=edition.former_numbers(clause.reference),
                    language=document.language,
                ),
                Heading(clause.label, clause.reference.clause, section.level),
            )
        )
    return blocks


def _deadlines(edition: Edition, document: Document) -> Block | None:
    deadlines = [deadline for _, deadline in edition.web.deadlines_of(document)]
    if not deadlines:
        return None
    values = {"deadlines": deadlines, "edition": edition}
    return headed("frister", "frister", "documents/frister_tabell", document.language, **values)


def _resting(edition: Edition, document: Document) -> list[Reference]:
    """The documents that rest on one of the clauses."""
    links = (link for clause in document.clauses for link in edition.web.incoming.get(clause.reference, ()))
    resting = dict.fromkeys(link.source.whole for link in links if link.relation == "hjemmel")
    return [source for source in resting if source != document.reference]


def _procedures(edition: Edition, document: Document, resting: list[Reference]) -> Block | None:
    documents = [edition.corpus.by_reference[source] for source in resting]
    found = links_to(edition, documents, document_path(document.reference), document.language)
    return headed("prosedyrer_under", "prosedyrer", "liste", document.language, links=found) if found else None


def _parties(edition: Edition, document: Document) -> Block | None:
    if not document.signatures:
        return None
    rows = signings(edition, document)
    missing = [(m, edition.party(m, document)) for m in parties_of(edition, document).missing]
    return headed("signert", "signert", "documents/parter", document.language, rows=rows, missing=missing)
