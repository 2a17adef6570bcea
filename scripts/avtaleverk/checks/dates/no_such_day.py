"""AV5: days and times of day in texts must exist."""

import re
from calendar import monthrange, weekday
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, value_at
from avtaleverk.corpus.days import MONTHS, month_number
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

_DAY = when_used(
    rf"(?P<day>29|3\d)(?<![\w.,/]..)\.\s?(?:(?P<month>{'|'.join(MONTHS)})\b(?:\s(?P<year>\d{{4}})\b)?"
    r"|(?P<number>0?[1-9]|1[0-2])\.(?P<after>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_TIME = when_used(
    r"kl(?:\.|okka|okken)[ \u00a0](?P<time>(?:2[5-9]|[3-9]\d)(?:[.:]\d\d)?|\d{1,2}[.:][6-9]\d)(?![\w/]|[.:]\d)"
)
_WEEKDAYS = (
    ("mandag", "måndag"), ("tirsdag", "tysdag"), ("onsdag",), ("torsdag",), ("fredag",), ("lørdag", "laurdag"),
    ("søndag", "sundag"),
)  # fmt: skip
_ON_WEEKDAY = when_used(
    rf"\b(?P<name>{'|'.join(name for names in _WEEKDAYS for name in names)}),? (?:den )?(?P<day>[12]?\d|3[01])\. ?"
    rf"(?:(?P<month>{'|'.join(MONTHS)})|(?P<number>0?[1-9]|1[0-2])\.) ?(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
_HOURS = when_used(
    r"(?<!uke )(?<!veke )\b(?P<start>\d{1,2}|\d{1,2}[.:]\d\d)–(?P<end>\d{1,4}|\d{1,2}[.:]\d\d)(?![\w.:/])"
)
_CLOCK = when_used(r"(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?|24(?:[.:]00)?")
_TIME_SIGNS = ("kl. ", "kl.\u00a0", "klokka ", "klokken ")
_LATE = frozenset(str(day) for day in range(29, 40))
_DAY_NAMES = frozenset(name for names in _WEEKDAYS for name in names)
_NO_HOUR = frozenset(str(number) for number in range(25, 100))
A_LEAP_YEAR = 2024


@document_rule("AV519", "Datoen eller klokkeslettet finnes ikke")
def no_such_day(context: Context, document: Document) -> Iterator[Finding]:
    """«31. september», in the text and in fields that hold text; AV103 checks fields that hold dates."""
    if not document.body.words.isdisjoint(_LATE):
        for offset, message, hint in _not_in_calendar(document.body.text):
            yield Finding(in_body(document, offset), message, hint)
    if not document.body.words.isdisjoint(_DAY_NAMES):
        for offset, message, hint in _other_weekday(document.body.text, document.language):
            yield Finding(in_body(document, offset), message, hint)
    has_time = not document.body.words.isdisjoint(_NO_HOUR)
    for found in matches(_TIME, _TIME_SIGNS, document.body.text) if has_time else ():
        hint = "Døgnet går til kl. 24.00, og timen til 59 minutter. Skriv riktig klokkeslett."
        yield Finding(in_body(document, found.start("time")), f"Klokken blir aldri {found['time']}.", hint)
    told = [("sammendrag", document.summary), *(("endringer", change.what) for change in document.changes)]
    for key, words in (*told, *(("gjennomgang", review.conclusion) for review in document.reviews)):
        weekdays = _other_weekday(words, document.language) if "dag" in words else ()
        for _, message, hint in (*_not_in_calendar(words), *weekdays):
            yield Finding(value_at(document, key, words), message, hint)


@corpus_part("AV519")
def no_such_hours(context: Context) -> Iterator[Finding]:
    """«8–25.30» and «8–1530» in a contact list."""
    for space in context.corpus.helsefellesskap.values():
        for role in space.contacts.values():
            wrong = {hours: time for hours in {p.hours for p in role.places.values()} if (time := _no_time(hours))}
            for point in role.places.values() if wrong else ():
                if time := wrong.get(point.hours, ""):
                    hint = "Skriv timer og minutter med punktum imellom, for eksempel 8–15.30."
                    yield Finding(point.at, f"«{time}» i åpningstiden er ikke noe klokkeslett.", hint)


def _no_time(hours: str) -> str:
    """The first time in the opening hours that does not exist."""
    times = (time for found in _HOURS.finditer(hours) for time in found.groups())
    return next((time for time in times if not _CLOCK.fullmatch(time)), "")


def _other_weekday(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    """Dates with the wrong day of the week: the place of each, what is wrong, and how to correct it."""
    for found in _ON_WEEKDAY.finditer(text):
        month = month_number(found)
        year, day = int(found["year"]), int(found["day"])
        if not 0 < day <= monthrange(year, month)[1]:
            continue  # AV519 already
        names = _WEEKDAYS[weekday(year, month, day)]
        if found["name"].lower() not in names:
            right = names[-1 if language == "nn" else 0]
            message = f"Her står «{found['name']}», men {found['day']}. {MONTHS[month - 1]} {year} er en {right}."
            yield found.start(), message, f"Skriv «{right}». Hvis dagen er riktig, retter du datoen."


def _not_in_calendar(text: str) -> Iterator[tuple[int, str, str]]:
    """Days that do not exist: the place of each, what is wrong, and how to correct it."""
    for found in _DAY.finditer(text) if "29." in text or "3" in text else ():
        month = month_number(found)
        year = found["year"] or found["after"]
        days = monthrange(int(year or A_LEAP_YEAR), month)[1]
        if int(found["day"]) > days:
            name = MONTHS[month - 1].capitalize() + (f" {year}" if year else "")
            yield found.start(), f"«{found[0]}» finnes ikke.", f"{name} har {days} dager. Skriv riktig dag."
