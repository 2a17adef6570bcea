"""Mentions whose target is not clear, and is never guessed."""

from typing import Literal, NamedTuple

Doubt = Literal["uklar", "mangler", "ukjent lov"]


class Unclear(NamedTuple):
    """A mention that could mean several things ("uklar") or something that does not exist ("mangler",
    "ukjent lov" for a provision that the register does not hold).
    """

    text: str
    doubt: Doubt
    choices: tuple[str, ...]
    line: int
