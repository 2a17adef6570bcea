"""Mentions that nobody may guess at."""

from dataclasses import dataclass
from typing import Literal

Doubt = Literal["uklar", "mangler", "ukjent lov"]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A mention that could mean several things ("uklar") or something that does not exist ("mangler",
    "ukjent lov" for a provision that the register does not hold).
    """

    text: str
    doubt: Doubt
    choices: tuple[str, ...]
    line: int
