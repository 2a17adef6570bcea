"""Hints that name what the editor probably meant."""

from difflib import get_close_matches
from typing import Any


def nearest_hint(word: str, known: Any) -> str:
    """ "Mente du …?" when a known word is close, else the known words."""
    words = sorted(known)
    if close := get_close_matches(word, words, 1, 0.6):
        return f"Mente du «{close[0]}»?"
    return "Kjente: " + ", ".join(words[:12]) + (" …" if len(words) > 12 else ".")
