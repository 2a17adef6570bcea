"""AV5: a day that the text names is in the calendar."""

import re
from calendar import monthrange
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.days import MONTHS
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule

_DAY = re.compile(
    rf"(?<![\w.,/])(?<!: )(?<!: \")(?P<day>29|3\d)\.\s?(?:(?P<month>{'|'.join(MONTHS)})\b(?:\s(?P<year>\d{{4}})\b)?"
    r"|(?P<number>0?[1-9]|1[0-2])\.(?P<after>(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
_LATE = ("29.", "30.", "31.", "32.", "33.")
A_LEAP_YEAR = 2024


@document_rule("AV519", "Datoen finnes ikke")
def no_such_day(context: Context, document: Document) -> Iterator[Finding]:
    """«31. september»: in the text, and in the words of the fields. The dates of the fields have AV103."""
    for text, line in ((document.body.text, document.body.first_line), (document.front, 2)):
        for found in _DAY.finditer(text) if any(day in text for day in _LATE) else ():
            month = int(found["number"]) if found["number"] else MONTHS.index(found["month"].lower()) + 1
            year = found["year"] or found["after"]
            days = monthrange(int(year or A_LEAP_YEAR), month)[1]
            if int(found["day"]) > days:
                hint = (
                    f"{MONTHS[month - 1].capitalize()}{f' {year}' if year else ''} har {days} dager. Skriv riktig dag."
                )
                yield Finding(place(document.path, text, found.start(), line), f"«{found[0]}» finnes ikke.", hint)
