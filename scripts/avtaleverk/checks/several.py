"""Several things in one message: the first few, and how many more. More than `FEW` equal findings are merged into one."""

from collections.abc import Iterable, Sequence

from avtaleverk.corpus.model import Document

FEW = 3


def named(documents: Iterable[Document]) -> str:
    """The documents by id, the first few of them."""
    return first_of(list(dict.fromkeys(document.id for document in documents)), 5)


def first_of(names: Sequence[str], most: int) -> str:
    """«da01, da02 og 11 til»: the first few, and how many more."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" og {more} til" if more > 0 else "")
