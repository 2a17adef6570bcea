"""References that readers type, as keys of the index: "§ 6-2 nr 5" is `#§6-2#5`, "da05 4.3" is `#da5#4.3`, "AV 708" is
`#av708`.

`jumps.mjs` makes the same keys from a query.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from avtaleverk.corpus.model import Corpus, Document, LawPoint
from avtaleverk.pages.addresses import document_path, law_path, overview_path
from avtaleverk.search.entries import Entry
from avtaleverk.search.others import hole_heading

# Suffix of the key from a law point to the documents that rest on it.
RESTING = "<"
FAMILIES = {"delavtale": "da", "overordnet": "os", "saeravtale": "sa", "retningslinje": "r"}
AGREEMENTS = FAMILIES.keys() - {"retningslinje"}
_NUMBER = re.compile(r"0*(\d+)")


def jumps(corpus: Corpus, entries: Sequence[Entry]) -> dict[str, list[int]]:
    """For each key the current entries that it names."""
    places = {(entry.address, entry.anchor): n for n, entry in enumerate(entries) if entry.current}
    found: dict[str, list[int]] = defaultdict(list)
    for key, address, anchor in (*_laws(corpus), *_clauses(corpus), *_rules(entries)):
        number = places.get((address, anchor))
        if number is None and anchor:
            # A chapter without text of its own has no entry: its first clause stands for it.
            number = next((n for (a, b), n in places.items() if a == address and b.startswith(f"{anchor}.")), None)
        if number is not None:
            found[key].append(number)
    headed = {(entry.address, entry.heading): n for n, entry in enumerate(entries) if entry.current}
    for key, address, heading in _holes(corpus):
        if (address, heading) in headed:
            found[key].append(headed[address, heading])
    for key, address in _resting(corpus):
        if (address, "") in places:
            found[key].append(places[address, ""])
    return dict(found)


def _rules(entries: Sequence[Entry]) -> Iterator[tuple[str, str, str]]:
    """The page of each rule of the check, by its code."""
    for address in dict.fromkeys(entry.address for entry in entries if entry.kind == "regel"):
        yield f"#{address.rsplit('/', 1)[-1].lower()}", address, ""


def _laws(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    for law in corpus.registers.lovkrav.entries.values():
        yield _law_key(law), law_path(law.id), ""


def _law_key(law: LawPoint) -> str:
    if not law.paragraph:
        return f"#{law.id}"
    key = f"#§{law.paragraph.replace(' ', '').lower()}"
    return f"{key}#{law.number}" if law.number else key


def _resting(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """The documents that rest on a law point, also under the key of its whole paragraph; an agreement twice, since it
    counts more."""
    for document in corpus.documents:
        keys = [_law_key(law) for law in corpus.registers.lovkrav.having(document.lovkrav)]
        for key in dict.fromkeys((*keys, *(key.rpartition("#")[0] for key in keys if key.count("#") > 1))):
            for _ in range(2 if document.type in AGREEMENTS else 1):
                yield key + RESTING, document_path(document.reference)


def _holes(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    """The numbers of agreements that do not exist, leading to where the list of what the law requires says why."""
    for space in corpus.helsefellesskap.values():
        for law in corpus.registers.lovkrav.entries.values():
            if law.is_minimum and law.number in space.holes:
                yield f"#da{law.number}", overview_path(space.id, "krav"), hole_heading(law, space.language)


def _clauses(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    for document in corpus.documents:
        if document.type not in FAMILIES:
            continue
        key, address = f"#{FAMILIES[document.type]}{_number(document)}", document_path(document.reference)
        yield key, address, ""
        for clause in document.clauses:
            if clause.number:
                yield f"{key}#{clause.number}", address, clause.reference.clause


def _number(document: Document) -> str:
    if document.type == "overordnet":
        return ""
    found = _NUMBER.search(document.number) or _NUMBER.search(document.id)
    return found[1] if found else ""
