"""What has changed, and what must be done when."""

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.due import notice_end, review_due
from avtaleverk.corpus.model import Document, Helsefellesskap, Language
from avtaleverk.pages.page_links import links_by_title
from avtaleverk.pages.registers import filters, role_filter
from avtaleverk.pages.site import Site
from avtaleverk.pages.table import Cell, Filter, Row, Table, day_cell
from avtaleverk.pages.words import collate, word, words

KINDS = ("gjennomgang", "evaluering", "utlop")


def change_table(site: Site, space: Helsefellesskap, here: str) -> Table:
    """What each version of each document changed, the latest first."""
    language, rows = space.language, []
    for document in _all(site, space):
        for change in document.changes:
            cells = (
                Cell(links=links_by_title(site, [document], here)),
                Cell(change.what),
                day_cell(change.since),
                Cell(change.version),
            )
            row = Row(cells, {"rolle": document.roles, "fase": document.phases})
            rows.append((-change.since.toordinal(), collate(document.title), row))
    in_order = [row for *_, row in sorted(rows, key=lambda row: row[:2])]
    columns = words(language, "matrise.dokument", "endring.hva", "endring.fra", "versjon")
    choices = filters(site, in_order, language)
    return Table("nytt", word("matrise.nytt", language), columns, tuple(in_order), choices, own_role=True)


def due_table(site: Site, space: Helsefellesskap, here: str) -> Table:
    """The reviews, evaluations and ends that come, the first first, and how many of them are late."""
    language, rows = space.language, []
    for document in _all(site, space):
        owners = tuple(filter(None, (document.owner_kommune, document.owner_hf)))
        for kind, day in _dues(document):
            is_late = day < site.today
            mark = "forfalt" if is_late else "oppsagt" if kind == "utlop" and day == notice_end(document) else ""
            cells = (
                Cell(links=links_by_title(site, [document], here)),
                Cell(word(f"kalender.{kind}", language), mark=word(mark, language).lower() if mark else ""),
                day_cell(day),
                Cell(", ".join(site.role(owner, language) for owner in owners), explained="–"),
            )
            rows.append(
                (
                    day,
                    collate(document.title),
                    Row(cells, {"rolle": owners, "hva": (kind, *(("forfalt",) if is_late else ()))}),
                )
            )
    in_order = [row for *_, row in sorted(rows, key=lambda row: row[:2])]
    columns = words(language, "matrise.dokument", "kalender.hva", "kalender.innen", "eier")
    kinds = (*((kind, word(f"kalender.{kind}", language)) for kind in KINDS), ("forfalt", word("forfalt", language)))
    choices = (Filter("hva", word("kalender.hva", language), kinds), role_filter(site, in_order, language))
    lead = _lateness(late_dues(site, space), site.today, language)
    return Table("kalender", word("matrise.kalender", language), columns, tuple(in_order), choices, lead, sorted_by=2)


def late_dues(site: Site, space: Helsefellesskap) -> int:
    """How many reviews, evaluations and ends are past their day."""
    return sum(day < site.today for document in _all(site, space) for _, day in _dues(document))


def _all(site: Site, space: Helsefellesskap) -> list[Document]:
    return [*site.documents(space, "pasientnaer"), *site.documents(space, "overordnet")]


def _dues(document: Document) -> Iterator[tuple[str, date]]:
    if document.status != "gjeldende":
        return
    evaluated = document.evaluation.next if document.evaluation else None
    days = (review_due(document), evaluated, document.valid_to)
    yield from ((kind, day) for kind, day in zip(KINDS, days, strict=True) if day)


def _lateness(late: int, today: date, language: Language) -> Markup:
    text = word("kalender.forfalt" if late else "kalender.ajour", language).format(n=late, dato=long_date(today))
    return Markup("<p>{}</p>").format(text)
