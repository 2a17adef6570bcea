"""Maps made at build time: the levels and organs of a helsefellesskap, and each pathway with its boxes.

A map is SVG in the page: every box is a link with words, so that it is clicked, tabbed through, read aloud and
printed like text. Colours come from the stylesheet by class.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap, Organ, Reference
from avtaleverk.pages.addresses import document_path, href, organs_path, overview_path
from avtaleverk.pages.crumbs import way_to_overviews
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.words import in_language, word

# The levels from top to bottom; those that decide the same stand side by side.
LEVELS = {"politisk": "vedtak", "styre": "vedtak"} | {
    level: level for level in ("partnerskap", "strategisk", "arbeidsutvalg", "faglig")
}
WIDTH, GAP, PADDING, LINE, DOWN = 480, 12, 12, 20, 24
HALF = (WIDTH - GAP) // 2


@dataclass(frozen=True, slots=True)
class Box:
    """A link with its words, and where it stands."""

    x: int
    y: int
    width: int
    lines: tuple[str, ...]
    link: str
    kind: str

    @property
    def height(self) -> int:
        """As high as its lines need."""
        return 2 * PADDING + LINE * len(self.lines)

    def svg(self) -> Markup:
        """The box as SVG."""
        text = _text(self.x + PADDING, self.y + PADDING + 15, self.lines)
        frame = Markup('<rect x="{}" y="{}" width="{}" height="{}" rx="8"/>').format(
            self.x, self.y, self.width, self.height
        )
        return Markup('<a href="{}" class="{}" aria-label="{}">{}{}</a>').format(
            self.link, self.kind, " ".join(self.lines), frame, text
        )


def map_page(edition: Edition, space: Helsefellesskap) -> Page:
    """All maps of a helsefellesskap."""
    here, language = overview_path(space.id, "kart"), space.language
    blocks = [Block(organ_map(space, here), Heading(word("kart.organer", language), "organer"))]
    for document in edition.documents(space, "pasientnaer"):
        if document.steps:
            blocks.append(Block(pathway_map(edition, document, here), Heading(document.title, document.id)))
    return Page(
        here,
        word("kart", language),
        "liste",
        tuple(blocks),
        word("kart.hva", language),
        language,
        crumbs=way_to_overviews(space),
    )


def organ_map(space: Helsefellesskap, here: str) -> Markup:
    """The levels from top to bottom, the organs of each side by side."""
    language, y = space.language, 0
    parts: list[Markup] = []
    for level, organs in _levels(space):
        if parts:
            parts.append(_arrow(y))
            y += DOWN
        name = word(f"niva.{level}", language) if level in LEVELS.values() else level.capitalize()
        parts.append(_heading(y, name))
        y += 26
        for pair in zip(organs[::2], [*organs[1::2], None], strict=False):
            boxes = [_organ_box(space, organ, i, y, here) for i, organ in enumerate(pair) if organ]
            parts += [box.svg() for box in boxes]
            y += max(box.height for box in boxes) + GAP
    return _picture(parts, y, word("kart.organer", language))


def _levels(space: Helsefellesskap) -> Iterator[tuple[str, list[Organ]]]:
    found: dict[str, list[Organ]] = {level: [] for level in LEVELS.values()}
    for organ in space.organs.values():
        found.setdefault(LEVELS.get(organ.level, organ.level), []).append(organ)
    return ((level, organs) for level, organs in found.items() if organs)


def _organ_box(space: Helsefellesskap, organ: Organ, place: int, y: int, here: str) -> Box:
    lines = tuple(wrap(in_language(organ, "name", space.language), 25))
    return Box(place * (HALF + GAP), y, HALF, lines, href(here, organs_path(space.id), organ.id), "organ")


def pathway_map(edition: Edition, document: Document, here: str) -> Markup:
    """The steps from top to bottom, each a box with the documents that say what is done there."""
    space, y = document.home, 0
    parts: list[Markup] = []
    for index, step in enumerate(document.steps):
        if index:
            parts.append(_arrow(y))
            y += DOWN
        targets = [Reference(space, id) for id in step.documents]
        links = [(edition.title(target), link) for target in targets if (link := edition.link_to(target, here))]
        inside, bottom = _rows(links, y + 30)
        parts.append(_frame(y, bottom - y + 6))
        parts.append(_heading(y + 6, f"{step.number} {step.title}"))
        parts += inside
        y = bottom + 6
    link = href(here, document_path(document.reference))
    whole = Box(0, y + GAP, WIDTH, tuple(wrap(word("kart.hele", document.language), 54)), link, "hele")
    return _picture([*parts, whole.svg()], y + GAP + whole.height, document.title)


def _rows(links: list[tuple[str, str]], y: int) -> tuple[list[Markup], int]:
    """Links one under the other within a box, each high enough to be touched; and where they end."""
    rows = []
    for title, link in links:
        lines = wrap(title, 56)
        height = 8 + LINE * len(lines)
        text = _text(PADDING, y + 18, lines)
        area = Markup('<rect class="flate" x="4" y="{}" width="{}" height="{}" fill="none"/>').format(
            y, WIDTH - 8, height
        )
        rows.append(Markup('<a href="{}" aria-label="{}">{}{}</a>').format(link, title, area, text))
        y += height
    return rows, y


def _text(x: int, y: int, lines: Iterable[str]) -> Markup:
    """Lines of text, the first of which stands on `y`."""
    line = Markup('<text x="{}" y="{}">{}</text>')
    return Markup("").join(line.format(x, y + i * LINE, words) for i, words in enumerate(lines))


def _frame(y: int, height: int) -> Markup:
    return Markup('<rect class="ramme-steg" x="0" y="{}" width="{}" height="{}" rx="8"/>').format(y, WIDTH, height)


def _heading(y: int, text: str) -> Markup:
    return Markup('<text class="niva" x="{}" y="{}">{}</text>').format(PADDING, y + 16, text)


def _arrow(y: int) -> Markup:
    return Markup('<path class="pil" d="M24 {} v14 m-6 -6 l6 6 l6 -6" fill="none"/>').format(y)


def _picture(parts: list[Markup], height: int, name: str) -> Markup:
    return Markup(
        '<svg class="kart" viewBox="-1 -1 {} {}" width="{}" height="{}" role="group" aria-label="{}">{}</svg>'
    ).format(WIDTH + 2, height + 2, WIDTH + 2, height + 2, name, Markup("\n").join(parts))
