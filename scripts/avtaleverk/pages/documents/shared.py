"""What agreements and patient-near documents have in common on the page."""

from collections.abc import Collection

from avtaleverk.corpus.due import review_due
from avtaleverk.corpus.model import ContactPoint, Document, Reference
from avtaleverk.links.state import described
from avtaleverk.pages.addresses import document_path, href, law_path
from avtaleverk.pages.edition import Edition, citation
from avtaleverk.pages.meanings import meanings_block
from avtaleverk.pages.page import Block, Kind, Page
from avtaleverk.pages.page_links import PageLink, links_to
from avtaleverk.pages.templates import headed, part
from avtaleverk.pages.words import word

# The routine for an avvik in every helsefellesskap, and the message that carries it.
AVVIK_ROUTINE, AVVIK_MESSAGE = "p-samhandlingsavvik", "samhandlingsavvik"


def named_in(edition: Edition, document: Document, shown: Collection[Reference] = ()) -> Block | None:
    """Links back from the document: those whose text points to it, except those already `shown`."""
    here, language = document_path(document.reference), document.language
    links = edition.web.incoming.get(document.reference, ())
    sources = {link.source.whole: None for link in links if link.relation != "under"}
    found = [edition.corpus.by_reference[s] for s in sources if s != document.reference and s not in shown]
    if not found:
        return None
    return headed("nevnt_i", "nevnt", "liste", language, links=links_to(edition, found, here, language))


def laws(edition: Edition, document: Document) -> Block | None:
    """The law points that the document meets."""
    here, known = document_path(document.reference), edition.corpus.registers.lovkrav
    points = [(law, href(here, law_path(law.id))) for law in known.having(document.lovkrav)]
    return headed("lovkrav", "lovkrav", "documents/lovkrav", document.language, points=points) if points else None


def about(edition: Edition, document: Document) -> Block:
    """Validity, version, owners, decisions and reviews."""
    return headed(
        "om",
        "om-dokumentet",
        "documents/om",
        document.language,
        document=document,
        edition=edition,
        world=edition.corpus.world_of(document),
        due=review_due(document),
        organs=edition.corpus.space_of(document).organs,
    )


def avvik(edition: Edition, document: Document) -> Block:
    """How to report an avvik: the reference to give, who receives it at each party, and the routine."""
    here = document_path(document.reference)
    routine = Reference(document.home, AVVIK_ROUTINE)
    link = edition.link_to(routine, here) if document.reference != routine else ""
    return headed(
        "avvik",
        "meld-avvik",
        "documents/avvik",
        document.language,
        citation=citation(edition, document),
        receivers=_avvik_receivers(edition, document),
        secretariat=edition.corpus.space_of(document).secretariat,
        routine=link,
        contacts=f"{link}#kontakt",
    )


def _avvik_receivers(edition: Edition, document: Document) -> list[tuple[str, str, tuple[ContactPoint, ...]]]:
    """Who receives an avvik at each party, with the contact points: the first receiver of the message on each side."""
    registers, space, language = edition.corpus.registers, edition.corpus.space_of(document), document.language
    message = registers.meldinger.entries.get(AVVIK_MESSAGE)
    found: dict[str, tuple[str, tuple[ContactPoint, ...]]] = {}
    for id in message.receivers if message else ():
        role, contact = registers.roller.entries.get(id), space.contacts.get(id)
        if role and contact:
            found.setdefault(role.side, (edition.role(id, language), tuple(contact.places.values())))
    return [
        (word(f"avvik.til.{side}", language), *found[side]) for side in ("kommune", "helseforetak") if side in found
    ]


def _meanings(edition: Edition, document: Document) -> Block | None:
    explained = edition.explained(document.path, document.body, document.language)
    return meanings_block(explained.meanings, document_path(document.reference), document.language)


def _suspect(edition: Edition, document: Document) -> Block | None:
    """What the document rests on that has changed since it was reviewed."""
    changed = edition.web.suspects.get(document.reference)
    if not changed:
        return None
    address_of = edition.lead(document_path(document.reference))
    found = [described(edition.corpus, document, key) for key in changed]
    links = [PageLink(name, address_of(target) if target else "") for name, target in found]
    return Block(part("documents/vurderes", changed=links, language=document.language))


def page(edition: Edition, document: Document, blocks: list[Block | None], kind: Kind) -> Page:
    """The page of a document, with what every such page carries."""
    language = document.language
    return Page(
        path=document_path(document.reference),
        title=document.title,
        kind=kind,
        blocks=tuple(
            b for b in [*blocks[:1], _suspect(edition, document), *blocks[1:], _meanings(edition, document)] if b
        ),
        summary=document.summary,
        language=language,
        world=edition.corpus.world_of(document),
        label=edition.type_name(document.type, language),
        crumbs=edition.crumbs_of(document),
        source=document.path,
    )
