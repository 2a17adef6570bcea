"""Hints about what the editor probably meant."""

import re
from difflib import get_close_matches
from itertools import takewhile
from typing import Any

_LISTED = 12
_FIRST_WORD, _LAST_WORD = 3, 6  # letters of the parts of a compound
_CLOSE = 0.7  # below this similarity (0–1) it is a different word


def figures(word: str) -> list[str]:
    """The numbers in a word."""
    return re.findall(r"\d+", word)


def _is_other_kind(word: str, other: str) -> bool:
    """Whether two compounds end in the same long word and start with two that are not alike."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word[::-1], other[::-1], strict=False)))
    starts = word[: len(word) - same], other[: len(other) - same]
    return same >= _LAST_WORD and min(map(len, starts)) >= _FIRST_WORD and not get_close_matches(starts[0], starts[1:])


def nearest_hint(word: str, known: Any, file: str = "") -> str:
    """ "Mente du …?" when a known word is close; otherwise the known words, or the `file` that lists them if they are many."""
    words = sorted(known)
    if not words:
        return "Ingenting er registrert der. Er filen blitt borte, henter du den fra siste utgave."
    close = get_close_matches(word, words, 6, _CLOSE)
    if close and figures(word) and figures(close[0]) != figures(word):  # a different number means a different thing
        near = sorted(close, key=lambda other: ((figures(other) or [""])[-1] != figures(word)[-1], other))
        return f"Se etter riktig tall. Blant de kjente: {', '.join(near)}."
    if close and all(_is_other_kind(word, other) for other in close):  # an «oversykepleier» is no «helsesykepleier»
        return "Ingen heter det. De som ligner, er noe annet: " + ", ".join(sorted(close)) + "."
    if close:
        return f"Mente du «{close[0]}»?"
    if file and len(words) > _LISTED:
        return f"Skriv en som står i {file}."
    return f"Kjente: {', '.join(words[:_LISTED])}{'.' if len(words) <= _LISTED else ' …'}"
