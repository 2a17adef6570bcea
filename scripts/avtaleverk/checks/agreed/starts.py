"""The moment that a deadline is counted from, as far as it can be told for sure: in, out, or born."""

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
    """What «etter innleggelsen» behind a span counts from; "" when it is something else."""
    found = _START.match(f" {after.lstrip()}")
    return _BY_WORD[found["word"].lower()] if found else ""


def starts_in(text: str, length: int) -> Iterator[str]:
    """What the spans of that many minutes are counted from in a clause."""
    for span in LOOSE.finditer(text):
        if minutes(span) == length and (start := start_of(text[span.end() : span.end() + _AFTER])):
            yield start
