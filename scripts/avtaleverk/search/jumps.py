"""Addresses that readers type, as keys of the index: "§ 6-2 nr 5" is `#§6-2#5`, "da05 4.3" is `#da5#4.3`.

`jumps.mjs` makes the same keys from a query.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.pages.addresses import document_path, law_path
from avtaleverk.search.entries import Entry

FAMILIES = {"delavtale": "da", "overordnet": "os", "saeravtale": "sa", "retningslinje": "r"}
_NUMBER = re.compile(r"0*(\d+)")


def jumps(corpus: Corpus, entries: Sequence[Entry]) -> dict[str, list[int]]:
    """For each key the entries that it names; what is current only."""
    places = {(entry.address, entry.anchor): n for n, entry in enumerate(entries) if entry.current}
    found: dict[str, list[int]] = defaultdict(list)
    for key, address, anchor in (*_laws(corpus), *_clauses(corpus)):
        number = places.get((address, anchor))
        if number is None and anchor:
            # A chapter with nothing but clauses under it: its first clause.
            number = next((n for (a, b), n in places.items() if a == address and b.startswith(f"{anchor}.")), None)
        if number is not None:
            found[key].append(number)
    return dict(found)


def _laws(corpus: Corpus) -> Iterator[tuple[str, str, str]]:
    for law in corpus.registers.lovkrav.entries.values():
        if law.paragraph:
            key = f"#§{law.paragraph.replace(' ', '').lower()}"
            yield f"{key}#{law.number}" if law.number else key, law_path(law.id), ""
        else:
            yield f"#{law.id}", law_path(law.id), ""


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
