"""The page of an agreement: what was agreed, by whom, until when, and what rests on each clause."""

from avtaleverk.corpus.due import review_due
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.documents import shared
from avtaleverk.pages.documents.standing import notes, parties_of, signings
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import links_to, used_in
from avtaleverk.pages.site import Site, citation
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word


def agreement(site: Site, document: Document) -> Page:
    """The page of a document of the overordnet world."""
    resting = _resting(site, document)
    head = part(
        "documents/avtale_topp",
        document=document,
        site=site,
        notes=notes(site, document),
        parties=parties_of(site, document),
        due=review_due(document),
        language=document.language,
    )
    blocks = [
        Block(head),
        *_clauses(site, document),
        _deadlines(site, document),
        shared.laws(site, document),
        _procedures(site, document, resting),
        shared.named_in(site, document, resting),
        _parties(site, document),
        shared.avvik(site, document),
        shared.about(site, document),
    ]
    return shared.page(site, document, blocks, "avtale")


def _clauses(site: Site, document: Document) -> list[Block]:
    here = document_path(document.reference)
    blocks = []
    for section, clause in zip(document.body.sections, document.clauses, strict=True):
        html = site.html(document.path, document.body, section, here)
        used = used_in(site, clause.reference, here, document.language)
        cite = citation(site, document, clause.number) if clause.number and html else ""
        blocks.append(
            Block(
                part(
                    "documents/punkt",
                    html=html,
                    used=used,
                    cite=cite,
                    number=clause.number,
                    former=site.former_numbers(clause.reference),
                    language=document.language,
                ),
                Heading(clause.label, clause.reference.clause, section.level),
            )
        )
    return blocks


def _deadlines(site: Site, document: Document) -> Block | None:
    deadlines = [deadline for _, deadline in site.web.deadlines_of(document)]
    if not deadlines:
        return None
    html = part("documents/frister_tabell", deadlines=deadlines, site=site, language=document.language)
    return Block(html, Heading(word("frister", document.language), "frister"))


def _resting(site: Site, document: Document) -> list[Reference]:
    """The documents that rest on one of the clauses."""
    links = (link for clause in document.clauses for link in site.web.incoming.get(clause.reference, ()))
    resting = dict.fromkeys(link.source.whole for link in links if link.relation == "hjemmel")
    return [source for source in resting if source != document.reference]


def _procedures(site: Site, document: Document, resting: list[Reference]) -> Block | None:
    documents = [site.corpus.by_reference[source] for source in resting]
    found = links_to(site, documents, document_path(document.reference), document.language)
    if not found:
        return None
    html = part("liste", links=found)
    return Block(html, Heading(word("prosedyrer_under", document.language), "prosedyrer"))


def _parties(site: Site, document: Document) -> Block | None:
    if not document.signatures:
        return None
    html = part(
        "documents/parter",
        rows=signings(site, document),
        missing=[(m, site.party(m, document)) for m in parties_of(site, document).missing],
        language=document.language,
    )
    return Block(html, Heading(word("signert", document.language), "signert"))
