"""Tables as data: shown on a page that sorts and filters, with a CSV file beside it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from io import StringIO

from markupsafe import Markup

from avtaleverk.corpus.days import long_date
from avtaleverk.corpus.model import Language
from avtaleverk.pages.icalendar import Event, calendar
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import part

# A spreadsheet would run a cell that starts like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, or links. An empty cell is a hole; `explained` says why it may be one.

    `sort` and `raw` override the words: where the row stands among others, and what a spreadsheet gets.
    `mark` is what must be seen: «Forfalt». `counted` is the word for many links.
    """

    text: str = ""
    links: tuple[PageLink, ...] = ()
    explained: str = ""
    sort: str = ""
    raw: str = ""
    mark: str = ""
    counted: str = "tabell.dokumenter"

    @property
    def is_hole(self) -> bool:
        """Whether the cell is empty."""
        return not self.text and not self.links

    @property
    def plain(self) -> str:
        """The cell's content in a spreadsheet."""
        words = "; ".join([*filter(None, [self.text]), *(link.text for link in self.links)]) or self.explained
        if self.mark and self.is_hole:
            return ". ".join(filter(None, (self.mark, self.explained)))
        return self.raw or (f"{words} ({self.mark})" if self.mark else words)


def day_cell(day: date | None) -> Cell:
    """A day in words that sorts and is exported as a date; a hole when there is none."""
    return Cell(long_date(day), sort=day.isoformat(), raw=day.isoformat()) if day else Cell()


@dataclass(frozen=True, slots=True)
class Row:
    """The first cell names the row. `anchor` is where a link to the row leads.

    `marks` are what filters look at: the ids of roles, phases …; with `eier`, the rows of the role that is chosen come
    before those that only name it.
    """

    cells: tuple[Cell, ...]
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice above a table: the mark it looks at, its words, and the options with their ids."""

    mark: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a file for spreadsheets beside it.

    `name` is the name of that file. `lead` says first what the table shows; a table without filters is then folded on a phone.
    `own` is the filter that starts with what the reader has chosen as workplace: "rolle" or "sted".
    `heads` stand over narrow columns, each with what it is short for.
    `sorted_by` is the column by which the rows stand from the start, or -1.
    With `days`, rows are chosen by their mark `dag` too. `events` are the same rows for a calendar.
    """

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    filters: tuple[Filter, ...] = ()
    lead: Markup | None = None
    own: str = ""
    heads: tuple[tuple[str, str], ...] = ()
    sorted_by: int = -1
    days: bool = False
    events: tuple[Event, ...] = ()

    @property
    def has_many_filters(self) -> bool:
        """Whether the filters would fill the first screen of a phone: they are folded there."""
        return self.days or len(self.filters) > 2


def html(table: Table, language: Language, of: str = "") -> Markup:
    """The table for a page: readable without JavaScript, as cards on a phone. Its files are saved under a name that says
    what they are `of`: the id of a helsefellesskap or a kommune."""
    return part("matrise", table=table, file=f"{table.name}-{of}" if of else table.name, language=language)


def files(table: Table, of: str, today: date) -> tuple[tuple[str, bytes], ...]:
    """The files that lie beside the table: for a spreadsheet and, when it has days, for a calendar."""
    name = f"{table.caption}, {of}" if of else table.caption
    return (as_csv(table), *([(f"{table.name}.ics", calendar(name, table.events, today))] if table.events else []))


def as_csv(table: Table) -> tuple[str, bytes]:
    """The table as a file for a spreadsheet, with its name: semicolons and a byte order mark, as Norwegian Excel expects."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_harmless, table.columns))
    writer.writerows([_harmless(cell.plain) for cell in row.cells] for row in table.rows)
    return f"{table.name}.csv", ("\ufeff" + out.getvalue()).encode()


def _harmless(text: str) -> str:
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
