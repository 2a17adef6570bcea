"""Fields as nearly everybody writes them, read line by line.

One field per line (`field: words`, `field: [a, b]`, `field: {a: b}`), and indented lists of these: the YAML parser looks
for much more in every line. Everything else is left to it. The nodes equal those made from its events.
"""

import re

from avtaleverk.corpus.nodes import Mapping, Node, Sequence, scalar
from avtaleverk.diagnostics import Location, location

# A value starts with nothing that has a meaning in YAML. A colon inside a word, and a hash after one, are part of it.
_START = r"[0-9A-Za-zÀ-ÿ«(§/]"
_WORDS = rf"{_START}[^:#\n]*(?:(?::(?=[^ \n])|(?<=\w)#)[^:#\n]*)*(?<! )"
_QUOTED = re.compile(r'"[^"\\\n]*"')
_INSIDE = r'[^":#,?\[\]{}]*'  # of brackets, where more signs mean something
_ITEM = re.compile(rf"{_START}{_INSIDE}(?:(?::(?=\w)|(?<=\w)#){_INSIDE})*(?<! )|{_QUOTED.pattern}")
_LIST = re.compile(rf"\[(?:(?:{_ITEM.pattern})(?:, (?:{_ITEM.pattern}))*)?\]")
_PAIR = re.compile(rf"(\w[\w-]*): ({_ITEM.pattern}|{_LIST.pattern})(, |\}}\Z)")
# A line: indentation, dash and field, then the value or a comment.
_LINE = re.compile(
    rf"^(?:(( *)(- +)?(?:(\w[\w-]{{0,60}}+|{_QUOTED.pattern}):(?: +(?=[^ \n])|$))?)"
    rf"(?:({_WORDS})|({_QUOTED.pattern})|([\[{{].*))?| *#.*)$",
    re.MULTILINE,
)
_DEEPEST = 4  # blocks in each other; what stands in brackets comes on top of them


class _NotPlain(Exception):
    """The text needs the YAML parser."""


# The content of a line: column and line number; the field, or "" after a dash; the value, or None when it follows below.
_Row = tuple[int, int, str, Node | None]


def plain_fields(path: str, text: str, first_line: int) -> Mapping | None:
    """The mapping that `text` holds, whose first line is `first_line` of the file; None when it needs the YAML parser."""
    if not text.replace("\n", "").isprintable():
        return None
    try:
        return _Blocks(path, _rows(path, text, first_line)).whole()
    except _NotPlain:
        return None


def _rows(path: str, text: str, first_line: int) -> list[_Row]:
    """The rows of each line: none, one, or two for a dash and the first field after it."""
    rows: list[_Row] = []
    lines = _LINE.findall(text)
    if len(lines) <= text.count("\n"):
        raise _NotPlain
    for number, (before, indent, dash, key, words, quoted, inside) in enumerate(lines, first_line):
        node: Node | None = None
        if words:
            node = scalar((words, location((path, number, len(before) + 1))))
        elif quoted:
            node = scalar((quoted[1:-1], location((path, number, len(before) + 1))))
        elif inside:
            node = _in_brackets(path, number, before + inside, len(before))
        if key:
            if dash:
                rows.append((len(indent) + 1, number, "", None))
            rows.append((len(indent) + len(dash) + 1, number, key, node))
        elif dash and node:
            rows.append((len(indent) + 1, number, "", node))
        elif dash or node:
            raise _NotPlain
    return rows


def _in_brackets(path: str, number: int, line: str, start: int) -> Node:
    """The list or the fields between the bracket at `start` and the end of a line."""
    if line[start] == "{":
        return _fields(path, number, line, start)
    if not _LIST.fullmatch(line, start):
        raise _NotPlain
    return Sequence(_items(path, number, line, start, len(line)), location((path, number, start + 1)))


def _items(path: str, number: int, line: str, start: int, end: int) -> tuple[Node, ...]:
    """The values of the list between two columns of a line, brackets included."""
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
    place, end = start + 1, ""
    for key, value, end in _PAIR.findall(line, place):
        if key in keys:
            raise _NotPlain
        keys[key] = location((path, number, place + 1))
        place += len(key) + len(": ")
        at = location((path, number, place + 1))
        if value[0] == "[":
            values[key] = Sequence(_items(path, number, line, place, place + len(value)), at)
        else:
            values[key] = scalar((value.strip('"'), at))
        place += len(value) + len(end)
    if end != "}" or place < len(line):
        raise _NotPlain
    return Mapping(values, keys, location((path, number, start + 1)))


class _Blocks:
    """Makes nodes of rows, by their indentation."""

    def __init__(self, path: str, rows: list[_Row]) -> None:
        self.path, self.next = path, 0
        self.rows: list[_Row] = [*rows, (0, 0, "", None)]  # the end is indented less than any row

    def whole(self) -> Mapping:
        """The fields of all rows."""
        if not self.rows[0][2]:
            raise _NotPlain
        root = self._fields(1)
        if self.next < len(self.rows) - 1:
            raise _NotPlain
        return root

    def _block(self, level: int) -> Node:
        """The fields or the list that start at the current row."""
        if level > _DEEPEST:
            raise _NotPlain
        return self._fields(level) if self.rows[self.next][2] else self._list(level)

    def _fields(self, level: int) -> Mapping:
        values: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        path, rows = self.path, self.rows
        start, first_line, *_ = rows[self.next]
        while True:
            column, line, written, value = rows[self.next]
            if column != start or not written:
                return Mapping(values, keys, location((path, first_line, start)))
            key = written.strip('"')
            if key in keys:
                raise _NotPlain
            keys[key] = location((path, line, column))
            self.next += 1
            if value:
                values[key] = value if level < _DEEPEST else _flat(value)
            elif rows[self.next][0] > start:
                values[key] = self._block(level + 1)
            else:
                values[key] = scalar(("", location((path, line, column + len(written) + 1))))

    def _list(self, level: int) -> Sequence:
        items: list[Node] = []
        rows = self.rows
        start, first_line, *_ = rows[self.next]
        while True:
            column, _, key, value = rows[self.next]
            if column != start or key:
                return Sequence(tuple(items), location((self.path, first_line, start)))
            self.next += 1
            if value:
                items.append(value if level < _DEEPEST else _flat(value))
            else:
                items.append(self._block(level + 1))


def _flat(node: Node) -> Node:
    """The node, unless a list in it stands deeper than the parser allows."""
    if isinstance(node, Mapping) and any(isinstance(value, Sequence) for value in node.values.values()):
        raise _NotPlain
    return node
