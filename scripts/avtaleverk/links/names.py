"""Names in running text: their words, their endings in a sentence, and where they occur."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from avtaleverk.corpus.latin import casefolded
from avtaleverk.corpus.model import Reference

WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*-?")
# The definite and plural endings that a name takes in a sentence.
_ENDINGS = ("", "en", "et", "a", "n", "t", "er", "ar", "r", "ene", "ane", "ne", "s", "ens", "ets")
# Titles shorter than this are everyday words; they are recognised only between quotation marks.
_LONG_TITLE = 3


class Named(NamedTuple):
    """An entry of a register, or an organ of a helsefellesskap (`space` is set then)."""

    register: str
    entry: str
    space: str = ""


Target = Reference | Named


class Words(NamedTuple):
    """The words of a text: the range of each, and each case-folded."""

    text: str
    spans: tuple[tuple[int, int], ...]
    folded: tuple[str, ...]

    def gap(self, index: int) -> str:
        """The text between word `index` and the one before it."""
        return self.text[self.spans[index - 1][1] : self.spans[index][0]]


def words_in(text: str) -> Words:
    """The words of `text`."""
    folded = casefolded(text)
    if len(folded) != len(text):  # some letter folds to two
        found = [*WORD.finditer(text)]
        return Words(text, tuple([word.span() for word in found]), tuple([word[0].casefold() for word in found]))
    spans = tuple([word.span() for word in WORD.finditer(folded)])
    return Words(text, spans, tuple([folded[start:end] for start, end in spans]))


@dataclass(slots=True)
class Trie:
    """A trie of the words of names. Built once, then only read."""

    following: "dict[str, Trie]" = field(default_factory=dict)
    target: Target | None = None
    written: str = ""

    def add(self, words: Iterable[str], target: Target, written: str = "") -> None:
        """Map the words to the target, unless they have one already."""
        node = self
        for word in words:
            folded = word.casefold()
            if (following := node.following.get(folded)) is None:
                following = node.following[folded] = Trie()
            node = following
        if node.target is None:
            node.target, node.written = target, written

    def paths(self) -> Iterator[tuple[str, ...]]:
        """The words of every name, folded."""
        for word, node in self.following.items():
            if node.target is not None:
                yield (word,)
            for rest in node.paths():
                yield (word, *rest)

    def longest(self, words: Words, start: int) -> "tuple[int, Trie] | None":
        """The index of the last word, and the node, of the longest name that starts at word `start`, if any."""
        node, found = self, None
        for index in range(start, len(words.folded)):
            if index > start and words.gap(index).strip(" \n\u00a0,:()"):
                break
            step = node.following.get(words.folded[index])
            if step is None:
                break
            node = step
            if node.target is not None:
                found = (index, node)
        return found


def names_within(words: Words, tries: Iterable[Trie]) -> Iterator[tuple[int, int, Trie]]:
    """The longest name in any of the tries that starts at each word, if any: where it starts and ends in the text, and its node.

    Of two equally long ones, that of the first trie.
    """
    found: dict[int, tuple[int, Trie]] = {}
    for trie in tries:
        for index in [index for index, word in enumerate(words.folded) if word in trie.following]:
            hit = trie.longest(words, index)
            if hit and (index not in found or hit[0] > found[index][0]):
                found[index] = hit
    for index, (last, name) in sorted(found.items(), key=lambda hit: hit[0]):
        yield words.spans[index][0], words.spans[last][1], name


def holds_one(text: str, names: Iterable[Sequence[str]]) -> bool:
    """Whether the text has all words of one of the names."""
    for name in names:
        for word in name:
            if word not in text:
                break
        else:
            return True
    return False


@cache
def inflected(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a name in lower case, and with the first or last inflected; abbreviations stay as they are."""
    return tuple(_forms(name))


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    words = [word if word.isupper() else word.casefold() for word in WORD.findall(name)]
    yield tuple(words)
    if len(words) > 1 and words[0].endswith(("isk", "lig", "leg")):
        yield from _definite(words)
    for place in {0, len(words) - 1}:
        if not words[place].isupper() and len(words[place]) >= 4:
            for ending in _ENDINGS:
                yield (*words[:place], words[place] + ending, *words[place + 1 :])
            if words[place].endswith("e"):
                yield (*words[:place], words[place][:-1] + "a", *words[place + 1 :])  # epikrisa


def _definite(words: list[str]) -> Iterator[tuple[str, ...]]:
    """ "(det) faglige samarbeidsutvalget for utskrivning" of "Faglig samarbeidsutvalg utskrivning"."""
    for first, noun in ((words[0], words[1]), (words[0] + "e", words[1]), (words[0] + "e", words[1] + "et")):
        yield (first, noun, *words[2:])
        if len(words) > 2 and words[2] not in ("for", "i"):
            yield (first, noun, "for", *words[2:])


def is_meant(name: Trie, text: str, start: int, end: int) -> bool:
    """Whether words that equal a name are meant as the name.

    Abbreviations keep their capitals; titles stand between quotation marks or are long and have their capital.
    """
    if not name.written:
        return True
    if name.written.rstrip("s").isupper():
        return text[start:end] == name.written
    quoted = text[start - 1 : start] in ("«", "“", '"') if start else False
    long = len(WORD.findall(name.written)) >= _LONG_TITLE
    return quoted or (long and text[start] == name.written[0])
