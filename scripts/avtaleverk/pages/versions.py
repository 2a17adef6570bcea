"""Party against version: who has signed what, when, and with which reservation. And a page for each kommune."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import EVERYONE, Document, Helsefellesskap, Signature
from avtaleverk.pages.addresses import binder_path, document_path, href
from avtaleverk.pages.crumbs import example_mark, way_to
from avtaleverk.pages.matrices import law_matrix
from avtaleverk.pages.numbers import numbers_of
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.site import Site
from avtaleverk.pages.table import Cell, Row, Table, as_csv, html
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language, word


def signature_of(space: Helsefellesskap, party: str, document: Document) -> Signature | None:
    """The latest signature that binds a party: its own, its region's, or that of all kommuner."""
    names = {party}
    if party in space.kommuner:
        names |= {EVERYONE, *(region.id for region in space.regions.values() if party in region.kommuner)}
    own = [s for s in document.signatures if s.party == party]
    binding = own or [s for s in document.signatures if s.party in names]
    return max(binding, key=lambda s: s.signed, default=None)


def kommune_path(space: Helsefellesskap, kommune: str) -> str:
    """The page of a kommune within its helsefellesskap."""
    return f"{space.id}/kommune/{kommune}"


def version_matrix(site: Site, space: Helsefellesskap, here: str) -> Table:
    """Every party against every signed agreement."""
    language, rows = space.language, []
    agreements = [d for d in site.documents(space, "overordnet") if d.signatures]
    parties = {party: site.corpus.party_name(party) for party in (*space.helseforetak, *space.kommuner)}
    for party, name in parties.items():
        link = PageLink(name, href(here, kommune_path(space, party)))
        head = Cell(links=(link,)) if party in space.kommuner else Cell(name)
        rows.append(Row((head, *(_signed(space, party, d) for d in agreements))))
    columns = (word("signert.part", language), *(d.short_title for d in agreements))
    heads = ((columns[0], ""), *((_head(d), d.title) for d in agreements))
    lead = _in_short(space, agreements, parties)
    return Table("versjoner", word("matrise.versjoner", language), columns, tuple(rows), lead=lead, heads=heads)


def _head(document: Document) -> str:
    """«DA 5» for «Delavtale 5»; of an agreement without a number the first word."""
    kind = document.short_title.split()[0]
    return f"{kind[0]}A {document.number}" if document.number and kind.endswith("avtale") else kind


def _signed(space: Helsefellesskap, party: str, document: Document) -> Cell:
    signature = signature_of(space, party, document)
    if signature is None:
        return Cell()
    reservation = (
        f". {word('signert.forbehold', space.language)}: {signature.reservation}" if signature.reservation else ""
    )
    late = (
        "" if signature.version == document.version else f" ({word('versjon.ny', space.language)} {document.version})"
    )
    text = f"{signature.version}, {{}}{late}{reservation}"
    return Cell(text.format(long_date(signature.signed)), raw=text.format(signature.signed.isoformat()))


def _in_short(space: Helsefellesskap, agreements: list[Document], parties: dict[str, str]) -> Markup:
    """Whether all have signed, and those that have not, have signed an older version, or have a reservation."""
    missing, late, reserved = {}, {}, list[tuple[str, str]]()
    for document in agreements:
        signed = {name: signature_of(space, party, document) for party, name in parties.items()}
        missing[document] = [name for name, s in signed.items() if s is None]
        late[document] = [f"{name} ({s.version})" for name, s in signed.items() if s and s.version != document.version]
        reserved += [
            (f"{document.short_title}, {name}", s.reservation) for name, s in signed.items() if s and s.reservation
        ]
    return part(
        "signert_kort",
        **{
            kind: [(document.short_title, names) for document, names in found.items() if names]
            for kind, found in (("missing", missing), ("late", late))
        },
        reserved=reserved,
        parties=len(parties),
        agreements=len(agreements),
        language=space.language,
    )


def kommune_pages(site: Site, space: Helsefellesskap) -> Iterator[Page]:
    """A page for each kommune: which version of each agreement holds there, § 6-2, and its phone numbers."""
    for kommune in space.kommuner:
        yield _kommune(site, space, kommune)


def _kommune(site: Site, space: Helsefellesskap, kommune: str) -> Page:
    here, language = kommune_path(space, kommune), space.language
    agreements, coverage = _agreements(site, space, kommune, here), _coverage(site, space, kommune, here)
    blocks = []
    if phones := numbers_of(site, space, kommune):
        block = part("kommune_kontakter", contacts=phones, language=language)
        blocks.append(Block(block, Heading(word("kontakt", language), "kontakt")))
    blocks += [
        Block(html(agreements, language), Heading(word("kommune.avtaler", language), "avtaler")),
        Block(html(coverage, language), Heading(word("kommune.krav", language), "krav")),
    ]
    if binders := _binders(site, space, here):
        blocks.append(Block(part("liste", links=binders), Heading(word("kommune.permer", language), "permer")))
    return Page(
        here,
        site.corpus.party_name(kommune),
        "liste",
        tuple(blocks),
        word("kommune.hva", language),
        language,
        crumbs=way_to(space, language),
        label="Kommune",
        example=example_mark(space, language),
        attachments=((f"{agreements.name}.csv", as_csv(agreements)), (f"{coverage.name}.csv", as_csv(coverage))),
    )


def _binders(site: Site, space: Helsefellesskap, here: str) -> list[PageLink]:
    """The binders for those who work in a kommune. The text is one for all kommuner; this page has their own numbers."""
    written_for = {role for document in site.documents(space, "pasientnaer") for role in document.roles}
    roles = [r for r in site.frontline if r.side == "kommune" and r.id in written_for]
    name = word("perm", space.language)
    return [
        PageLink(f"{name} {in_language(r, 'name', space.language)}", href(here, binder_path(space.id, r.id)))
        for r in roles
    ]


def _agreements(site: Site, space: Helsefellesskap, kommune: str, here: str) -> Table:
    language, rows = space.language, []
    for document in (d for d in site.documents(space, "overordnet") if d.signatures):
        signature = signature_of(space, kommune, document)
        link = Cell(links=(PageLink(document.title, href(here, document_path(document.reference))),))
        rows.append(
            Row((
                link,
                Cell(signature.version if signature else ""),
                Cell(long_date(signature.signed) if signature else "", sort=signature.signed.isoformat() if signature else ""),
                Cell(signature.reservation if signature else "", explained="–"),
                Cell(document.version),
            ))
        )  # fmt: skip
    keys = ("matrise.avtale", "versjon.signert", "dato", "signert.forbehold", "versjon.siste")
    return Table("avtaler", word("kommune.avtaler", language), tuple(word(k, language) for k in keys), tuple(rows))


def _coverage(site: Site, space: Helsefellesskap, kommune: str, here: str) -> Table:
    """§ 6-2 against what binds the kommune: the agreements it has signed, and what puts one of them into practice."""

    def holds(document: Document) -> bool:
        agreements = [site.corpus.document(site.web.resolve(target)) for target in document.hjemmel] or [document]
        return any(found and signature_of(space, kommune, found) for found in agreements)

    return replace(law_matrix(site, space, here, holds), caption=word("kommune.krav", space.language))
