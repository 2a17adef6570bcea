"""What stood on a line before the change, told with what is wrong there now: it is most often what is to be written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import NamedTuple

from avtaleverk.checks.change.sentences import NOT_REPEATED, quoted, quoted_before
from avtaleverk.checks.places import in_words
from avtaleverk.checks.settle import COMPARED
from avtaleverk.diagnostics import Diagnostic, Location
from avtaleverk.patterns import when_used
from avtaleverk.rules import repeatable

# What harms a person or a reader is not to be repeated, and is never to be put back.
_NEVER_TOLD = ("AV7", "AV0")
# The mend is the same whatever stood there.
_WORDING = frozenset({
    "AV414", "AV419", "AV424", "AV605", "AV611", "AV613", "AV614", "AV616", "AV621", "AV622", "AV623", "AV624", "AV625",
    "AV626", "AV630",
})  # fmt: skip
_OTHERWISE = "Skal det være noe nytt?"
_MISSING = when_used(r"Legg til (?:linjen )?«(\w+):")
_QUOTED = when_used(r"«([^»]+)»")
_RECORD = when_used(r"\s*(?:- )?\{?[\w\"-]+: ")
_PART = when_used(r", (?=[a-z_]\w*: )")
_ADDRESS = when_used(r"\]\(([^()\s]+)\)")
_MANY = 5000  # lines: a longer file is not compared


def with_what_stood(found: Iterable[Diagnostic], root: Path, before: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """The findings; the hint of each tells what stood on its line, if the change has rewritten that, or else on a line that it
    is about: the mend may be there.

    `before` holds the old content by path. Findings that compare with it say so themselves.
    """

    @cache
    def rewritten(path: str) -> dict[int, Line]:
        return _rewritten(_lines(before[path]), _lines(_now(root / path)))

    for diagnostic in found:
        if diagnostic.code not in COMPARED and not diagnostic.code.startswith(_NEVER_TOLD):
            at = diagnostic.at
            stood = _stood(diagnostic, at, rewritten(at.path), before[at.path]) if at.path in before else ""
            quoted = [*_said_anew(diagnostic, rewritten(at.path))] if at.path in before and not stood else []
            places = (*diagnostic.related, *(quoted if len(quoted) == 1 else ()))
            elsewhere = (
                (place, rewritten(place.path)) for place in places if place.path in before and place[:2] != at[:2]
            )
            hint = _here(diagnostic, stood) if stood else _elsewhere(diagnostic, elsewhere) if before else ""
            diagnostic = diagnostic._replace(hint=repeatable(hint) or diagnostic.hint)
        yield diagnostic


def _here(diagnostic: Diagnostic, stood: str) -> str:
    """The hint, after what stood on the line: with that nothing was wrong. Where only the wording is, the mend comes first."""
    if diagnostic.code in _WORDING:
        return f"{diagnostic.hint} {_before(stood)}"
    back = f"{_before(stood)} Sett det tilbake."
    is_all = _MISSING.search(diagnostic.hint) or diagnostic.hint.startswith("Mente du")
    return back if is_all else f"{back} {_OTHERWISE} {diagnostic.hint}"


def _said_anew(diagnostic: Diagnostic, rewritten: Mapping[int, "Line"]) -> Iterator[Location]:
    """The other lines of the file that now have what the message quotes, and had it not."""
    said = [found[1] for found in _QUOTED.finditer(diagnostic.message)]
    for number, line in rewritten.items():
        if any(one in line.now and one not in line.was for one in said):
            yield Location(diagnostic.at.path, number)


def _elsewhere(diagnostic: Diagnostic, places: Iterable[tuple[Location, dict[int, "Line"]]]) -> str:
    """The hint, after what stood at the one of the places that the change has rewritten; "" when it has rewritten none."""
    for place, rewritten in places:
        if stood := _stood(diagnostic, place, rewritten, b""):
            return (
                f"{in_words(place)}, er endret. {_before(stood)} Sett det tilbake der. {_OTHERWISE} {diagnostic.hint}"
            )
    return ""


def _before(stood: str) -> str:
    """The sentence about what stood there; a quoted sentence ends it."""
    return f"Før sto det {stood}" if stood[-2:-1] in ".!?" else f"Før sto det {stood}."


class Line(NamedTuple):
    """A line before and after the change."""

    was: str
    now: str


def _now(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""  # gone, or no file


def _lines(content: bytes) -> list[str]:
    return content.decode("utf-8", "replace").splitlines()


def _rewritten(old: list[str], new: list[str]) -> dict[int, Line]:
    """The lines that were rewritten one by one, by their number now, from 1."""
    rewritten: dict[int, Line] = {}
    if max(len(old), len(new)) <= _MANY:
        for tag, first, end, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "replace" and end - first == stop - start:
                rewritten |= dict(enumerate(map(Line, old[first:end], new[start:stop]), start + 1))
    return rewritten


def _stood(diagnostic: Diagnostic, at: Location, rewritten: Mapping[int, Line], before: bytes) -> str:
    """What stood there, in quotation marks; "" when it is not known, or the hint gives it already."""
    if before and (missing := _MISSING.search(diagnostic.hint)):
        lines = re.search(rf"^{missing[1]}:.*(?:\n +-.*)*$", before.decode("utf-8", "replace"), re.MULTILINE)
        return ", og på neste linje ".join(f"«{line.strip()}»" for line in lines[0].split("\n")) if lines else ""
    was, now = rewritten.get(at.line, Line("", ""))
    given = (quoted[1] for quoted in _QUOTED.finditer(diagnostic.hint))
    if at is diagnostic.at and any(one in was and one not in now for one in given):
        return ""
    told = _fields_before(was, now) or quoted_before(was, now) or _address_before(was, now)
    return "" if NOT_REPEATED in told else told


def _address_before(was: str, now: str) -> str:
    """The only address of a link that was another one."""
    gone = {*_ADDRESS.findall(was)} - {*_ADDRESS.findall(now)}
    return f"«{gone.pop()}»" if len(gone) == 1 else ""


def _fields_before(was: str, now: str) -> str:
    """The fields of a line of front matter that were others: «innen: 24 timer» of a long line."""
    old, new = (_PART.split(line.strip(" -{}")) if _RECORD.match(line) else [] for line in (was, now))
    differ = ", ".join(part.rpartition("{")[2] for part in old if part not in new) if new else ""
    return quoted(differ) if differ else ""
