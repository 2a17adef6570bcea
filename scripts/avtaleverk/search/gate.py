"""The gate before the signs of danger: words of which every sign needs one.

They are in the base that each search loads. The signs themselves are many times larger, and are fetched only for who writes
one of these words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache

from avtaleverk.search.dangers import Dangers
from avtaleverk.search.language import load_spec
from avtaleverk.search.signs import GROUP, NOT, forms, must_be_said
from avtaleverk.search.stem import stem

# Only so many letters of a word count. More would spare few readers the signs, and cost all readers bytes.
_LETTERS = 5
_START = re.compile(rf"\*?[a-zæøå0-9]{{0,{_LETTERS}}}")


def gate(found: Dangers) -> str:
    """The words as one sign."""
    words = {word for danger in found.each for word in _telling(_of_each(part, found) for part in danger.parts)}
    return f"({'|'.join(sorted(word for word in words if not any(_covers(other, word) for other in words)))}) "


def _telling(choices: Iterable[Sequence[str]]) -> Sequence[str]:
    """Of several lists of words the one that fewest other queries have a word of: none of its words is small or short."""
    return max(choices, key=lambda words: (_small().isdisjoint(words), _shortest(words), -len(words)))


@cache
def _small() -> frozenset[str]:
    spec = load_spec()
    return frozenset(stem(word, spec.rules) for word in spec.stop) | {NOT}


def _shortest(words: Sequence[str]) -> int:
    return min(len(word.strip("*")) for word in words)


def _of_each(lines: Iterable[str], found: Dangers) -> list[str]:
    """Words of which one is in whatever any of these lines says."""
    return [word for line in lines for word in _telling([*_words(token, found)] for token in must_be_said(line))]


def _words(token: str, found: Dangers) -> Iterator[str]:
    """How the words begin that a token may be."""
    for way in token.split("/"):
        if group := GROUP.fullmatch(way):
            yield from _of_each(found.words[group[1]], found)
        else:
            yield from map(_start, forms(way))


def _start(form: str) -> str:
    """A word as a sign has it, or how all begins that it stands for."""
    found = _START.match(form.removesuffix("s?"))
    start = found[0] if found else ""
    return start if start == form else f"{start}*"


def _covers(other: str, word: str) -> bool:
    return other != word and fnmatchcase(word, other)
