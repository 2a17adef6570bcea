"""Facts that a register no longer has: values of its entries that are gone or changed."""

from collections.abc import Iterator
from typing import NamedTuple

from avtaleverk.checks.change.sentences import words
from avtaleverk.checks.places import scalars
from avtaleverk.corpus.nodes import Mapping, Node, Scalar, Sequence
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used

# Fields that may always be changed: where a fact comes from, and its other names.
_LOOSE = ("kilde", "kontrollert", "kalles", "forkortelser")
_YEAR = when_used(r"(?:19|20)\d\d")
_DAY = when_used(r"\d{4}-\d\d-\d\d")


class Fact(NamedTuple):
    """The value that was at `keys` of a register, and the one that is there now ("" when there is none)."""

    at: Location
    keys: tuple[str, ...]
    was: str
    now: str
    is_part: bool = False  # of a list, of which the rest stands

    @property
    def of_kind(self) -> tuple[str, str, str]:
        """What it has in common with facts that changed in the same way."""
        return self.keys[-1], self.was, self.now


def facts_apart(old: Node, new: Node, at: Location, keys: tuple[str, ...] = ()) -> Iterator[Fact]:
    """The facts of `old` that `new` does not have; additions are not included."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key, value in old.values.items():
            if key in new.values and key not in _LOOSE:
                yield from facts_apart(value, new.values[key], new.keys[key], (*keys, key))
            elif key not in _LOOSE:
                yield Fact(at, (*keys, key), _text(value), "")
    elif isinstance(old, Sequence) and isinstance(new, Sequence):
        were, are = ([_text(item) for item in node.items] for node in (old, new))
        if gone := [text for text in were if text not in are]:
            come = [text for text in are if text not in were]
            at = next((item.at for item, text in zip(new.items, are, strict=True) if text not in were), at)
            yield Fact(at, keys, "; ".join(gone), "; ".join(come), is_part=bool(set(were) & set(are)))
    elif _said(old) != _said(new):
        yield Fact(new.at if isinstance(new, Scalar) else at, keys, _text(old), _text(new))


def _text(node: Node) -> str:
    return ", ".join(scalar.text for scalar in scalars(node))


def _said(node: Node) -> list[str]:
    """The words of a value; a year in a sentence is another one each year."""
    text = _text(node)
    return [text] if _DAY.fullmatch(text) else [word for word in words(text) if not _YEAR.fullmatch(word)]
