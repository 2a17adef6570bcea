"""Bounds in a text: ages, times of day, scores and durations, each with what it limits."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from avtaleverk.checks.places import matches
from avtaleverk.patterns import when_used

# A number with its unit is found first, and then what stands before and after it says what kind of bound it is.
_SPAN = when_used(
    r"(?P<number>\d(?<!\w\d)\d{0,2})[ \u00a0](?:(?P<unit>kilomet|minutt|tim|dag|dø|uke|veke|måned|månad)\w*|år\b)"
    r"(?P<after> gam(?:mel|mal|melt|malt)\b| eller (?:eldre|mer|meir|yngre|mindre)\b)?"
)
_UNITS = (" kilomet", " minutt", " tim", " dag", " dø", " uke", " veke", " måned", " månad", " år", "\u00a0")
_AGES = {"under ": "under år", "over ": "over år", "fylt ": "fylt år"}
_LENGTHS = {
    "første ": "første", "meir enn ": "lenger", "mer enn ": "lenger", "over ": "lenger", "mindre enn ": "kortere",
    "under ": "kortere", "før ": "kortere", "høyst ": "høyst", "høgst ": "høyst", "inntil ": "høyst", "minst ": "minst",
    "etter ": "etter",
}  # fmt: skip
_LONGEST = max(map(len, _LENGTHS))
_NEWS = when_used(
    r"\bNEWS2? (?:(?P<low>under |mindre enn |lavere enn |lågare enn )|(?:på |er |minst |over |mer enn |meir enn )+)"
    r"(?P<number>\d{1,3})\b(?:(?P<most> eller (?:mindre|lavere|lågare))| eller (?:mer|meir|høyere|høgare))?"
)
_WEEK = when_used(r"(?P<turn>før|etter) (?:svangerskaps)?(?:uke|veke) (?P<number>\d{1,2})\b")  # of a pregnancy
_WEEKS = ("uke", "veke", "svangerskapsuke", "svangerskapsveke")
_WEEK_SIGNS = tuple(f"{turn} {week} " for turn in ("før", "etter") for week in _WEEKS)
_CLOCK = when_used(
    r"(?<!\w)[Kk]l(?:\.|okk(?:a|en)(?: (?:er|over|etter|før|passert)){0,2})[ \u00a0](?P<number>\d{1,3})(?:[.:](?P<minute>\d\d))?\b"
)
_TWO_WORDS = when_used(r"\b\w{3,} \w+ $")  # «kvardag innan», before «kl. 10.00»
_NEAR = 40  # letters that two words are looked for in


class Bound(NamedTuple):
    """A bound: its kind, its number (a time of day in minutes), its unit if it is a duration, its place, and for a time of day
    the two words before it."""

    form: str
    value: int
    unit: str
    start: int
    words: str
    before: str = ""


@lru_cache(maxsize=1024)
def bounds(text: str) -> tuple[Bound, ...]:
    """The bounds in a text. Cached: many procedures rest on the same clause."""
    found: list[Bound] = []
    if any(unit in text for unit in _UNITS):
        for span in _SPAN.finditer(text):
            found += _lengths(text, span) if span["unit"] else _ages(text, span)
    weeks = matches(_WEEK, _WEEK_SIGNS, text) if "uke " in text or "veke " in text else ()
    found += (Bound(f"{week['turn']} uke", int(week["number"]), "", week.start(), week[0]) for week in weeks)
    found += map(_score, _NEWS.finditer(text) if "NEWS" in text else ())
    return (*found, *(_clock(text, clock) for clock in matches(_CLOCK, ("kl", "Kl"), text)))


def _before(text: str, start: int, words: dict[str, str]) -> tuple[str, int]:
    """The kind of bound that the words right before a number make it, and where they start; "" when they say nothing."""
    before = text[max(0, start - _LONGEST) : start].lower()
    for word, form in words.items():
        at = start - len(word)
        if before.endswith(word) and (at == 0 or not text[at - 1].isalnum()):
            return form, at
    return "", start


def _ages(text: str, span: re.Match[str]) -> Iterator[Bound]:
    form, start = _before(text, span.start(), _AGES)
    number, end = int(span["number"]), span.end() - len(span["after"] or "")
    if form:
        yield Bound(form, number, "", start, text[start:end])
    if (after := span["after"] or "").startswith(" eller"):
        form = "til år" if after.endswith(("yngre", "mindre")) else "fra år"
        yield Bound(form, number, "", span.start(), span[0])


def _lengths(text: str, span: re.Match[str]) -> Iterator[Bound]:
    form, start = _before(text, span.start(), _LENGTHS)
    number, end = int(span["number"]), span.end() - len(span["after"] or "")
    if form:
        yield Bound(form, number, span["unit"], start, text[start:end])
    if (span["after"] or "").startswith(" gam"):
        yield Bound("gammel", number, span["unit"], span.start(), span[0])


def _score(found: re.Match[str]) -> Bound:
    """«NEWS2 på 4 eller mindre» is a bound from above, as «under 5» is."""
    form = "NEWS2 under" if found["low"] or found["most"] else "NEWS2 fra"
    return Bound(form, int(found["number"]), "", found.start(), found[0])


def _clock(text: str, found: re.Match[str]) -> Bound:
    value = int(found["number"]) * 60 + int(found["minute"] or 0)
    before = _TWO_WORDS.search(text[max(0, found.start() - _NEAR) : found.start()])
    return Bound("klokkeslett", value, "", found.start(), found[0], before[0].casefold() if before else "")
