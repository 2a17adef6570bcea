"""Comments in YAML: no page shows them, but everyone who opens the file sees them, and the history keeps them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Location

_REMARK = re.compile(r"#(?<!\S#)[ \t]*(?P<text>\S.*)")


class Remark(NamedTuple):
    """A comment, and where its words start."""

    at: Location
    text: str


def remarks_in(path: str, text: str, first_line: int = 1) -> Iterator[Remark]:
    """The comments of a text in YAML that starts on line `first_line` of its file."""
    for found in _REMARK.finditer(text):
        yield Remark(place(path, text, found.start("text"), first_line), found["text"])
