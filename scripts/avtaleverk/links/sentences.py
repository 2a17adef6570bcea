"""The sentence that a mention stands in."""

import re

# It starts with the sign that ends the sentence before, so that it is found fast.
_ABBREVIATED = "".join(rf"(?<!\b{word}\.)" for word in ("jf", "jfr", "pkt", "kap", "nr", "St", "Dr", "Jf"))
_START = re.compile(rf"[.!?:\n](?:(?<!\n){_ABBREVIATED}\s+(?=[A-ZÆØÅ«])|(?<=\n)\s*\n)")
_REACH = 400


def before(text: str, place: int) -> str:
    """What stands between the start of the sentence and `place`; a long sentence is read from some way in."""
    first = max(0, place - _REACH)
    starts = [found.end() for found in _START.finditer(text, first, place + 1) if found.end() <= place]
    return text[starts[-1] if starts else first : place]
