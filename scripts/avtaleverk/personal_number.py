"""Norwegian personal numbers: which eleven digits are one, and a text without them, however they are written."""

import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from avtaleverk.patterns import when_used

_RUN = when_used(r"\d(?:[\W_]{0,5}\d){10,}")
_GROUP = when_used(r"\d+")
_AS_USUAL = when_used(r"\d{6}[\W_]{0,3}\d{5}")
_ESCAPE = when_used(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
INSTEAD = "[fødselsnummer]"


class Written(NamedTuple):
    """Eleven digits that are a personal number, or a mistyped one, and where they stand in a text."""

    start: int
    end: int
    digits: str


def is_personal_number(digits: str) -> bool:
    """Whether eleven digits are a fødselsnummer, D-number or synthetic number with valid control digits.

    Rules: Skatteetaten, «Fødselsnummer». Day +40 marks a D-number, month +40 or +80 a test number. From 2032 the
    first control digit may give other remainders; numbers of that kind are not issued yet.
    """
    d = [int(c) for c in digits]
    first = -sum(w * n for w, n in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), d, strict=False)) % 11
    second = -sum(w * n for w, n in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), d, strict=False)) % 11
    return is_birthday(digits) and d[9] == first and d[10] == second


def is_birthday(digits: str) -> bool:
    """Whether the digits start with a day and a month, or with those that mark a D-number or a test number."""
    day, month = int(digits[:2]), int(digits[2:4])
    return 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month % 40 <= 12


def written_numbers(text: str) -> Iterator[Written]:
    """The numbers in a text, whatever stands between their digits but letters."""
    for run in _RUN.finditer(text):
        groups = [*_GROUP.finditer(text, run.start(), run.end())]
        after = 0
        for n, first in enumerate(groups):
            digits = ""
            for last in groups[n:]:
                digits += last[0]
                if len(digits) >= 11:
                    break
            start, end = first.span()[0], last.end()
            is_one = len(digits) == 11 and (is_personal_number(digits) or _is_mistyped(digits, text[start:end]))
            if is_one and start >= after:
                after = end
                yield Written(start, end, digits)


def _is_mistyped(digits: str, written: str) -> bool:
    return is_birthday(digits) and _AS_USUAL.fullmatch(written) is not None


def without_numbers(text: str) -> str:
    """The text with a word in place of each personal number in it: no message repeats one."""
    shown = _masked(text)
    decoded = as_read(text) if shown is text else text
    return shown if decoded == text or (masked := _masked(decoded)) is decoded else masked


def _masked(text: str) -> str:
    kept, after = [], 0
    for one in written_numbers(text):
        kept += [text[after : one.start], INSTEAD]
        after = one.end
    return "".join([*kept, text[after:]]) if after else text


def as_read(text: str) -> str:
    """The text with the signs that stand there in code: &#49; in Markdown, %31 in an address, \\x31 in a field, and ¹."""
    plain = _ESCAPE.sub(lambda found: _sign(int(found[1] or found[2] or found[3], 16)), text)
    return unescape(unquote(plain)).translate(RAISED)


def _sign(code: int) -> str:
    return chr(code) if code < 0x110000 and unicodedata.category(chr(code)) != "Cs" else "\ufffd"
