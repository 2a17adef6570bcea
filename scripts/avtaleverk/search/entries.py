"""An entry of the index: one section that a reader can land on."""

from dataclasses import dataclass
from typing import NamedTuple


class Number(NamedTuple):
    """A telephone number that an entry shows: its anchor on the page, whose it is, and when it is answered.

    `instead` lists the ids of the roles that this number answers for when they are closed, separated by spaces."""

    anchor: str
    name: str
    phone: str
    hours: str
    instead: str = ""


class Passage(NamedTuple):
    """A section of an entry's text: its anchor on the page, its heading, and the text under it."""

    anchor: str
    heading: str
    text: str


class Limit(NamedTuple):
    """One of several deadlines of a page: what must be done, within what, and by whom."""

    what: str
    within: str
    by: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed, and what a hit shows.

    `address` is the page and `title` its title; `anchor` and `heading` are the section's.
    `extra` is searched but not shown (search words, deadlines, messages).
    `prior` weighs the kind of page.
    `phrases`: a query that equals one of them, word for word, most likely means this entry.
    `settlements` lie in the kommune that the page is about; a name on several pages is a district.
    `numbers`: a hit shows the one that the query names. `contact` holds the roles to call first, `spare` who is
    called instead by a reader who has that role.
    `dangers` are those in which the page says what to do at once (see `danger.mjs`).
    `limits`: a hit shows those that the query asks for in place of `answer`.
    `passages`: a hit leads to the one that answers the query.
    `behind` marks pages about how the site is made; they come last.
    `everywhere` marks what applies in each helsefellesskap as its own pages do.
    """

    address: str
    anchor: str
    title: str
    heading: str
    path: str
    text: str
    extra: str = ""
    summary: str = ""
    label: str = ""
    kind: str = ""
    space: str = ""
    world: str = ""
    language: str = "nb"
    prior: float = 1.0
    current: bool = True
    answer: str = ""
    until: str = ""
    phrases: tuple[str, ...] = ()
    settlements: tuple[str, ...] = ()
    contact: str = ""
    spare: str = ""
    everywhere: bool = False
    dangers: tuple[str, ...] = ()
    behind: bool = False
    numbers: tuple[Number, ...] = ()
    limits: tuple[Limit, ...] = ()
    passages: tuple[Passage, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def heads(self) -> str:
        """The entry's own heading: the section's, else the page's title."""
        return self.heading or self.title

    @property
    def above(self) -> str:
        """What is above it: the path of headings, after the page's title when the entry is a section."""
        return f"{self.title}\n{self.path}" if self.heading else self.path
