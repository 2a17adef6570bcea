"""Common mistakes behind a YAML error: the parser only says that it cannot go on; these hints say why."""

import re

from avtaleverk.diagnostics import Location

_OPEN = re.compile(r"\s*(?:- +)?(?:[\w-]+:) +(\"[^\"]*|'[^']*)")
_SIGN = re.compile(r"\s*(?:- +)?(?:[\w-]+: +|- +)([@`%])")
_ITEM = re.compile(r"\s+- ")
_JOINED = re.compile(r"\s+-[^\W\d_]")
_KEY = re.compile(r"( *(?:- +)?)[\w-]+:(?: |$)")
_WITHOUT_DASH = re.compile(r"\s+[^\s:#\[{\"'-][^:]*")

Said = tuple[Location, str, str]


def explained(path: str, lines: list[str], at: Location, first_line: int) -> Said | None:
    """Where the mistake is, what it is and how to correct it, when the lines up to the error show it; else None."""
    number = at.line - first_line
    until = lines[: number + 1]
    quotes = next((n for n, line in enumerate(until) if _OPEN.fullmatch(line) and not _is_closed(lines, n)), None)
    if quotes is not None:
        found = _OPEN.fullmatch(lines[quotes])
        where = Location(path, quotes + first_line, found.start(1) + 1 if found else 1)
        return (
            where,
            f"Anførselstegnet på linje {where.line} er ikke lukket.",
            "Sett et anførselstegn der verdien slutter.",
        )
    if found := _SIGN.match(lines[number] if number < len(lines) else ""):
        message = f"Verdien begynner med «{found[1]}» og må stå i anførselstegn."
        return Location(path, at.line, found.start(1) + 1), message, 'Sett hele verdien i anførselstegn: felt: "…".'
    for n in (number, number - 1):
        if 0 < n < len(lines) and _JOINED.match(lines[n]) and (_ITEM.match(lines[n - 1]) or lines[n - 1].endswith(":")):
            hint = f"Skriv «- {lines[n].strip(' -')}»."
            return Location(path, n + first_line), "Det mangler et mellomrom etter bindestreken.", hint
        if 0 < n < len(lines) and _WITHOUT_DASH.fullmatch(lines[n]) and _ITEM.match(lines[n - 1]):
            hint = "Er dette et punkt i listen over? Begynn linjen med «- »."
            return Location(path, n + first_line), "Linjen har verken kolon eller bindestrek.", hint
    here, above = (_KEY.match(line) for line in (until[-1], lines[number - 1]))
    if number and here and above and _is_shifted(here, above):
        message = f"Linjen har {len(here[1])} mellomrom foran, men feltet over har {len(above[1])}."
        hint = f"Sett {len(above[1])} mellomrom foran" if above[1] else "Ta bort mellomrommene foran"
        return Location(path, at.line), message, f"{hint}, så feltene står under hverandre."
    return None


def _is_shifted(here: re.Match[str], above: re.Match[str]) -> bool:
    """Whether a field is indented differently from the one above, which has a value and so cannot have fields in it."""
    aside = len(here[1]) - len(above[1])
    return abs(aside) == 1 or (aside == 2 and above.end() < len(above.string))


def _is_closed(lines: list[str], number: int) -> bool:
    """Whether a quoted value that goes on over several lines ends before the next field."""
    sign = lines[number].partition(": ")[2].strip()[:1]
    for line in lines[number + 1 :]:
        if re.match(r"[\w-]+:", line):
            return False
        if sign in line:
            return True
    return False
