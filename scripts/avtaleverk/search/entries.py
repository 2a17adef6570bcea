"""An entry of the index: one section that a reader can land on."""

from dataclasses import dataclass
from typing import NamedTuple


class Number(NamedTuple):
    """A telephone number that an entry leads to: where on the page it stands, whose it is, and when it is answered.

    `instead` is the role in whose place it answers when that one is closed."""

    anchor: str
    name: str
    phone: str
    hours: str
    instead: str = ""


class Passage(NamedTuple):
    """A part of an entry's text: where on the page it stands, its heading, and the words under it."""

    anchor: str
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is indexed, and what a hit shows.

    `address` is the page, `anchor` the place on it; `title` the page's title, `heading` the section's.
    `extra` is searched but not shown as text (search words, roles, messages). `prior` weighs the kind of page; a query that is one of `phrases` word for word most likely means this entry.
    The `settlements` lie in the kommune whose page it is; a name that several pages have is a district.
    Of `numbers`, a hit shows the one whose name the query has; `contact` is the role that one rings first.
    `dangers` are those in which it tells what to do at once (see `danger.mjs`).
    A hit leads to the one of its `passages` that has what is sought.
    What stands `behind` the pages is on how they are made, and comes last.
    What is true `everywhere` holds in each helsefellesskap as its own pages do.
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
    everywhere: bool = False
    dangers: tuple[str, ...] = ()
    behind: bool = False
    numbers: tuple[Number, ...] = ()
    passages: tuple[Passage, ...] = ()
    facets: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def heads(self) -> str:
        """What the entry is called: the section's heading, else the page's title."""
        return self.heading or self.title

    @property
    def above(self) -> str:
        """What stands over it: the page's title where the section has a heading of its own, and the way there."""
        return f"{self.title}\n{self.path}" if self.heading else self.path
