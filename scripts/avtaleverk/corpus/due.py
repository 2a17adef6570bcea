"""When a document must be reviewed again, and when notice ends an agreement."""

from datetime import date

from avtaleverk.corpus.model import Document, Helsefellesskap

YEAR = 12


def months_after(day: date, months: int) -> date:
    """The same day `months` months later, or the last day of that month when it is shorter."""
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


def notice_end(document: Document) -> date | None:
    """The day on which the agreement ends for a party that has given notice: one year later (hol. § 6-5). None without
    notice."""
    return months_after(document.notice.given, YEAR) if document.notice else None


def leaves_alone(space: Helsefellesskap, document: Document) -> str:
    """The kommune that leaves an agreement while the other parties keep it; "" when it ends for everyone."""
    kommuner = {m for party in document.parties for m in space.members(party) if m in space.kommuner}
    by = document.notice.by if document.notice else ""
    return by if by in kommuner and len(kommuner) > 1 else ""
