"""Many findings that come of one thing are said once, where that thing stands."""

from collections.abc import Iterable

from avtaleverk.corpus.model import Document

FEW = 3
_NAMED = 5


def named(documents: Iterable[Document]) -> str:
    """«da01, da02 og 11 til»: the first few by id, and how many more."""
    ids = list(dict.fromkeys(document.id for document in documents))
    more = len(ids) - _NAMED
    return ", ".join(ids[:_NAMED]) + (f" og {more} til" if more > 0 else "")
