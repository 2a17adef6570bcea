"""Fields as nearly everybody writes them, read line by line.

One field on a line (`field: words`, `field: [a, b]`, `field: {a: b}`) and lists of these, indented: YAML's own parser
looks for much more in every line. What is not so plain is left to it. The nodes are equal to those of its events.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from avtaleverk.corpus.nodes import Mapping, Node, Sequence, scalar
from avtaleverk.diagnostics import Location, location

# A value starts with what starts nothing else. A colon inside a word, and a hash after one, are a part of it.
_START = r"[0-9A-Za-zÀ-ÿ«(§/]"
_WORDS = re.compile(rf"{_START}[^:#]*(?:(?::(?=[^ ])|(?<=\w)#)[^:#]*)*(?<! )")
_QUOTED = re.compile(r'"[^"\\]*"')
_INSIDE = r'[^":#,?\[\]{}]*'  # of brackets, where more signs mean something
_ITEM = re.compile(rf"{_START}{_INSIDE}(?:(?::(?=\w)|(?<=\w)#){_INSIDE})*(?<! )|{_QUOTED.pattern}")
_LIST = re.compile(rf"\[(?:(?:{_ITEM.pattern})(?:, (?:{_ITEM.pattern}))*)?\]")
_PAIR = re.compile(rf"(\w[\w-]*): ({_ITEM.pattern}|{_LIST.pattern})(?:, |(\}}\Z))")
_LINE = re.compile(rf"( *)(- +)?(?:(\w[\w-]{{0,60}}|{_QUOTED.pattern}):(?: +(?=[^ ])|\Z))?(.*)")
_DEEPEST = 4  # blocks in each other; what stands in brackets comes on top of them


class _NotPlain(Exception):
    """It takes the parser to read the text."""


class _Row(NamedTuple):
    """What stands on a line: a dash, a field (its value, or None when that follows below), or a value after a dash."""

    at: Location
    key: str = ""
    value: Node | None = None
    end: int = 0  # the column after the colon


_row: Callable[[tuple[Location, str, Node | None, int]], _Row] = partial(tuple.__new__, _Row)


def plain_fields(path: str, text: str, first_line: int) -> Mapping | None:
    """The mapping that `text` holds, whose first line is `first_line` of the file; None when it takes the parser to tell."""
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Blocks(_rows(path, text, first_line)).whole()
    except _NotPlain:
        return None


def _rows(path: str, text: str, first_line: int) -> list[_Row]:
    """What stands on each line: nothing, one thing, or a dash and what follows it."""
    rows: list[_Row] = []
    for number, line in enumerate(text.split("\n"), first_line):
        found = _LINE.fullmatch(line)
        if not found:
            raise _NotPlain
        indent, dash, key, value = found.groups()
        column = len(indent) + 1
        if dash:
            rows.append(_row((location((path, number, column)), "", None, 0)))
            column += len(dash)
        elif not key:
            if value and value[0] != "#":
                raise _NotPlain
            continue
        node = _value(path, number, line, found.start(4)) if value else None
        if not key and node is None:
            raise _NotPlain
        end = found.end(3) + 2 if key else 0
        rows.append(_row((location((path, number, column)), key or "", node, end)))
    return rows


def _value(path: str, number: int, line: str, start: int) -> Node:
    """What stands on a line from `start` on."""
    at, first = location((path, number, start + 1)), line[start]
    if first == "[" and _LIST.fullmatch(line, start):
        return Sequence(_items(path, number, line, start, len(line)), at)
    if first == "{":
        return _fields(path, number, line, start)
    if first == '"' and _QUOTED.fullmatch(line, start):
        return scalar((line[start + 1 : -1], at))
    if _WORDS.fullmatch(line, start):
        return scalar((line[start:], at))
    raise _NotPlain


def _items(path: str, number: int, line: str, start: int, end: int) -> tuple[Node, ...]:
    """The values of the list between two places of a line, brackets included."""
    inside, column = line[start + 1 : end - 1], start + 2
    if '"' in inside:
        found = _ITEM.finditer(inside)
        return tuple([scalar((one[0].strip('"'), location((path, number, column + one.start())))) for one in found])
    items = []
    for text in inside.split(", ") if inside else ():
        items.append(scalar((text, location((path, number, column)))))
        column += len(text) + 2
    return tuple(items)


def _fields(path: str, number: int, line: str, start: int) -> Mapping:
    """The fields between the bracket at `start` and the end of the line."""
    values: dict[str, Node] = {}
    keys: dict[str, Location] = {}
    place, last = start + 1, None
    while not last:
        one = _PAIR.match(line, place)
        if not one or one[1] in keys:
            raise _NotPlain
        key, value, last = one.groups()
        at = location((path, number, one.start(2) + 1))
        keys[key] = location((path, number, place + 1))
        if value[0] == "[":
            values[key] = Sequence(_items(path, number, line, *one.span(2)), at)
        else:
            values[key] = scalar((value.strip('"'), at))
        place = one.end()
    return Mapping(values, keys, location((path, number, start + 1)))


class _Blocks:
    """Makes nodes of rows, by their indentation."""

    def __init__(self, rows: list[_Row]) -> None:
        self.rows, self.next = [*rows, _Row(location(("", 0, 0)))], 0  # the end is indented less than any row

    def whole(self) -> Mapping:
        """The fields of all rows."""
        if not self.rows[0].key:
            raise _NotPlain
        root = self._fields(1)
        if self.next < len(self.rows) - 1:
            raise _NotPlain
        return root

    def _block(self, level: int) -> Node:
        """The fields or the list that start here."""
        if level > _DEEPEST:
            raise _NotPlain
        return self._fields(level) if self.rows[self.next].key else self._list(level)

    def _fields(self, level: int) -> Mapping:
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        rows, start = self.rows, self.rows[self.next].at
        while (row := rows[self.next]).at.column == start.column and row.key:
            key = row.key.strip('"')
            if key in keys:
                raise _NotPlain
            keys[key] = row.at
            self.next += 1
            if row.value:
                values[key] = _not_too_deep(row.value, level)
            elif rows[self.next].at.column > start.column:
                values[key] = self._block(level + 1)
            else:
                values[key] = scalar(("", location((row.at.path, row.at.line, row.end))))
        return Mapping(values, keys, start)

    def _list(self, level: int) -> Sequence:
        items: list[Node] = []
        rows, start = self.rows, self.rows[self.next].at
        while (row := rows[self.next]).at.column == start.column and not row.key and not row.value:
            item = rows[self.next + 1]
            if item.value and not item.key:
                items.append(_not_too_deep(item.value, level))
                self.next += 2
            else:
                self.next += 1
                items.append(self._block(level + 1))
        return Sequence(tuple(items), start)


def _not_too_deep(node: Node, level: int) -> Node:
    """The node, unless a list in it stands deeper than the parser allows."""
    if level == _DEEPEST and isinstance(node, Mapping) and any(isinstance(v, Sequence) for v in node.values.values()):
        raise _NotPlain
    return node
