"""The duty to send agreements to Helsedirektoratet (hol. § 6-4): which have been sent, and which have not."""

from datetime import date

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.due import months_after
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.signatures import signed_agreements
from avtaleverk.pages.page_links import links_by_title
from avtaleverk.pages.table import Cell, Row, Table, day_cell
from avtaleverk.pages.words import word, words

MONTHS = 1  # within which the law asks for it


def directorate_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """Every signed agreement, særavtaler too: the day of the last signature, and the day it was sent."""
    rows = []
    for document in signed_agreements(edition, space):
        last = _last_signed(document)
        link = Cell(links=links_by_title(edition, [document], here))
        rows.append(Row((link, Cell(document.version), day_cell(last), _sent(edition, document, last))))
    columns = words(space.language, "matrise.avtale", "versjon", "innsending.signert", "innsendt")
    return Table("innsending", word("matrise.innsending", space.language), columns, tuple(rows))


def is_sent(document: Document) -> bool:
    """Whether a signed agreement was sent when the last party had signed."""
    return bool(document.sent_to_directorate and document.sent_to_directorate >= _last_signed(document))


def _last_signed(document: Document) -> date:
    return max(signature.signed for signature in document.signatures)


def _sent(edition: Edition, document: Document, last_signed: date) -> Cell:
    """The day it was sent, or else the last day for sending it. One that was sent before the last party signed is marked,
    since that may have been an earlier version."""
    language, sent = document.language, document.sent_to_directorate
    if is_sent(document):
        return day_cell(sent)
    due = months_after(last_signed, MONTHS)
    if sent:
        day, mark = sent.isoformat(), word("innsending.for", language)
        return Cell(long_date(sent), sort=day, raw=f"{day} ({mark})", mark=mark)
    still = due >= edition.today
    why = word("innsending.innen" if still else "innsending.skulle", language).format(dato=long_date(due))
    return Cell(explained=why, mark="" if still else word("tabell.hull", language))
