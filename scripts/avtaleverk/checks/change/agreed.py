"""How a field of front matter has changed: values that are gone, and records whose fields have other values."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from avtaleverk.checks.change.sentences import words
from avtaleverk.checks.places import scalars
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.nodes import Mapping, Node, Scalar
from avtaleverk.corpus.nodes import Sequence as List
from avtaleverk.diagnostics import Location

# The meaning of a value as written under a key; two ways to write the same value are equal.
Meaning = Callable[[str, str], object]


class Apart(NamedTuple):
    """A value that is gone from a field, the one that is there instead, and its key in a record."""

    at: Location
    key: str
    was: str
    now: str


def as_read(key: str, text: str) -> object:
    """A value without case and punctuation."""
    return tuple(words(text)) or text


def fields_apart(name: str, old: Document, new: Document, meaning: Meaning = as_read) -> list[Apart]:
    """What the field `name` had in `old` and does not have in `new`; additions are not included."""
    were, are = _items(old.fields.values.get(name)), _items(new.fields.values.get(name))
    at = new.at(name)
    return [*_values_apart(name, were, are, at, meaning), *_records_apart(were, are, at, meaning)]


def _items(node: Node | None) -> Sequence[Node]:
    if isinstance(node, List):
        return node.items
    return [node] if node else []


def _values_apart(name: str, were: Sequence[Node], are: Sequence[Node], at: Location, meaning: Meaning) -> list[Apart]:
    old, new = ([one for one in items if isinstance(one, Scalar) and one.text] for items in (were, are))
    said, says = ([meaning(name, one.text) for one in items] for items in (old, new))
    gone = [one for one, what in zip(old, said, strict=True) if what not in says]
    come = [one for one, what in zip(new, says, strict=True) if what not in said]
    if not gone:
        return []
    listed = [", ".join(f"«{one.text}»" for one in items) for items in (gone, come)]
    return [Apart(come[0].at if come else at, "", *listed)]


def _records_apart(were: Sequence[Node], are: Sequence[Node], at: Location, meaning: Meaning) -> list[Apart]:
    old, new = ([one for one in items if isinstance(one, Mapping)] for items in (were, are))
    said, says = ([_meant(_record(one), meaning) for one in items] for items in (old, new))
    left = Counter(map(_key, says))
    come = [(node, meant) for node, meant in zip(new, says, strict=True) if meant not in said]
    found = []
    for node, meant in zip(old, said, strict=True):
        if left[_key(meant)]:
            left[_key(meant)] -= 1
            continue
        likest = max(come, key=lambda one: _shared(meant, one[1]), default=None)
        if likest and 2 * _shared(meant, likest[1]) >= len(meant):
            come.remove(likest)
            found += _differences(node, likest[0], meaning)
        else:
            found.append(Apart(at, "", f"«{', '.join(scalar.text for scalar in scalars(node))}»", ""))
    return found


def _differences(old: Mapping, new: Mapping, meaning: Meaning) -> list[Apart]:
    was, now = _record(old), _record(new)
    keys = [key for key in was if meaning(key, was[key]) != meaning(key, now.get(key, ""))]
    return [
        Apart(new.keys.get(key, new.at), key, f"«{was[key]}»", f"«{now[key]}»" if key in now else "") for key in keys
    ]


def _record(node: Mapping) -> dict[str, str]:
    return {key: ", ".join(scalar.text for scalar in scalars(value)) for key, value in node.values.items()}


def _meant(record: dict[str, str], meaning: Meaning) -> dict[str, object]:
    return {key: meaning(key, value) for key, value in record.items()}


def _key(meant: dict[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(sorted(meant.items(), key=lambda item: item[0]))


def _shared(one: dict[str, object], other: dict[str, object]) -> int:
    return sum(key in other and other[key] == value for key, value in one.items())
