"""Hints that suggest what the editor probably meant."""

import re
from difflib import get_close_matches
from typing import Any

_LISTED = 12
_CLOSE = 0.7  # below this similarity (0–1) it is a different word


def figures(word: str) -> list[str]:
    """The numbers in a word."""
    return re.findall(r"\d+", word)


def nearest_hint(word: str, known: Any, file: str = "") -> str:
    """ "Mente du …?" when a known word is close, else the known words, or the `file` in which there are many."""
    words = sorted(known)
    if not words:
        return "Ingenting er registrert der. Er filen blitt borte, henter du den fra siste utgave."
    close = get_close_matches(word, words, 6, _CLOSE)
    if close and figures(word) and figures(close[0]) != figures(word):  # a different number means a different thing
        return "Se etter riktig tall. Blant de kjente: " + ", ".join(sorted(close)) + "."
    if close:
        return f"Mente du «{close[0]}»?"
    rest = "." if len(words) <= _LISTED else f" … Alle står i {file}." if file else " …"
    return f"Kjente: {', '.join(words[:_LISTED])}{rest}"
