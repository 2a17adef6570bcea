"""Running text: the words of a paragraph as one string, and marks woven back into its tokens.

Tokens are shared by the checks and by every page, so weaving makes new ones and leaves the old as they were.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markdown_it.token import Token

from avtaleverk.corpus.outline import Body

# Text that is never given links: headings, quotations, titles of boxes.
_KEPT = {
    f"{name}_{end}": step
    for name in ("heading", "blockquote", "admonition_title")
    for end, step in (("open", 1), ("close", -1))
}
_BREAKS = ("softbreak", "hardbreak")
# An address in running text is read as one.
_ADDRESS = re.compile(r"(?<!\S)\S*?(?:://|www\.|\w@\w|[a-zæøå]/\d[\d-]*/)\S*")
# Signs of markup that can stand inside a word.
_SIGNS = ("&", "\\", "_", "`", "<")
# Markup signs next to a letter. Each pattern starts with its sign, so that it is found fast.
_BESIDE_LETTER = tuple(map(re.compile, (r"\*(?<=\w\*)\*?\w", r"\[(?<=\w\[)", r"\)\w")))
_OBJECT = "\ufffc"


class Flow(NamedTuple):
    """The text of an inline token. `closed` are the ranges that may be read but not marked (links, addresses, code)."""

    text: str
    pieces: tuple[tuple[int, int], ...]
    closed: tuple[tuple[int, int], ...]

    def is_open(self, start: int, end: int) -> bool:
        """Whether the range may be marked."""
        return all(end <= first or last <= start for first, last in self.closed)

    def line(self, offset: int) -> int:
        """The number of line breaks before `offset`."""
        return self.text.count("\n", 0, offset)


class Mark(NamedTuple):
    """A range of a flow, with the tokens that open and close it."""

    start: int
    end: int
    opening: Token
    closing: Token


def mark(name: str, tag: str, meta: dict[str, object], start: int, end: int) -> Mark:
    """A range within tokens of this name, which carry the same `meta`."""
    opening, closing = Token(f"{name}_open", tag, 1, meta=meta), Token(f"{name}_close", tag, -1, meta=meta)
    return Mark(start, end, opening, closing)


def running_text(body: Body) -> Iterator[tuple[int, Token]]:
    """The inline tokens in which mentions are looked for, with their place in `body.tokens`."""
    depth = 0
    for index, token in enumerate(body.tokens):
        if token.type == "inline":
            if token.children and not depth:
                yield index, token
        elif token.type in _KEPT:
            depth += _KEPT[token.type]


def words_of(token: Token) -> str:
    """The text of an inline token, as in its flow."""
    return "".join(map(_text, token.children or ()))


def has_marked_word(text: str) -> bool:
    """Whether a word may have markup inside it, so that the words a reader sees differ from those of the source."""
    return any(sign in text for sign in _SIGNS) or any(pattern.search(text) for pattern in _BESIDE_LETTER)


def flow(token: Token) -> Flow:
    """The text of an inline token, with where each child's text starts."""
    words: list[str] = []
    pieces, closed = [], []
    length = inside = 0
    label = _label_end(token.children or [])
    for index, child in enumerate(token.children or ()):
        text = _text(child)
        inside += child.nesting if child.type.startswith(("link_", "omtale_", "ord_")) else 0
        if text and (inside or index < label or child.type not in ("text", *_BREAKS)):
            closed.append((length, length + len(text)))
        pieces.append((length, length + len(text)))
        words.append(text)
        length += len(text)
    whole = "".join(words)
    closed += [found.span() for found in _ADDRESS.finditer(whole)] if "/" in whole or "@" in whole else []
    return Flow(whole, tuple(pieces), tuple(closed))


def _label_end(children: Sequence[Token]) -> int:
    """Bold words that a paragraph starts with are its label (who acts): the place after them, or 0."""
    first = next((i for i, child in enumerate(children) if child.type != "text" or child.content.strip()), 0)
    if not children or children[first].type != "strong_open":
        return 0
    return next((i for i, child in enumerate(children) if child.type == "strong_close"), 0)


def _text(child: Token) -> str:
    if child.type == "text":
        return child.content
    if child.type in _BREAKS:
        return "\n"
    return _OBJECT if child.type in ("code_inline", "image") else ""


def woven(token: Token, marks: Sequence[Mark]) -> Token:
    """A copy of the inline token with the marks in it, without those that would overlap other markup."""
    pieces, children = flow(token).pieces, token.children or []
    cuts: dict[int, list[tuple[int, Mark, bool]]] = {}
    for mark in marks:
        first = next(i for i, (_, end) in enumerate(pieces) if mark.start < end)
        last = next(i for i, (_, end) in enumerate(pieces) if mark.end <= end)
        if all(child.type in ("text", *_BREAKS) for child in children[first : last + 1]):
            cuts.setdefault(first, []).append((mark.start, mark, True))
            cuts.setdefault(last, []).append((mark.end, mark, False))
    fresh: list[Token] = []
    for index, child in enumerate(children):
        fresh += _cut(child, pieces[index][0], cuts[index]) if index in cuts else [child]
    return token.copy(children=fresh)


def _cut(child: Token, offset: int, cuts: Sequence[tuple[int, Mark, bool]]) -> Iterator[Token]:
    """The child's text in parts, with the opening and closing tokens between them."""
    done = 0
    for place, mark, opens in cuts:
        if place - offset > done:
            yield child.copy(content=child.content[done : place - offset])
            done = place - offset
        yield mark.opening if opens else mark.closing
    if done < len(child.content) or child.type != "text":
        yield child.copy(content=child.content[done:])
