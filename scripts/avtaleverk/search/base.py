"""The one file that every search starts from: manifest and language data, kept small."""

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from avtaleverk.corpus.model import Term
from avtaleverk.search.concepts import Concepts
from avtaleverk.search.entries import Entry
from avtaleverk.search.language import Language
from avtaleverk.search.pieces import Piece, separators
from avtaleverk.search.stem import StemRules, stem

PER_META, PER_TEXT = 5, 4


def language_data(language: Language, concepts: Concepts, terms: Iterable[Term], known: Set[str]) -> dict[str, Any]:
    """What the browser needs to read a query as the index was read. Lists of words are plain text, a line for each: a
    browser that has just started cuts text into lines at once, and takes long for anything cleverer."""
    names = [[term.id, term.nb[0] if term.nb else term.id] for term in terms]
    numbers = {f"c_{id}": number for number, (id, _) in enumerate(names)}
    forms = {key: ([numbers[group] for group in form.groups], form) for key, form in concepts.forms.items()}
    unclear = {number for groups, form in forms.values() if form.ambiguous for number in groups}
    pairs = sorted((ours, theirs) for ours, theirs in language.nynorsk.items() if theirs in known)
    return {
        "spec": {key: value for key, value in language.spec.raw.items() if not key.startswith("_")},
        "nynorsk": lines(f"{ours} {theirs}" for ours, theirs in pairs),
        "parts": lines(_by_stem(sorted(language.lexicon.words), language.spec.rules)),
        "groups": [id for id, _ in names],
        "names": {number: names[number][1] for number in sorted(unclear)},
        "forms": {key: [int(form.capitals) + 2 * form.ambiguous, *groups] for key, (groups, form) in forms.items()},
    }


def lines(words: Iterable[str]) -> str:
    """The words, a line for each."""
    return "\n".join(words)


def _by_stem(words: Iterable[str], rules: StemRules) -> Iterator[str]:
    """Stems with what follows them in each word, "-" for nothing, since a browser stems slowly at first: "avtal e en". A
    stem alone is a word; after "=" stands a whole word that does not start with its stem."""
    endings: dict[str, list[str]] = {}
    for word in words:
        root = stem(word, rules)
        endings.setdefault(root, []).append((word[len(root) :] or "-") if word.startswith(root) else f"={word}")
    return (root if found == ["-"] else " ".join((root, *found)) for root, found in endings.items())


def manifest(build_id: str, entries: Sequence[Entry], pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    """What there is: entries, the documents they belong to, the pieces, and which entries are whose."""
    return {
        "build": build_id,
        "entries": len(entries),
        "current": sum(entry.current for entry in entries),
        "docs": "".join(chr(32 + count) for count in sections_per_document(entries)),
        "pieces": {kind: separators(found) for kind, found in pieces.items()},
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
