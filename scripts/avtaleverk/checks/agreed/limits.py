"""Deadlines in running text: «innen 24 timer», «i løpet av halvannet døgn», «før det er gått 48 t»."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, scalars
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.nodes import Scalar
from avtaleverk.corpus.outline import Body, folded_words
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used

# A time span is a deadline when one of these words comes before it, capitalised or not.
_BEFORE_LIMIT = ("innen", "innan", "senest", "seinast", "høyst", "høgst", "inntil", "maks\\w*\\.?")
_ENDS = ("[Ff]risten er", "i løpet av", "[ea]r gått")  # which may be the end of a longer word: «svarfristen er»
ABOUT_WORD = r"(?:ca\.?|cirka|omtrent|om\s?lag|rundt)"
ABOUT = rf"(?:{ABOUT_WORD}\s+)?"
_LIMIT_WORD = when_used(
    rf"(?:(?<!\w)(?:{'|'.join((*_BEFORE_LIMIT, *map(str.capitalize, _BEFORE_LIMIT)))})|{'|'.join(_ENDS)})\s+"
    rf"(?:(?:ved|etter|i)\s+|(?:en|ein)\s+(?=\d))?(?:de\w*\s+)?(?:første\s+)?{ABOUT}"
)
# What comes after the first letter of each, by the word of the text that it is a part of; and where that may be any.
_LIMIT_SIGNS = {
    "innen": "nnen", "innan": "nnan", "senest": "enest", "seinast": "einast", "høyst": "øyst", "høgst": "øgst",
    "inntil": "nntil", "løpet": " løpet av", "gått": "r gått",
}  # fmt: skip
_IN_ANY_WORD = ("aks", "risten er")
AT_MOST = ("høyst", "høgst", "inntil", "maks")  # also said of how long something lasts
SAME_DAY = ("samme dag", "same dag")
# Deadlines without a number that give more time than «straks» or «samme dag».
LATER = (
    r"\b(?:neste (?:virke|hver|arbeids|kvar|yrke)?dag|i løpet av (?:dagen|uken|uka|veka)"
    r"|før (?:vakt(?:en|a)|dagen) er (?:slutt|over|omme))\b"
)
_YOU = {"deg", "dere"}
_AFTER = 60  # characters that say from when
_BEFORE = 120  # characters in which it is said what must be done
_PHRASE_ENDS = when_used(r"[.,:;!?\n]")
_IS_ABOUT = when_used(rf"{ABOUT_WORD}\s+$")

_NO_UNIT = when_used(r"(?<!\w.)(?:nnen|nnan|enest|einast) (?P<number>\d{1,3}) (?:etter|fra|frå|før)\b")
# Words that give more time than the right number does.
_WISH = when_used(r"(?:helst|gjerne|fortrinnsvis)\s+(?:innen|innan|senest|seinast)\s+", re.IGNORECASE)
_EARLIEST = when_used(r"(?:tidligst|tidlegast)\s+(?:etter\s+)?", re.IGNORECASE)
_SINCE = when_used(rf"etter\s+{ABOUT}")
_NEARLY = when_used(rf"{ABOUT_WORD}\s+")
# Each form: its pattern, the words of which one is always in it, and its beginnings without the first letter.
_FORMS = (
    (_WISH, {"helst", "gjerne", "fortrinnsvis"}, ("elst in", "elst se", "jerne in", "jerne se", "ortrinnsvis ")),
    (_EARLIEST, {"tidligst", "tidlegast"}, ("idligst ", "idlegast ")),
    (_SINCE, {"etter"}, ("tter ",)),
    (
        _NEARLY,
        {"ca", "cirka", "omtrent", "omlag", "lag", "rundt"},
        ("a. ", "irka ", "mtrent ", "mlag ", "m lag ", "undt "),
    ),
)
_WHEN_TOLD = (_SINCE, _NEARLY)
# They say when it is to be done in what begins like this, and does not ask or come back to it; «ved ca. 72 timer» says it alone.
_TOLD = when_used(
    r"\b(?:Send|Svar|Meld|Varsle|send|svar|meld|varsle)\b(?:(?!\b(?:igjen|på nytt|hvis|om|når)\b)[^.:!?\n])*$"
    r"|\b[Vv]ed $"
)
# The moments that a deadline is counted from, where it is certain.
_MOMENTS = {
    "inn": ("innlegg", "innlagt", "innlagd", "innkomst"),
    "ut": ("utskriv", "utskrev", "hjemreis", "heimreis", "hjemkom", "heimkom", "utreis", "avreis"),
    "født": ("fødsel", "fødd", "født"),
}
_BY_WORD = {word: moment for moment, words in _MOMENTS.items() for word in words}
_START = when_used(rf"\s(?:etter|fra|frå)\s(?:\w+\s){{0,2}}?(?P<word>{'|'.join(_BY_WORD)})", re.IGNORECASE)


class Limit(NamedTuple):
    """A time span with the words before it that make it a deadline, and the text after it."""

    words: str
    at: Location
    span: str
    minutes: int
    before: str
    after: str

    def replaced_by(self, minutes: int | None) -> tuple[str, Location]:
        """What another time takes the place of, and where that is; «innen» goes too, where the other is «straks»."""
        if minutes or "\n" in self.words:
            return self.span, self.at
        return self.words + self.span, self.at._replace(column=self.at.column - len(self.words))

    @property
    def is_about(self) -> bool:
        """Whether the words say that the time span is approximate."""
        return _IS_ABOUT.search(self.words) is not None

    @property
    def phrase(self) -> str:
        """The text around it between two punctuation marks, in lower case: «send melding innen 24 timer»."""
        return (_PHRASE_ENDS.split(self.before)[-1] + self.span + _PHRASE_ENDS.split(self.after)[0]).casefold()


def limits(context: Context, document: Document) -> tuple[Limit, ...]:
    """Every deadline in the title, the summary, the names of the stages and the text."""
    fields = [document.fields.values.get(key) for key in ("tittel", "sammendrag")]
    stages = scalars(document.fields.values["steg"]) if document.steps else ()
    found = [
        _limit(word, span, _inside(node, span.start()))
        for node in (*fields, *stages)
        if isinstance(node, Scalar)
        for word, span in _spans(node.text, folded_words(node.text))
    ]
    return (*found, *context.known(limits_in_text, document))


def limits_in_text(context: Context, document: Document) -> tuple[Limit, ...]:
    """Every deadline in the text."""
    found = _spans(document.body.text, document.body.words)
    return tuple(_limit(word, span, in_body(document, span.start())) for word, span in found)


def _limit(word: str, span: re.Match[str], at: Location) -> Limit:
    text, start, end = span.string, span.start(), span.end()
    return Limit(word, at, span[0], minutes(span), text[max(0, start - _BEFORE) : start], text[end : end + _AFTER])


def _spans(text: str, words: frozenset[str]) -> Iterator[tuple[str, re.Match[str]]]:
    """The deadlines of a text, each with the words before it; `words` are those of the text, case-folded."""
    for place in standing((*map(_LIMIT_SIGNS.__getitem__, _LIMIT_SIGNS.keys() & words), *_IN_ANY_WORD), text):
        word = _LIMIT_WORD.match(text, max(place - 1, 0))
        if word and (span := LOOSE.match(text, word.end())):
            yield word[0], span
    for given in standing((" på deg", " på dere"), text) if words & _YOU else ():
        start = text.rfind(" har ", max(0, given - 30), given) + len(" har ")
        if (span := LOOSE.match(text, start)) and span.end() == given:
            yield "", span


def without_unit(text: str) -> Iterator[re.Match[str]]:
    """Deadlines with a number but no unit: «innen 24 etter innleggelsen»."""
    return matches(_NO_UNIT, ("nnen", "nnan", "enest", "einast"), text)


def _inside(scalar: Scalar, offset: int) -> Location:
    """The place of a character of a one-line value; a quoted value starts after its quotation mark."""
    return Location(scalar.at.path, scalar.at.line, scalar.at.column + offset)


def softened(body: Body) -> Iterator[tuple[int, str, int]]:
    """The time spans worded as wishes, as approximate, or as the earliest moment: place, words and minutes of each."""
    text = body.text
    for form, one_of, signs in _FORMS:
        for place in standing(signs, text) if body.words & one_of else ():
            words = form.match(text, place - 1) if place else None
            span = LOOSE.match(text, words.end()) if words else None
            if words and span and (form not in _WHEN_TOLD or _TOLD.search(text, max(0, place - 120), words.start())):
                yield words.start(), text[words.start() : span.end()], minutes(span)


def start_of(after: str) -> str:
    """The moment that «etter innleggelsen» after a time span means; "" for anything else."""
    found = _START.match(f" {after.lstrip()}")
    return _BY_WORD[found["word"].lower()] if found else ""


def starts_in(text: str, length: int) -> Iterator[str]:
    """The moments from which a clause counts its time spans of `length` minutes."""
    for span in LOOSE.finditer(text):
        if minutes(span) == length and (start := start_of(text[span.end() : span.end() + _AFTER])):
            yield start
