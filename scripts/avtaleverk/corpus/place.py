"""Offsets in a text as places in a file."""

from collections.abc import Callable

from avtaleverk.diagnostics import Location

Place = Callable[[int], Location]  # of an offset in a text


def place(path: str, text: str, offset: int, first_line: int = 1) -> Location:
    """The location of the character at `offset` of `text`, whose first line is `first_line` of the file."""
    line = text.count("\n", 0, offset)
    return Location(path, first_line + line, offset - (text.rfind("\n", 0, offset) + 1) + 1)
