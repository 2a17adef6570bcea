"""The matrix of parties and agreements: who has signed which version, when, and with which reservation."""

from markupsafe import Markup

from avtaleverk.corpus.due import notice_end
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.corpus.signed import signature_of
from avtaleverk.pages.addresses import href, kommune_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.table import Cell, Row, Table
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word


def signature_matrix(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """Every party against every signed agreement."""
    language, rows = space.language, []
    agreements, parties = signed_agreements(edition, space), _parties(edition, space)
    for party, name in parties.items():
        link = PageLink(name, href(here, kommune_path(space.id, party)))
        head = Cell(links=(link,)) if party in space.kommuner else Cell(name)
        rows.append(Row((head, *(_signed(space, party, d) for d in agreements))))
    columns = (word("signert.part", language), *(d.short_title for d in agreements))
    heads = ((columns[0], ""), *((short_head(d), d.title) for d in agreements))
    lead = _in_short(edition, space, agreements, parties)
    return Table("versjoner", word("matrise.versjoner", language), columns, tuple(rows), lead=lead, heads=heads)


def signed_agreements(edition: Edition, space: Helsefellesskap) -> list[Document]:
    """The agreements that anyone has signed, by level."""
    return by_level(edition, [d for d in edition.documents(space, "overordnet") if d.signatures])


def unsigned(edition: Edition, space: Helsefellesskap) -> list[tuple[Document, list[str]]]:
    """The signed agreements that not every party has signed, each with the names of those that have not."""
    parties = _parties(edition, space)
    lacking = (
        (document, [name for party, name in parties.items() if not signature_of(space, party, document)])
        for document in signed_agreements(edition, space)
    )
    return [(document, names) for document, names in lacking if names]


def _parties(edition: Edition, space: Helsefellesskap) -> dict[str, str]:
    """The names of the parties by id, the helseforetak first."""
    return {party: edition.corpus.party_name(party) for party in (*space.helseforetak, *space.kommuner)}


def by_level(edition: Edition, agreements: list[Document]) -> list[Document]:
    """Agreements by level, each before those under it; otherwise in their given order."""
    order = list(edition.corpus.registers.typer.entries)
    return sorted(agreements, key=lambda d: order.index(d.type) if d.type in order else len(order))


def short_head(document: Document) -> str:
    """«DA 5» for «Delavtale 5»; of an agreement without a number the first word."""
    kind = document.short_title.split()[0]
    return f"{kind[0]}A {document.number}" if document.number and kind.endswith("avtale") else kind


def _signed(space: Helsefellesskap, party: str, document: Document) -> Cell:
    signature = signature_of(space, party, document)
    if signature is None:
        return Cell()
    reserved = (
        f". {word('signert.forbehold', space.language)}: {signature.reservation}" if signature.reservation else ""
    )
    late = "" if signature.version == document.version else f"{word('versjon.ny', space.language)} {document.version}"
    day = f"{signature.signed.day}.{signature.signed.month}.{signature.signed.year}"
    raw = f"{signature.version}, {signature.signed.isoformat()}{f' ({late})' if late else ''}{reserved}"
    return Cell(f"{signature.version}, {day}{reserved}", raw=raw, mark=late)


def _in_short(edition: Edition, space: Helsefellesskap, agreements: list[Document], parties: dict[str, str]) -> Markup:
    """A summary: whether all have signed, and who has not, who signed an older version, and who has a reservation."""
    late, reserved = [], []
    for document in agreements:
        title, signed = document.short_title, {n: signature_of(space, p, document) for p, n in parties.items()}
        if names := [f"{name} ({s.version})" for name, s in signed.items() if s and s.version != document.version]:
            late.append((title, names))
        reserved += [(f"{title}, {name}", s.reservation) for name, s in signed.items() if s and s.reservation]
    return part(
        "overviews/signert_kort",
        missing=[(document.short_title, names) for document, names in unsigned(edition, space)],
        late=late,
        reserved=reserved,
        on_notice=[(d.title, edition.party(d.notice.by, d), notice_end(d)) for d in agreements if d.notice],
        ended=[(d.title, d.valid_to) for d in agreements if edition.not_current(d) == "ute"],
        parties=len(parties),
        agreements=len(agreements),
        language=space.language,
    )
