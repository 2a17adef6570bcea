"""Deadlines with the right number and a word that gives more time: «helst innen 24 timer», «etter 24 timer»."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.limits import ABOUT, ABOUT_WORD
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.outline import Body
from avtaleverk.corpus.place import standing
from avtaleverk.patterns import when_used

_WISH = when_used(r"(?:helst|gjerne|fortrinnsvis)\s+(?:innen|innan|senest|seinast)\s+", re.IGNORECASE)
_EARLIEST = when_used(r"(?:tidligst|tidlegast)\s+(?:etter\s+)?", re.IGNORECASE)
_AFTER = when_used(rf"etter\s+{ABOUT}")
_ABOUT = when_used(rf"{ABOUT_WORD}\s+")
# Each form: its pattern, the words of which one is always in it, and its beginnings without the first letter.
_FORMS = (
    (_WISH, {"helst", "gjerne", "fortrinnsvis"}, ("elst in", "elst se", "jerne in", "jerne se", "ortrinnsvis ")),
    (_EARLIEST, {"tidligst", "tidlegast"}, ("idligst ", "idlegast ")),
    (_AFTER, {"etter"}, ("tter ",)),
    (
        _ABOUT,
        {"ca", "cirka", "omtrent", "omlag", "lag", "rundt"},
        ("a. ", "irka ", "mtrent ", "mlag ", "m lag ", "undt "),
    ),
)
_WHEN_TOLD = (_AFTER, _ABOUT)
# They say when it is to be done in what begins like this, and does not ask or come back to it; «ved ca. 72 timer» says it alone.
_TOLD = when_used(
    r"\b(?:Send|Svar|Meld|Varsle|send|svar|meld|varsle)\b(?:(?!\b(?:igjen|på nytt|hvis|om|når)\b)[^.:!?\n])*$"
    r"|\b[Vv]ed $"
)


def softened(body: Body) -> Iterator[tuple[int, str, int]]:
    """The time spans worded as wishes, as approximate, or as the earliest moment: place, words and minutes of each."""
    text = body.text
    for form, one_of, signs in _FORMS:
        for place in standing(signs, text) if body.words & one_of else ():
            words = form.match(text, place - 1) if place else None
            span = LOOSE.match(text, words.end()) if words else None
            if words and span and (form not in _WHEN_TOLD or _TOLD.search(text, max(0, place - 120), words.start())):
                yield words.start(), text[words.start() : span.end()], minutes(span)
