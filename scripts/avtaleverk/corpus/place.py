"""Offsets in a text, and their locations in its file."""

from collections.abc import Callable, Iterable
from typing import AnyStr

from avtaleverk.diagnostics import Location

Place = Callable[[int], Location]  # of an offset in a text


def place(path: str, text: str, offset: int, first_line: int = 1) -> Location:
    """The location of the character at `offset` of `text`, whose first line is `first_line` of the file."""
    line = text.count("\n", 0, offset)
    return Location(path, first_line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def standing(signs: Iterable[AnyStr], text: AnyStr) -> list[int]:
    """The sorted offsets of any of the signs. Searching for fixed strings is faster than for a pattern."""
    found, find = [], text.find
    for sign in signs:
        start = find(sign)
        while start >= 0:
            found.append(start)
            start = find(sign, start + 1)
    return sorted(found)
