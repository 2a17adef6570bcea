"""A page as data: what a generator needs to know, and nothing about any generator."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from avtaleverk.corpus.model import Helsefellesskap, Language, World

Kind = Literal[
    "forside", "helsefellesskap", "avtale", "prosedyre", "liste", "veiledning", "sok", "regel",
    "akutt", "rolleark", "selvtest", "perm", "flyttet",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page. `anchor` is its permanent address on the page."""

    text: str
    anchor: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, or none, and the finished HTML under it.

    `space` is set on a page of several helsefellesskap: whose this is, and so its language.
    """

    html: Markup
    heading: Heading | None = None
    space: Helsefellesskap | None = None


@dataclass(frozen=True, slots=True)
class Crumb:
    """A breadcrumb. `path` is "" where there is no page."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A link from a page of one helsefellesskap to its counterpart in `space`."""

    space: Helsefellesskap
    title: str
    path: str
    language: Language
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `path` is its address without slashes at the ends; "" is the front page.

    `kind` decides how it is laid out and searched. `label` says above the title what kind of thing it is about.
    `example` is the mark of invented content, "" where it is real. `source` is the file that an editor changes, "" where
    there is none. `attachments` are files beside it, by name. `counterparts` holds, on a page of a helsefellesskap, the
    links to its counterparts in the others. `nynorsk` is the title and the summary of a page for all, for readers whose
    workplace is nynorsk.
    """

    path: str
    title: str
    kind: Kind
    blocks: tuple[Block, ...]
    summary: str = ""
    language: Language = "nb"
    world: World | None = None
    label: str = ""
    crumbs: tuple[Crumb, ...] = ()
    example: str = ""
    source: str = ""
    attachments: tuple[tuple[str, bytes], ...] = ()
    counterparts: tuple[Counterpart, ...] = ()
    nynorsk: tuple[str, str] | None = None

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the page in order."""
        return tuple(block.heading for block in self.blocks if block.heading)
