"""The sentence around a place, and whether it is negated."""

import re

# It starts with the sign that ends the sentence before, so that it is found fast.
_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("jf", "jfr", "pkt", "kap", "nr", "St", "Dr", "Jf"))
_START = re.compile(rf"[.!?:\n](?:(?<!\n){_ABBREVIATED}\s+(?=[A-ZÆØÅ«])|(?<=\n)\s*\n)")
_STOPS = (". ", ": ", "! ", "? ", "\n")
_REACH = 400
_NOT = re.compile(r"\b(?:ikke|ikkje|aldri)\b")


def sentence_before(text: str, place: int) -> str:
    """The text from the start of the sentence to `place`; only the end of it when the sentence is long."""
    first = max(0, place - _REACH)
    starts = [found.end() for found in _START.finditer(text, first, place + 1) if found.end() <= place]
    return text[starts[-1] if starts else first : place]


def sentence_around(text: str, place: int) -> str:
    """The sentence that a place is in; a colon and a new line end one too."""
    ends = (text.find(stop, place) for stop in _STOPS)
    start = max(text.rfind(stop, 0, place) for stop in _STOPS) + 1
    return text[start : min((end for end in ends if end >= 0), default=len(text))]


def is_denied(words: str) -> bool:
    """Whether the words contain a negation."""
    return _NOT.search(words) is not None
