"""The calendar of a helsefellesskap: the reviews, evaluations and ends that come, and who sees to them."""

from datetime import date

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.due import notice_end
from avtaleverk.corpus.model import Document, Helsefellesskap, Language
from avtaleverk.pages.addresses import document_path, href, law_path, overview_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.filters import organ_filter, role_filter
from avtaleverk.pages.icalendar import Event
from avtaleverk.pages.overviews.dues import KINDS, Due, dues, late_dues
from avtaleverk.pages.page_links import PageLink, links_by_title
from avtaleverk.pages.table import Cell, Filter, Row, Table, day_cell
from avtaleverk.pages.words import collate, in_language, word, words


def due_table(edition: Edition, space: Helsefellesskap, here: str) -> Table:
    """The reviews, evaluations and ends that come, the first first, and how many of them are late."""
    language = space.language
    coming = sorted(dues(edition, space), key=lambda due: (due.day, collate(due.title(language))))
    rows = [_due_row(edition, space, due, here) for due in coming]
    columns = words(language, "matrise.dokument", "kalender.hva", "kalender.innen", "kalender.organ", "eier.dokument")
    kinds = (*((kind, word(f"kalender.{kind}", language)) for kind in KINDS), ("forfalt", word("forfalt", language)))
    choices = (
        Filter("hva", word("kalender.hva", language), kinds),
        organ_filter(space, rows),
        role_filter(edition, rows, language),
    )
    lead = _lateness(late_dues(edition, space), edition.today, language)
    events = tuple(_event(edition, space, due) for due in coming)
    name = word("matrise.kalender", language)
    return Table("kalender", name, columns, tuple(rows), choices, lead, sorted_by=2, days=True, events=events)


def _due_row(edition: Edition, space: Helsefellesskap, due: Due, here: str) -> Row:
    language, of, is_late = space.language, due.of, due.day < edition.today
    is_notice = due.kind == "utlop" and isinstance(of, Document) and due.day == notice_end(of)
    mark = "forfalt" if is_late else "oppsagt" if is_notice else ""
    link = PageLink(due.title(language), href(here, law_path(of.id)))
    cells = (
        Cell(links=links_by_title(edition, [of], here) if isinstance(of, Document) else (link,)),
        Cell(word(f"kalender.{due.kind}", language), mark=word(mark, language).lower() if mark else ""),
        day_cell(due.day),
        Cell(", ".join(_organ_names(space, due)), explained="–"),
        Cell(links=tuple(_reminded(edition, space, role, here) for role in due.owners), explained="–"),
    )
    kinds = (due.kind, *(("forfalt",) if is_late else ()))
    marks = {"rolle": due.owners, "hva": kinds, "organ": due.organs, "dag": (due.day.isoformat(),)}
    return Row(cells, marks)


def _reminded(edition: Edition, space: Helsefellesskap, role: str, here: str) -> PageLink:
    """A role, and where its numbers stand."""
    numbers = href(here, overview_path(space.id, "kontakter"), role) if role in space.contacts else ""
    return PageLink(edition.role(role, space.language), numbers)


def _organ_names(space: Helsefellesskap, due: Due) -> list[str]:
    return [in_language(space.organs[id], "name", space.language) for id in due.organs if id in space.organs]


def _event(edition: Edition, space: Helsefellesskap, due: Due) -> Event:
    """A row of the table as a calendar has it. What is an example says so there too."""
    language, of = space.language, due.of
    where = law_path(of.id)
    if isinstance(of, Document):
        where = f"{document_path(of.reference)}, {word('versjon', language).lower()} {of.version}"
    what, organs = word(f"kalender.{due.kind}", language), _organ_names(space, due)
    details = [
        word("eksempel", language) if space.example else "",
        ", ".join(organs),
        f"{word('eier.dokument', language)}: {edition.listed_roles(due.owners, language)}" if due.owners else "",
        where,
    ]
    id = f"{space.id}.{of.id}.{due.kind}"
    return Event(id, due.day, f"{what}: {due.title(language)}", "\n".join(filter(None, details)), (what, *organs))


def _lateness(late: int, today: date, language: Language) -> Markup:
    text = word("kalender.forfalt" if late else "kalender.ajour", language).format(n=late, dato=long_date(today))
    return Markup("<p>{}</p>").format(text)
