"""The sentence around a mention, and whether it is negated."""

import re

# It starts with the sign that ends the sentence before, so that it is found fast.
_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("jf", "jfr", "pkt", "kap", "nr", "St", "Dr", "Jf"))
_START = re.compile(rf"[.!?:\n](?:(?<!\n){_ABBREVIATED}\s+(?=[A-ZÆØÅ«])|(?<=\n)\s*\n)")
_REACH = 400
_NOT = re.compile(r"\b(?:ikke|ikkje|aldri)\b")


def sentence_before(text: str, place: int) -> str:
    """The text from the start of the sentence to `place`; only the end of it when the sentence is long."""
    first = max(0, place - _REACH)
    starts = [found.end() for found in _START.finditer(text, first, place + 1) if found.end() <= place]
    return text[starts[-1] if starts else first : place]


def is_denied(words: str) -> bool:
    """Whether the words contain a negation."""
    return _NOT.search(words) is not None
