"""AV5: a day that the text names is in the calendar, and a time is on the clock."""

import re
from calendar import monthrange
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, value_at
from avtaleverk.corpus.days import MONTHS
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule

_DAY = re.compile(
    rf"(?<![\w.,/])(?P<day>29|3\d)\.\s?(?:(?P<month>{'|'.join(MONTHS)})\b(?:\s(?P<year>\d{{4}})\b)?"
    r"|(?P<number>0?[1-9]|1[0-2])\.(?P<after>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"kl(?:\.|okka|okken)[ \u00a0](?P<time>(?:2[5-9]|[3-9]\d)(?:[.:]\d\d)?|\d{1,2}[.:][6-9]\d)(?![\w/]|[.:]\d)"
)
_TIME_SIGNS = ("kl. ", "kl.\u00a0", "klokka ", "klokken ")
_LATE = frozenset(str(day) for day in range(29, 40))
_NO_HOUR = frozenset(str(number) for number in range(25, 100))
A_LEAP_YEAR = 2024


@document_rule("AV519", "Datoen eller klokkeslettet finnes ikke")
def no_such_day(context: Context, document: Document) -> Iterator[Finding]:
    """«31. september»: in the text, and in the words of the fields. The dates of the fields have AV103."""
    if not document.body.words.isdisjoint(_LATE):
        for offset, message, hint in _not_in_calendar(document.body.text):
            yield Finding(in_body(document, offset), message, hint)
    has_time = not document.body.words.isdisjoint(_NO_HOUR)
    for found in matches(_TIME, _TIME_SIGNS, document.body.text) if has_time else ():
        hint = "Døgnet går til kl. 24.00, og timen til 59 minutter. Skriv riktig klokkeslett."
        yield Finding(in_body(document, found.start("time")), f"Klokken blir aldri {found['time']}.", hint)
    told = [("sammendrag", document.summary), *(("endringer", change.what) for change in document.changes)]
    for key, words in (*told, *(("gjennomgang", review.conclusion) for review in document.reviews)):
        for _, message, hint in _not_in_calendar(words):
            yield Finding(value_at(document, key, words), message, hint)


def _not_in_calendar(text: str) -> Iterator[tuple[int, str, str]]:
    """Where such a day stands, what is wrong with it, and how to mend it."""
    for found in _DAY.finditer(text) if "29." in text or "3" in text else ():
        month = int(found["number"]) if found["number"] else MONTHS.index(found["month"].lower()) + 1
        year = found["year"] or found["after"]
        days = monthrange(int(year or A_LEAP_YEAR), month)[1]
        if int(found["day"]) > days:
            name = MONTHS[month - 1].capitalize() + (f" {year}" if year else "")
            yield found.start(), f"«{found[0]}» finnes ikke.", f"{name} har {days} dager. Skriv riktig dag."
