"""The page of a kommune: whom to ring, which version of each agreement holds there, and how it meets § 6-2."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.due import notice_end
from avtaleverk.corpus.model import ContactPoint, Helsefellesskap
from avtaleverk.corpus.signed import signature_of
from avtaleverk.pages.addresses import binder_path, href, kommune_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.documents.contacts import EVERYBODYS
from avtaleverk.pages.documents.standing import parties_of
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.emergency import HOSPITAL
from avtaleverk.pages.overviews.law import law_matrix
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink, links_by_title
from avtaleverk.pages.table import Cell, Row, Table, as_csv, day_cell, html
from avtaleverk.pages.templates import headed, part
from avtaleverk.pages.words import collate, in_language, word, words


@dataclass(frozen=True, slots=True)
class LocalNumber:
    """A role in a kommune: where it answers, and the contact point of its stand-in outside its hours."""

    role: str
    name: str
    point: ContactPoint
    closed_name: str = ""
    closed_point: ContactPoint | None = None


def kommune_pages(edition: Edition, space: Helsefellesskap) -> Iterator[Page]:
    """A page for each kommune: which version of each agreement holds there, § 6-2, and its phone numbers."""
    for kommune in space.kommuner:
        yield _kommune(edition, space, kommune)


def _kommune(edition: Edition, space: Helsefellesskap, kommune: str) -> Page:
    here, language = kommune_path(space.id, kommune), space.language
    agreements = _agreements(edition, space, kommune, here)
    coverage = replace(law_matrix(edition, space, here, kommune), caption=word("kommune.krav", language))
    blocks = _not_bound(edition, space, kommune, here)
    if settlements := ", ".join(sorted(space.settlements.get(kommune, ()), key=collate)):
        blocks.append(Block(Markup("<p>{}: {}.</p>").format(word("kommune.steder", language), settlements)))
    if phones := numbers_of(edition, space, kommune):
        blocks.append(headed("kontakt", "kontakt", "entrances/kommune_kontakter", language, contacts=phones))
    blocks += [
        Block(html(agreements, language, kommune), Heading(word("kommune.avtaler", language), "avtaler")),
        Block(html(coverage, language, kommune), Heading(word("kommune.krav", language), "krav")),
    ]
    if binders := _binders(edition, space, here):
        blocks.append(headed("kommune.permer", "permer", "liste", language, links=binders))
    return Page(
        here,
        edition.corpus.party_name(kommune),
        "liste",
        tuple(blocks),
        word("kommune.hva", language),
        language,
        crumbs=way_to(space, language),
        label="Kommune",
        attachments=(as_csv(agreements), as_csv(coverage)),
    )


def _binders(edition: Edition, space: Helsefellesskap, here: str) -> list[PageLink]:
    """The binders for those who work in a kommune. The text is the same for all kommuner; the phone numbers stand on this page."""
    written_for = {role for document in edition.documents(space, "pasientnaer") for role in document.roles}
    roles = [r for r in edition.frontline if r.side == "kommune" and r.id in written_for]
    name = word("perm", space.language)
    return [
        PageLink(f"{name} {in_language(r, 'name', space.language)}", href(here, binder_path(space.id, r.id)))
        for r in roles
    ]


def _not_bound(edition: Edition, space: Helsefellesskap, kommune: str, here: str) -> list[Block]:
    """The agreements that the kommune itself has given notice on, and those that it has not signed."""
    language = space.language
    agreements = [d for d in edition.documents(space, "overordnet") if d.status == "gjeldende"]
    on_notice = [
        PageLink(
            d.title, edition.link_to(d.reference, here), word("oppsagt.gjelder", language).format(dato=long_date(end))
        )
        for d in agreements
        if d.notice and d.notice.by == kommune and (end := notice_end(d))
    ]
    unsigned = links_by_title(edition, (d for d in agreements if kommune in parties_of(edition, d).missing), here)
    return [
        Block(part("entrances/ikke_bundet", why=why, links=links, language=language))
        for why, links in (("oppsagt.kommune", on_notice), ("signert.kommune_mangler", unsigned))
        if links
    ]


def _agreements(edition: Edition, space: Helsefellesskap, kommune: str, here: str) -> Table:
    language, rows = space.language, []
    for document in (d for d in edition.documents(space, "overordnet") if d.signatures):
        signature = signature_of(space, kommune, document)
        link = Cell(links=links_by_title(edition, [document], here))
        rows.append(
            Row((
                link,
                Cell(signature.version if signature else ""),
                day_cell(signature.signed if signature else None),
                Cell(signature.reservation if signature else "", explained="–"),
                Cell(document.version),
            ))
        )  # fmt: skip
    columns = words(language, "matrise.avtale", "versjon.signert", "signert", "signert.forbehold", "versjon.siste")
    return Table("avtaler", word("kommune.avtaler", language), columns, tuple(rows))


def numbers_of(edition: Edition, space: Helsefellesskap, kommune: str) -> list[LocalNumber]:
    """The numbers of a kommune: first those that always answer, then those that most procedures name."""
    points = {role.id: point for role, point in space.contacts_of(kommune)}
    named = Counter(role for d in edition.documents(space, "pasientnaer") for role in d.contacts)
    numbers = []
    for role in sorted(points, key=lambda role: (role not in EVERYBODYS, -named[role])):
        name = at_hospital(space, edition.role(role, space.language), points[role])
        number = LocalNumber(role, name, points[role])
        other, point = space.stand_in(space.contacts[role], kommune) or (None, None)
        if other and point and point.phone not in points[role].note:  # otherwise the note already says so
            number = replace(number, closed_name=edition.role(other.id, space.language), closed_point=point)
        numbers.append(number)
    return numbers


def at_hospital(space: Helsefellesskap, name: str, point: ContactPoint) -> str:
    """The name of a role, with the hospital of its contact point."""
    unit = space.units.get(point.place)
    return f"{name}, {unit.name}" if unit and unit.kind == HOSPITAL else name
