"""YAML as text with locations: no type guessing, and the line and column of every key and value.

PyYAML reads `0301` as 193, `no` as False and `1.10` as 1.1, and silently keeps the last of two equal keys.
Here every scalar stays the text that the editor wrote.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from avtaleverk.diagnostics import Location


class Scalar(NamedTuple):
    """One value, as the text the editor wrote."""

    text: str
    at: Location


scalar: Callable[[tuple[str, Location]], Scalar] = partial(tuple.__new__, Scalar)


class Sequence(NamedTuple):
    """A list."""

    items: "tuple[Node, ...]"
    at: Location


class Mapping(NamedTuple):
    """Fields with values. `keys` holds the place of each key."""

    values: "dict[str, Node]"
    keys: dict[str, Location]
    at: Location


type_names = {"Scalar": "en verdi", "Sequence": "en liste", "Mapping": "felt med verdier"}
Node = Scalar | Sequence | Mapping


def kind_name(node: Node) -> str:
    """What an editor would call this node."""
    return type_names[type(node).__name__]
