"""The outline of a body: its headings, links and text, with lines.

What is checked is what is shown: the same tokens are checked, linked and rendered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from markdown_it.token import Token

from avtaleverk.corpus.latin import FOLDED_ELSEWHERE, latin
from avtaleverk.corpus.markdown import Parsed, parse

_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)\.?\s+(.+)", re.DOTALL)
_FOLD = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "Æ": "ae", "Ø": "o", "Å": "a", "é": "e", "è": "e", "ô": "o", "ü": "u"}
)
_WORD = re.compile(r"\w+")
# Each letter of Latin-1 folded, and a space for all that is no part of a word; two letters fold to what is not Latin-1.
_FOLDED = "".join(chr(code).casefold()[0] if _WORD.match(chr(code)) else " " for code in range(256)).encode(
    "latin-1", "replace"
)
_SEEN = frozenset({"text", "code_inline", "image"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
_OF_WORDS = frozenset({"inline", "fence", "code_block"})
_OF_LISTS = frozenset(
    f"{name}_{end}" for name in ("bullet_list", "ordered_list", "list_item") for end in ("open", "close")
)


class Section(NamedTuple):
    """A heading and the tokens under it, up to the next heading: `tokens[start:end]` (heading included).

    `number` is "4.3" for a numbered clause, else "". `anchor` is the number, or a slug of the title.
    """

    level: int
    number: str
    title: str
    anchor: str
    line: int
    start: int
    end: int

    @property
    def label(self) -> str:
        """Number and title as a reader sees them."""
        return f"{self.number} {self.title}".strip()


class TextLink(NamedTuple):
    """A link in the text: its address as written, its words, and its place."""

    href: str
    text: str
    line: int
    column: int
    image: bool = False


class Seen(NamedTuple):
    """The text as a reader sees it: `words` are its lines without markup, `numbered` the same with list numbers, and `lists`
    the tokens of its lists."""

    words: str
    numbered: str
    lists: tuple[Token, ...]


@dataclass(frozen=True, eq=False)
class Body:
    """A body and its outline. Token lines are relative; `first_line` is the line of the file where the body starts.

    What else is in it is found when it is first asked for. Pickling keeps only the text and the outline.
    """

    text: str
    first_line: int
    sections: tuple[Section, ...]
    links: tuple[TextLink, ...]

    @cached_property
    def parsed(self) -> Parsed:
        """The tokens, and the parser's environment."""
        return parse(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """What the text is made of."""
        return self.parsed[0]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the text, folded, so that a rule can skip texts that have none of its words."""
        return folded_words(self.text)

    @cached_property
    def seen(self) -> Seen:
        """What a reader sees of the text."""
        return _seen(self.tokens)

    @cached_property
    def _by_anchor(self) -> dict[str, Section]:
        return {section.anchor: section for section in self.sections}

    def __getstate__(self) -> dict[str, object]:
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def line_of(self, token: Token) -> int:
        """The line of the file on which the token starts."""
        return self.first_line + (token.map[0] if token.map else 0)

    def section(self, anchor: str) -> Section | None:
        """The section with this anchor."""
        return self._by_anchor.get(anchor)

    def tokens_of(self, section: Section) -> tuple[Token, ...]:
        """The tokens under the section's heading, without the heading."""
        return self.tokens[section.start + 3 : section.end]

    def with_tokens(self, tokens: tuple[Token, ...]) -> "Body":
        """The body with other tokens in the same places."""
        return _with(replace(self), (tokens, self.parsed[1]))


def parse_body(text: str, first_line: int) -> Body:
    """Parse Markdown; never raises, whatever the text."""
    parsed = parse(text)
    links = tuple(_links(text, parsed[0], first_line))
    return _with(Body(text, first_line, _sections(parsed[0], first_line), links), parsed)


def _with(body: Body, parsed: Parsed) -> Body:
    """The body, which need not be parsed any more."""
    vars(body)["parsed"] = parsed
    return body


def folded_words(text: str) -> frozenset[str]:
    """The words of a text, folded."""
    letters = latin(text)
    if letters is None or any(map(letters.__contains__, FOLDED_ELSEWHERE)):
        return frozenset(_WORD.findall(text.casefold()))
    return frozenset(letters.translate(_FOLDED).decode("latin-1").split())


def plain(tokens: "tuple[Token, ...] | list[Token]") -> str:
    """The words that a reader sees, without markup."""
    return "\n".join([_words(token) for token in tokens if token.type in _OF_WORDS])


def _words(token: Token) -> str:
    return inline_text(token) if token.type == "inline" else token.content.strip()


def inline_text(token: Token) -> str:
    """The words of one inline token."""
    children = token.children or ()
    if len(children) == 1 and children[0].type == "text":
        return children[0].content.strip()
    seen = [c.content if c.type in _SEEN else " " for c in children if c.type in _SEEN or c.type in _BREAKS]
    return "".join(seen).strip()


def _seen(tokens: tuple[Token, ...]) -> Seen:
    words: list[str] = []
    numbered: list[str] = []
    lists: list[Token] = []
    for token in tokens:
        if token.type in _OF_WORDS:
            words.append(line := _words(token))
            numbered.append(line)
        elif token.type in _OF_LISTS:
            lists.append(token)
            if token.info:
                numbered.append(token.info)
    return Seen("\n".join(words), "\n".join(numbered), tuple(lists))


@lru_cache(maxsize=4096)
def slug(title: str) -> str:
    """An address for a heading that keeps Norwegian letters readable: "Øyeblikkelig hjelp" → oyeblikkelig-hjelp."""
    return re.sub(r"[^a-z0-9]+", "-", title.translate(_FOLD).lower()).strip("-") or "avsnitt"


def _sections(tokens: tuple[Token, ...], first_line: int) -> tuple[Section, ...]:
    starts = [i for i, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    taken: set[str] = set()
    sections = []
    for start, end in zip(starts, [*starts, len(tokens)][1:], strict=True):
        title = inline_text(tokens[start + 1])
        number = ""
        if found := _NUMBERED.fullmatch(title):
            number, title = found[1], found[2]
        anchor = _unused(number or slug(title), taken)
        line = first_line + (tokens[start].map or [0])[0]
        sections.append(Section(int(tokens[start].tag[1]), number, title, anchor, line, start, end))
    return tuple(sections)


def _unused(anchor: str, taken: set[str]) -> str:
    candidate, n = anchor, 2
    while candidate in taken:
        candidate, n = f"{anchor}-{n}", n + 1
    taken.add(candidate)
    return candidate


def _links(text: str, tokens: tuple[Token, ...], first_line: int) -> Iterator[TextLink]:
    if "](" not in text and "]:" not in text and "<" not in text:
        return
    lines = text.split("\n")
    for token in tokens:
        if token.type != "inline" or not token.children or ("[" not in token.content and "<" not in token.content):
            continue
        line = token.map[0] if token.map else 0
        column = 0
        for i, child in enumerate(token.children):
            if child.type in ("softbreak", "hardbreak"):
                line, column = line + 1, 0
            elif child.type in ("link_open", "image"):
                href = str(child.attrGet("href" if child.type == "link_open" else "src") or "")
                words = child.content if child.type == "image" else token.children[i + 1].content
                written = lines[line] if line < len(lines) else ""
                found = written.find(href, column)
                column = max(found if found >= 0 else written.find(unquote(href), column), column)
                yield TextLink(href, words, first_line + line, column + 1, child.type == "image")
