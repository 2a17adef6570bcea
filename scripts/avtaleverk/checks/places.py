"""Locations: of a value in the front matter, and of a word in the text."""

import re
from collections.abc import Iterable, Iterator, Sized
from typing import Any

from markdown_it.token import Token

from avtaleverk.corpus.model import Document, Helsefellesskap, Register
from avtaleverk.corpus.nodes import Mapping, Node, Scalar, Sequence
from avtaleverk.corpus.outline import Body, Section
from avtaleverk.corpus.place import place, standing
from avtaleverk.diagnostics import Location


def in_body(document: Document, offset: int) -> Location:
    """The place of the character at `offset` of the body."""
    return place(document.path, document.body.text, offset, document.body.first_line)


def in_words(location: Location) -> str:
    """A location as a message names it: «da05.md, linje 88»."""
    return f"{location.path.rpartition('/')[2]}, linje {location.line}"


def at_heading(document: Document, section: Section) -> Location:
    """The line of a heading."""
    return Location(document.path, section.line)


def at_token(document: Document, token: Token) -> Location:
    """The line on which a token of the body starts."""
    return Location(document.path, document.body.line_of(token))


def matches(pattern: re.Pattern[str], signs: Iterable[str], text: str, folded: str = "") -> Iterator[re.Match[str]]:
    """Like `finditer`, for a pattern whose matches all start with one of the signs: it is tried only where the text, or its
    case-folded form if that is given, has one."""
    if folded and len(folded) != len(text):  # a letter that is two when folded
        yield from pattern.finditer(text)
        return
    after = 0
    for start in standing(signs, folded or text):
        if start >= after and (found := pattern.match(text, start)):
            after = found.end()
            yield found


def is_code(body: Body, found: re.Match[str]) -> bool:
    """Whether the match is between backticks or in a code block, where it is meant to be shown."""
    line = body.text.count("\n", 0, found.start())
    here = [token for token in body.tokens if token.map and token.map[0] <= line < token.map[1]]
    if any(token.type == "fence" for token in here):
        return True
    children = [child for token in here for child in token.children or ()]
    in_code = any(child.type == "code_inline" and found[0] in child.content for child in children)
    return in_code and not any(child.type == "text" and found[0] in child.content for child in children)


def around(text: str, found: re.Match[str], end: re.Pattern[str]) -> str:
    """The sentence in which something was found; `end` matches what separates sentences."""
    return end.split(text[: found.start()])[-1] + end.split(text[found.start() :])[0]


def in_line(document: Document, line: int, words: str) -> Location:
    """The place of `words` on line `line` of the file; the start of the line when they continue on the next."""
    lines = document.body.text.split("\n")
    number = line - document.body.first_line
    column = lines[number].find(words) if 0 <= number < len(lines) else -1
    return Location(document.path, line, max(column, 0) + 1)


def in_section(document: Document, section: Section, words: str) -> Location:
    """The place of `words` under a heading; the heading when they are broken over two lines."""
    lines = document.body.text.split("\n")[section.line - document.body.first_line :]
    line = next((number for number, line in enumerate(lines, section.line) if words in line), section.line)
    return in_line(document, line, words)


def value_at(
    owner: Document | Helsefellesskap | Register[Any], key: str, text: str = "", *, inside: str = ""
) -> Location:
    """The place of the value `text` of the field `key`, or of its first value; the top of the file without it.

    The key of an entry counts as a field of its register. `inside` names the one part of the field to look in.
    """
    node = owner.fields.values.get(key) if owner.fields else None
    if inside and isinstance(node, Mapping):
        node = node.values.get(inside)
    values = list(scalars(node)) if node else []
    found = next((v for v in values if not text or v.text == text), None)
    return found.at if found else owner.at(key)


def part_at(document: Document, key: str, item: Location, part: str) -> Location:
    """The place of one field of the entry at `item` in the list `key`; the entry itself without it."""
    node = document.fields.values.get(key)
    entries = node.items if isinstance(node, Sequence) else ()
    entry = next((entry for entry in entries if isinstance(entry, Mapping) and entry.at == item), None)
    return entry.values[part].at if entry and part in entry.values else item


def list_with(owner: Document, key: str, *more: str, without: str = "") -> str:
    """A list in the front matter as it is to be written, with more values, or without one; ready to be pasted."""
    node = owner.fields.values.get(key)
    values = [scalar.text for scalar in scalars(node) if scalar.text != without] if node else []
    return f"«{key}: [{', '.join(dict.fromkeys((*values, *more)))}]»"


def is_partly_read(document: Document, key: str, read: Sized) -> bool:
    """Whether an item of the list could not be read; AV101 or AV103 reports it."""
    node = document.fields.values.get(key)
    return isinstance(node, Sequence) and len(node.items) > len(read)


def is_whole(document: Document, key: str, values: Sized) -> bool:
    """Whether the document has the field, and every value of it could be read."""
    node = document.fields.values.get(key)
    return node is not None and len([*scalars(node)]) == len(values) > 0


def is_unread(document: Document, key: str, value: object) -> bool:
    """Whether the field has a value of which nothing could be read; AV103 reports it."""
    node = document.fields.values.get(key)
    return node is not None and not value and any(scalar.text for scalar in scalars(node))


def scalars(node: Node) -> Iterator[Scalar]:
    """All single values of a node, in order."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for value in node.values.values():
            yield from scalars(value)
