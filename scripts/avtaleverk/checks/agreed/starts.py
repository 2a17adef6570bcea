"""The moment that a deadline is counted from, where it is certain: admission, discharge, or birth."""

import re
from collections.abc import Iterator

from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.patterns import when_used

_MOMENTS = {
    "inn": ("innlegg", "innlagt", "innlagd", "innkomst"),
    "ut": ("utskriv", "utskrev", "hjemreis", "heimreis", "hjemkom", "heimkom", "utreis", "avreis"),
    "født": ("fødsel", "fødd", "født"),
}
_BY_WORD = {word: moment for moment, words in _MOMENTS.items() for word in words}
_START = when_used(rf"\s(?:etter|fra|frå)\s(?:\w+\s){{0,2}}?(?P<word>{'|'.join(_BY_WORD)})", re.IGNORECASE)
_AFTER = 60


def start_of(after: str) -> str:
    """The moment that «etter innleggelsen» after a time span means; "" for anything else."""
    found = _START.match(f" {after.lstrip()}")
    return _BY_WORD[found["word"].lower()] if found else ""


def starts_in(text: str, length: int) -> Iterator[str]:
    """The moments from which a clause counts its time spans of `length` minutes."""
    for span in LOOSE.finditer(text):
        if minutes(span) == length and (start := start_of(text[span.end() : span.end() + _AFTER])):
            yield start
