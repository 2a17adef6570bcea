"""`base.json`, which every search loads first: the manifest and the language data, kept small."""

import json
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import Any

from avtaleverk.corpus.model import Term
from avtaleverk.search.concepts import Concepts, Form
from avtaleverk.search.dangers import dangers
from avtaleverk.search.entries import Entry
from avtaleverk.search.gate import gate
from avtaleverk.search.language import Language
from avtaleverk.search.pieces import Piece, separators, shared
from avtaleverk.search.stem import stem

PER_META, PER_TEXT = 2, 4
SAME, MOST_SAME, LACKS = ord("K"), 15, ord("0")


def language_data(language: Language, concepts: Concepts, terms: Iterable[Term], known: Set[str]) -> dict[str, Any]:
    """What the browser needs to analyse a query as the index was analysed. Tables are plain text, one row a line: a
    browser that has just started splits text quickly and decodes anything cleverer slowly."""
    unclear = {group for form in concepts.forms.values() if form.ambiguous for group in form.groups}
    # Small words are in no entry, but in phrases.
    needed = known | {language.term(word) for word in language.spec.stop}
    written = ((ours, theirs) for ours, theirs in language.nynorsk.items() if theirs in needed)
    return {
        "spec": {key: value for key, value in language.spec.raw.items() if not key.startswith("_")}
        | {"exceptions": families(language.spec.rules.exceptions.items())},
        "nynorsk": families(written),
        "parts": families((word, stem(word, language.spec.rules)) for word in language.lexicon.words),
        "forms": "\n".join(sorted(_forms(concepts))),
        "names": {term.id: term.nb[0] for term in terms if f"c_{term.id}" in unclear and term.nb},
    }


def families(pairs: Iterable[tuple[str, str]]) -> str:
    """Pairs of a word and its root as text, one root after another: "Kavtal0e0en2st" is avtale, avtalen and avtst. A letter
    from `SAME` on says how many letters a root has of the root before it, a sign from `LACKS` on how many letters of its
    root a word lacks. A root that stands alone is its own only word."""
    found: dict[str, list[str]] = {}
    for word, root in sorted(pairs):
        same = shared(word, root)
        found.setdefault(root, []).append(chr(LACKS + len(root) - same) + word[same:])
    text, before = "", ""
    for root, words in sorted(found.items()):
        text += after(before, root) + "".join(words if words != [chr(LACKS)] else ())
        before = root
    return text


def _forms(concepts: Concepts) -> Iterator[str]:
    """One line for all forms of the same concepts: "groups:form,form", then ":flags" when a flag is set (1 only in
    capitals, 2 ambiguous)."""
    found: dict[Form, list[str]] = {}
    for key, form in concepts.forms.items():
        found.setdefault(form, []).append(key)
    for form, keys in found.items():
        groups, how = " ".join(group.removeprefix("c_") for group in form.groups), form.capitals + 2 * form.ambiguous
        yield f"{groups}:{','.join(keys)}{f':{how}' if how else ''}"


def front(words: Iterable[str]) -> str:
    """Sorted words without capitals as text: "KalarlNvMs" is alarl, alav and als."""
    return "".join(after(before, word) for before, word in pairwise(("", *words)))


def after(before: str, word: str) -> str:
    """What a word adds to the one before: a letter from `SAME` on for how many of its letters it begins with, then the rest."""
    same = min(shared(before, word), MOST_SAME)
    return chr(SAME + same) + word[same:]


def manifest(build_id: str, entries: Sequence[Entry], pieces: dict[str, list[Piece]]) -> dict[str, Any]:
    """What the index holds: entries, the documents they belong to, the pieces, and which helsefellesskap has which entries."""
    return {
        "build": build_id,
        "entries": len(entries),
        "current": sum(entry.current for entry in entries),
        "docs": "".join(chr(32 + count) for count in sections_per_document(entries)),
        "pieces": {kind: front(separators(found)) for kind, found in pieces.items()},
        "spaces": _ranges(entries),
        "dangers": pages_in_danger(entries),
        "gate": gate(dangers()),
        "behind": _runs(n for n, entry in enumerate(entries) if entry.behind),
        "rules": _runs(n for n, entry in enumerate(entries) if entry.kind == "regel"),
        "contacts": _runs(n for n, entry in enumerate(entries) if entry.label == "Kontakt"),
        "perMeta": PER_META,
        "perText": PER_TEXT,
    }


def pages_in_danger(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """For each danger to life, the current entries that say what to do at once."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        for danger in entry.dangers if entry.current else ():
            found.setdefault(danger, []).append(number)
    return found


def sections_per_document(entries: Sequence[Entry]) -> list[int]:
    """How many entries each document has, in order; the entries of a document are adjacent."""
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
    """For each helsefellesskap, the runs of entries that apply there."""
    spaces = dict.fromkeys(entry.space for entry in entries if entry.space)
    return {
        space: _runs(n for n, entry in enumerate(entries) if entry.space == space or entry.everywhere)
        for space in spaces
    }


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Ascending numbers as half-open runs [first, last + 1]."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number:
            runs[-1][1] = number + 1
        else:
            runs.append([number, number + 1])
    return runs


def to_json(value: Any) -> bytes:
    """Compact, deterministic JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
