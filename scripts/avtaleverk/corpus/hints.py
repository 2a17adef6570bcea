"""Hints that name what the editor probably meant."""

import re
from difflib import get_close_matches
from typing import Any

_LISTED = 12
_CLOSE = 0.7  # less alike is another thing


def _figures(word: str) -> list[str]:
    return re.findall(r"\d+", word)


def nearest_hint(word: str, known: Any, file: str = "") -> str:
    """ "Mente du …?" when a known word is close, else the known words, or the `file` in which there are many."""
    words = sorted(known)
    if not words:
        return "Ingenting er registrert der. Er filen blitt borte, henter du den fra siste utgave."
    close = get_close_matches(word, words, 6, _CLOSE)
    if close and _figures(close[0]) == _figures(word):
        return f"Mente du «{close[0]}»?"
    if close and _figures(word):  # another number is another thing, and is never guessed
        return "Se etter riktig tall. Blant de kjente: " + ", ".join(sorted(close)) + "."
    if close:
        return f"Mente du «{close[0]}»?"
    if len(words) <= _LISTED:
        return "Kjente: " + ", ".join(words) + "."
    return "Kjente: " + ", ".join(words[:_LISTED]) + (f" … Alle står i {file}." if file else " …")
