"""The words of each entry, counted before anything is known about the rest of the corpus.

A reading depends only on the entry's own text, the language data and the ordliste, so it can be kept from one build to
the next. How compounds are split depends on the whole corpus, and comes later, once for each word.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from avtaleverk.search.concepts import Concepts
from avtaleverk.search.entries import Entry
from avtaleverk.search.language import Language
from avtaleverk.search.tokens import tokens


@dataclass(frozen=True, slots=True)
class Bag:
    """How often each word, each joined form of a hyphenated word, and each concept occurs in a text."""

    words: Mapping[str, int]
    joined: Mapping[str, int]
    concepts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of an entry's heading, and those of the rest of it."""

    heads: Bag
    rest: Bag


Readings = MutableMapping[str, Reading]


def readings(entries: Iterable[Entry], language: Language, concepts: Concepts, kept: Readings) -> list[Reading]:
    """The readings of the entries. Those in `kept` are reused; afterwards `kept` holds exactly those of these entries."""
    basis, found, names = sha256(program() + repr(sorted(concepts.forms.items())).encode()), [], []
    for entry in entries:
        texts = (entry.heads, "\n".join((entry.above, entry.summary, entry.text, entry.extra)))
        digest = basis.copy()
        digest.update("\0".join(texts).encode("utf-8", "surrogatepass"))
        name = digest.hexdigest()
        if name not in kept:
            kept[name] = Reading(*(bag(text, language, concepts) for text in texts))
        found.append(kept[name])
        names.append(name)
    for name in kept.keys() - set(names):
        del kept[name]
    return found


def bag(text: str, language: Language, concepts: Concepts) -> Bag:
    """The words of a text, and the concepts in each of its lines."""
    words: list[str] = []
    joined: list[str] = []
    named: list[str] = []
    stop = language.spec.stop
    for line in text.split("\n"):
        found = tokens(line, language.spec.units)
        words += [part for token in found for part in token.parts]
        joined += [token.joined for token in found if token.joined]
        named += concepts.match(
            [(language.term(part), token.capitals) for token in found for part in token.parts if part not in stop]
        )
    return Bag(Counter(words), Counter(joined), Counter(named))


def used(found: Sequence[Reading]) -> Counter[str]:
    """How often each word occurs in all the readings together."""
    counts = Counter[str]()
    for reading in found:
        counts.update(reading.heads.words)
        counts.update(reading.rest.words)
    return counts


@cache
def program() -> bytes:
    """A digest of what decides a reading: this package, its language data, and the Python version (its Unicode tables)."""
    digest, folder = sha256(sys.version.encode()), Path(__file__).parent
    for path in sorted((*folder.glob("*.py"), *folder.glob("data/*"))):
        digest.update(f"{path.name}\0".encode() + sha256(path.read_bytes()).digest())
    return digest.digest()
