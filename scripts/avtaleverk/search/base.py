"""The one file that every search starts from: manifest and language data, kept small."""

import json
from collections.abc import Iterable, Sequence, Set
from typing import Any

from avtaleverk.corpus.model import Term
from avtaleverk.search.concepts import Concepts
from avtaleverk.search.entries import Entry
from avtaleverk.search.language import Language
from avtaleverk.search.pieces import Piece, separators
from avtaleverk.search.stem import stem

PER_META, PER_TEXT = 5, 4
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def front(words: Iterable[str]) -> str:
    """Sorted words, each after a digit (base 36) for the letters it shares with the word before."""
    lines, last = [], ""
    for word in words:
        shared = 0
        while shared < min(len(word), len(last), 35) and word[shared] == last[shared]:
            shared += 1
        lines.append(_DIGITS[shared] + word[shared:])
        last = word
    return "\n".join(lines)


def language_data(language: Language, concepts: Concepts, terms: Iterable[Term], known: Set[str]) -> dict[str, Any]:
    """What the browser needs to read a query as the index was read."""
    names = [[term.id, term.nb[0] if term.nb else term.id] for term in terms]
    numbers = {f"c_{row[0]}": number for number, row in enumerate(names)}
    parts = sorted(language.lexicon.words)
    pairs = sorted((ours, theirs) for ours, theirs in language.nynorsk.items() if theirs in known)
    return {
        "spec": {key: value for key, value in language.spec.raw.items() if not key.startswith("_")},
        "nynorsk": front(ours for ours, _ in pairs),
        "bokmal": "\n".join(_difference(ours, theirs) for ours, theirs in pairs),
        "parts": front(parts),
        "cuts": "".join(_cut(part, stem(part, language.spec.rules)) for part in parts),
        "groups": names,
        "forms": [
            [key, [numbers[group] for group in form.groups], int(form.capitals) + 2 * form.ambiguous]
            for key, form in concepts.forms.items()
        ],
    }


def _cut(word: str, stem_: str) -> str:
    """How many letters to take from the end of a word to have its stem, or "-": a browser stems slowly at first."""
    return _DIGITS[len(word) - len(stem_)] if word.startswith(stem_) else "-"


def _difference(ours: str, theirs: str) -> str:
    """How to make `theirs` of `ours`: letters to keep at the start and at the end (base 36), and what goes between."""
    shortest, start, end = min(len(ours), len(theirs)), 0, 0
    while start < shortest and ours[start] == theirs[start]:
        start += 1
    while end < shortest - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    return f"{_DIGITS[start]}{_DIGITS[end]}{theirs[start : len(theirs) - end]}"


def manifest(build_id: str, entries: Sequence[Entry], pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    """What there is: entries, the documents they belong to, the pieces, and which entries are whose."""
    return {
        "build": build_id,
        "entries": len(entries),
        "current": sum(entry.current for entry in entries),
        "docs": "".join(chr(32 + count) for count in sections_per_document(entries)),
        "pieces": {kind: front(separators(found)) for kind, found in pieces.items()},
        "spaces": _ranges(entries),
        "perMeta": PER_META,
        "perText": PER_TEXT,
    }


def sections_per_document(entries: Sequence[Entry]) -> list[int]:
    """How many entries each document has, in order; entries of a document stand together."""
    counts: list[int] = []
    last = None
    for entry in entries:
        if entry.address == last:
            counts[-1] += 1
        else:
            counts.append(1)
        last = entry.address
    return counts


def _ranges(entries: Sequence[Entry]) -> dict[str, list[list[int]]]:
    ranges: dict[str, list[list[int]]] = {}
    for number, entry in enumerate(entries):
        if not entry.space:
            continue
        own = ranges.setdefault(entry.space, [])
        if own and own[-1][1] == number:
            own[-1][1] = number + 1
        else:
            own.append([number, number + 1])
    return ranges


def to_json(value: Any) -> bytes:
    """Compact, and the same bytes every time."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
