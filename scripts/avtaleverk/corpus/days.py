"""The names of the months, and hints about what an editor meant by an invalid date."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

from avtaleverk.patterns import when_used

MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
_ISO = when_used(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ][0-9:.+Z-]*)?")
_FIGURES = when_used(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_WORDS = when_used(r"(\d{1,2})\.?\s+([a-z]+)\s+(\d{4})", re.IGNORECASE)


def long_date(day: date) -> str:
    """ "1. februar 2026", which is the same in bokmål and nynorsk."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def month_number(found: re.Match[str]) -> int:
    """The month (1–12) of a matched date: its group `month` holds the name, or its group `number` the figure."""
    return MONTHS.index(found["month"].lower()) + 1 if found["month"] else int(found["number"])


def year_meant(day: date, first: date, last: date) -> date | None:
    """The day with its mistyped year corrected: the only year from `first` to `last` with one digit changed or the same
    digits in another order; None when there is none or several."""
    near = [year for year in range(first.year, last.year + 1) if _is_misread(str(day.year), str(year))]
    days = [date(year, day.month, min(day.day, 28) if day.month == 2 else day.day) for year in near]
    meant = [other for other in days if first <= other <= last]
    return meant[0] if len(meant) == 1 else None


def _is_misread(written: str, meant: str) -> bool:
    return sorted(written) == sorted(meant) or sum(a != b for a, b in zip(written, meant, strict=True)) == 1


def day_hint(text: str) -> str:
    """How to mend an invalid date: the same day in the right form, or why there is no such day; "" when it is unclear."""
    if found := _ISO.fullmatch(_plain(text)):
        year, month, day = map(int, found.groups())
        return _written(year, month, day) or _impossible(year, month)
    if found := _FIGURES.fullmatch(text):
        return _written(int(found[3]), int(found[2]), int(found[1]))
    if (found := _WORDS.fullmatch(text)) and found[2].lower() in MONTHS:
        return _written(int(found[3]), MONTHS.index(found[2].lower()) + 1, int(found[1]))
    return ""


def _plain(text: str) -> str:
    """The text with ASCII digits and hyphens in place of pasted look-alikes."""
    digits = "".join(str(unicodedata.digit(c, c)) for c in text)
    return re.sub("[\u2010-\u2015\u2212]", "-", digits)


def _impossible(year: int, month: int) -> str:
    if not 1 <= month <= 12:
        return "Måneden står i midten og er et tall fra 01 til 12: 2026-02-01 (år-måned-dag)."
    days = monthrange(year, month)[1] if year else 31
    return f"Datoen finnes ikke: {MONTHS[month - 1]} {year} har {days} dager."


def _written(year: int, month: int, day: int) -> str:
    try:
        return f"Skriv datoen slik: {date(year, month, day)} (år-måned-dag)."
    except ValueError:
        return ""
