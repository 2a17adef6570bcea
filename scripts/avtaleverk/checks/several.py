"""Several things in one message: the first few, and how many more. More than `FEW` equal findings are merged into one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Diagnostic

FEW = 3
MANY = 20  # findings of one rule in one file that are told one by one


def named(documents: Iterable[Document]) -> str:
    """The documents by id, the first few of them."""
    return first_of(list(dict.fromkeys(document.id for document in documents)), 5)


def first_of(names: Sequence[str], most: int) -> str:
    """«da01, da02 og 11 til»: the first few, and how many more."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" og {more} til" if more > 0 else "")


def without_floods(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """The findings, but of one rule in one file only the first `MANY`; the last of them says how many more there are. Else one
    file would hide what is wrong with the others."""
    count = Counter((one.at.path, one.code) for one in found)
    told: Counter[tuple[str, str]] = Counter()
    for one in found:
        key = one.at.path, one.code
        told[key] += 1
        more = count[key] - MANY
        if told[key] == MANY and more > 0:
            yield one._replace(message=f"{one.message} (Filen har {more} slike funn til.)")
        elif told[key] <= MANY:
            yield one
