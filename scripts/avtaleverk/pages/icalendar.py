"""A file for calendar programs (RFC 5545): all-day events."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

_LINE = 75  # octets, without the break
_SPECIAL = re.compile(r"[\\;,]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Event(NamedTuple):
    """An all-day event. Its `id` stays the same when the day changes, so that calendars move the event they have."""

    id: str
    day: date
    what: str
    details: str = ""
    kinds: tuple[str, ...] = ()


def calendar(name: str, events: Iterable[Event], today: date) -> bytes:
    """The calendar file; the same events on the same day give the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Avtaleverk//Kalender//NO", "CALSCALE:GREGORIAN"]
    lines += [f"NAME:{escaped(name)}", f"X-WR-CALNAME:{escaped(name)}"]
    lines += [line for event in events for line in _event(event, today)]
    return "".join(map(folded, [*lines, "END:VCALENDAR"])).encode()


def _event(event: Event, today: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(event.id)}@avtaleverk"
    yield f"DTSTAMP:{today:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"SUMMARY:{escaped(event.what)}"
    if event.details:
        yield f"DESCRIPTION:{escaped(event.details)}"
    if event.kinds:
        yield f"CATEGORIES:{','.join(map(escaped, event.kinds))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def escaped(text: str) -> str:
    """The text escaped as a value: separators and line breaks are written with a backslash, other control characters left
    out."""
    kept = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _SPECIAL.sub(r"\\\g<0>", kept).replace("\n", "\\n")


def folded(line: str) -> str:
    """The line with its break, folded to lines of legal length; no character is split."""
    parts, room = [""], _LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append("")
            room = _LINE - 1  # a line that goes on starts with a space
        parts[-1] += letter
        room -= size
    return "\r\n ".join(parts) + "\r\n"
