"""Deadlines as editors write them: "24 timer", "straks", "før utskrivning"."""

import re
from functools import lru_cache
from math import inf
from typing import NamedTuple

# Minutes in each unit. A month counts as 30 days: deadlines are compared, not computed from a calendar.
_MINUTES = {"minutt": 1, "time": 60, "døgn": 1440, "dag": 1440, "uke": 10_080, "måned": 43_200, "år": 525_600}
_UNITS = {
    "minutt": "minutt", "minutter": "minutt", "time": "time", "timer": "time", "timar": "time", "døgn": "døgn",
    "dag": "dag", "dager": "dag", "dagar": "dag", "uke": "uke", "uker": "uke", "veke": "uke", "veker": "uke",
    "måned": "måned", "måneder": "måned", "månad": "måned", "månader": "måned", "år": "år",
    # «de første 14 dagene»
    "minuttene": "minutt", "minutta": "minutt", "timene": "time", "timane": "time", "dagene": "dag", "dagane": "dag",
    "ukene": "uke", "vekene": "uke", "månedene": "måned", "månadene": "måned", "årene": "år", "åra": "år",
}  # fmt: skip
UNIT_MINUTES = {name: _MINUTES[unit] for name, unit in _UNITS.items()}
# Numbers in letters, in both målformer.
NUMBERS = {
    "én": 1, "éin": 1, "éi": 1, "en": 1, "ett": 1, "ein": 1, "ei": 1, "eitt": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "sju": 7, "åtte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14,
}  # fmt: skip
# Numbers and units that running text may have but fields may not: «halvannet døgn», «48 t», «1,5 døgn».
_LOOSE_WORDS = {
    "halvannet": 1.5, "halvannen": 1.5, "halvanna": 1.5, "et par": 2, "eit par": 2, "et": 1, "eit": 1,
    "en halv": 0.5, "ein halv": 0.5, "et halvt": 0.5, "eit halvt": 0.5, "femten": 15, "tjue": 20, "tjuefire": 24,
    "tretti": 30, "førti": 40, "førtiåtte": 48, "femti": 50, "seksti": 60, "syttito": 72, "nitti": 90,
}  # fmt: skip
_LOOSE_UNITS = {"t": 60, "h": 60, "min": 1, "kvarter": 15, "halvtime": 30}
_ALL_NUMBERS, _ALL_UNITS = NUMBERS | _LOOSE_WORDS, UNIT_MINUTES | _LOOSE_UNITS
_WORKING = ("virke", "arbeids", "yrke")
EVENTS = ("straks", "samme dag", "same dag", "ved ", "før ", "løpende", "løpande")

_NAMES = "|".join(_UNITS)  # in any order: a word boundary follows
PATTERN = re.compile(
    rf"\b(?P<count>\d+|{'|'.join(NUMBERS)})[\s\u00a0]*(?P<working>{'|'.join(_WORKING)})?(?P<unit>{_NAMES})\b",
    re.IGNORECASE,
)
_FIRST = "".join(sorted({word[0] for word in _ALL_NUMBERS}))  # most words start with none of these
LOOSE = re.compile(
    rf"\b(?=[\d{_FIRST}])(?:\d+\s?[–-]\s?)?(?P<count>\d+(?:[.,]\d+)?|{'|'.join(_ALL_NUMBERS)})[\s\u00a0]*"
    rf"(?<![^\W\d_])(?P<working>{'|'.join(_WORKING)})?(?P<unit>{_NAMES}|{'|'.join(_LOOSE_UNITS)})\b",
    re.IGNORECASE,
)


_SAME_DAY = ("samme dag", "same dag")
_DAY = 24 * 60  # minutes


class Duration(NamedTuple):
    """A span of time in `minutes`, or a moment ("straks" = 0; "før utskrivning" = None), as it was written."""

    text: str
    minutes: int | None

    @property
    def haste(self) -> float:
        """An upper bound in minutes, for sorting: «samme dag» is just below 24 hours, and a moment has none."""
        if self.text.lower().startswith(_SAME_DAY):
            return _DAY - 1
        return inf if self.minutes is None else self.minutes


@lru_cache(maxsize=4096)
def parse_duration(text: str) -> Duration | None:
    """Read "24 timer", "tre dager", "straks", "ved utskrivning"; None when it is none of these."""
    plain = text.strip().lower()
    if plain == "straks":
        return Duration(text, 0)
    if plain.startswith(EVENTS):
        return Duration(text, None)
    found = PATTERN.fullmatch(plain)
    return Duration(text, minutes(found)) if found else None


def minutes(match: re.Match[str]) -> int:
    """The minutes that a match of `PATTERN` or `LOOSE` stands for. Five working days are a week."""
    count, unit = match["count"].lower(), match["unit"].lower()
    number = _ALL_NUMBERS.get(count) or float(count.replace(",", "."))
    return round(number * _ALL_UNITS[unit] * (7 / 5 if match["working"] else 1))
