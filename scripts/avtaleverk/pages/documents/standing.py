"""The standing of agreements with their parties: who has signed which version, who has not, and who has given notice."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from avtaleverk.corpus.due import leaves_alone, notice_end
from avtaleverk.corpus.model import EVERYONE, Document, Reference, Signature
from avtaleverk.corpus.signed import signature_of
from avtaleverk.pages.addresses import document_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of an agreement: how many there are, those that have signed nothing, and those bound by an older version,
    by that version."""

    count: int = 0
    missing: tuple[str, ...] = ()
    older: dict[str, list[str]] = field(default_factory=dict)

    @property
    def signed(self) -> int:
        """The number of parties that have signed any version."""
        return self.count - len(self.missing)

    @property
    def late(self) -> int:
        """The number of parties bound by an older version."""
        return sum(map(len, self.older.values()))


@dataclass(frozen=True, slots=True)
class Signing:
    """A signature, and the parties that it still binds."""

    name: str
    signature: Signature
    bound: tuple[str, ...]


def parties_of(edition: Edition, document: Document) -> Parties:
    """The parties by the version that binds them."""
    if not document.signatures:
        return Parties()
    space = edition.corpus.space_of(document)
    members = tuple(dict.fromkeys(m for party in document.parties for m in space.members(party)))
    missing, older = [], defaultdict(list)
    for member in members:
        signature = signature_of(space, member, document)
        if signature is None:
            missing.append(member)
        elif signature.version != document.version:
            older[signature.version].append(member)
    return Parties(len(members), tuple(missing), older)


def signings(edition: Edition, document: Document) -> list[Signing]:
    """The signatures; that of a group counts only for the parties that have no signature of their own."""
    space, rows = edition.corpus.space_of(document), []
    for signature in document.signatures:
        members = space.members(signature.party)
        bound = tuple(m for m in members if signature_of(space, m, document) is signature)
        name = edition.party(signature.party, document)
        if signature.party == EVERYONE and 0 < len(bound) < len(members):
            name = f"{word('parter.andre', document.language)} ({len(bound)})"
        rows.append(Signing(name, signature, bound))
    return rows


def notes(edition: Edition, document: Document) -> Markup:
    """The notes at the top of an agreement's page: notice given, and parties that the text does not bind."""
    here = document.reference
    return part(
        "documents/staar",
        document=document,
        edition=edition,
        parties=parties_of(edition, document) if document.status == "gjeldende" else Parties(),
        ends=notice_end(document),
        alone=leaves_alone(edition.corpus.space_of(document), document),
        above=[
            _link(edition, one, here)
            for one in _chain(edition, [document])[1:]
            if one.notice and not leaves_alone(edition.corpus.space_of(one), one)
        ],
        language=document.language,
    )


def notes_below(edition: Edition, document: Document) -> Block | None:
    """The same notes on a page that rests on agreements; a procedure still applies, but readers should know."""
    targets = dict.fromkeys(edition.web.resolve(target).whole for target in document.hjemmel)
    agreements = [a for target in targets if (a := edition.corpus.document(target))]
    unsigned = [
        (_link(edition, a, document.reference), missing)
        for a in agreements
        if a.status == "gjeldende" and (missing := parties_of(edition, a).missing)
    ]
    space, chain = edition.corpus.space_of(document), _chain(edition, agreements)
    links = {a: _link(edition, a, document.reference) for a in chain}
    ended = [(links[a], a.valid_to) for a in chain if edition.not_current(a) == "ute"]
    on_notice = [(links[a], notice_end(a), leaves_alone(space, a)) for a in chain if a.notice and edition.is_current(a)]
    if not (unsigned or ended or on_notice):
        return None
    html = part(
        "documents/staar_under", unsigned=unsigned, ended=ended, on_notice=on_notice, language=document.language
    )
    return Block(html)


def _chain(edition: Edition, documents: Iterable[Document]) -> list[Document]:
    """The documents, and the agreements that they stand under."""
    found = dict.fromkeys(documents)
    for document in list(found):
        over: Document | None = document
        while over and over.parent and (over := edition.corpus.document(over.parent)) and over not in found:
            found[over] = None
    return list(found)


def _link(edition: Edition, document: Document, here: Reference) -> PageLink:
    return PageLink(document.short_title, edition.link_to(document.reference, document_path(here)))
