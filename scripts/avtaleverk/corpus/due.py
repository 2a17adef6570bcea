"""When a document must be looked at again, and when it ends."""

from datetime import date

from avtaleverk.corpus.model import Document

YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day some months later; the last of the month when there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError("every month has a 28th")


def review_due(document: Document) -> date | None:
    """The day by which the document must be reviewed again (hol. § 6-5: every year); the first year counts from when it
    came into force. None when it is not in force."""
    since = document.last_review or document.valid_from
    return months_after(since, YEAR) if since and document.status == "gjeldende" else None


def last_day(document: Document) -> date | None:
    """The last day of a document: what it says itself, else a year after notice (hol. § 6-5). None when it has no end."""
    return document.valid_to or (months_after(document.notice.given, YEAR) if document.notice else None)
