"""What stood on a line before the change, told with what is wrong there now: it is most often what is to be written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from avtaleverk.checks.change.sentences import quoted_before
from avtaleverk.checks.settle import COMPARED
from avtaleverk.diagnostics import Diagnostic
from avtaleverk.patterns import when_used

# What harms a person or a reader is not to be repeated, and is never to be put back.
_NEVER_TOLD = ("AV7", "AV0")
_MISSING = when_used(r"Legg til «(\w+):")
_QUOTED = when_used(r"«([^»]+)»")
_MANY = 5000  # lines: a longer file is not compared


def with_what_stood(found: Iterable[Diagnostic], root: Path, before: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """The findings; the hint of each on a line that the change has rewritten begins with what stood there.

    `before` holds the old content by path. Findings that compare with it say so themselves.
    """
    files: dict[str, dict[int, Line]] = {}
    for diagnostic in found:
        path = diagnostic.at.path
        told = diagnostic.code in COMPARED or diagnostic.code.startswith(_NEVER_TOLD)
        if path in before and not told:
            if path not in files:
                files[path] = _rewritten(_lines(before[path]), _lines(_now(root / path)))
            if stood := _stood(diagnostic, files[path], before[path]):
                diagnostic = diagnostic._replace(hint=f"Før sto det {stood}. {diagnostic.hint}".rstrip())
        yield diagnostic


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


def _stood(diagnostic: Diagnostic, rewritten: Mapping[int, Line], before: bytes) -> str:
    """What stood there, in quotation marks; "" when it is not known, or the hint gives it already."""
    if missing := _MISSING.search(diagnostic.hint):
        line = re.search(rf"^{missing[1]}: \S.*$", before.decode("utf-8", "replace"), re.MULTILINE)
        return f"«{line[0].strip()}»" if line else ""
    was, now = rewritten.get(diagnostic.at.line, Line("", ""))
    given = (quoted[1] for quoted in _QUOTED.finditer(diagnostic.hint))
    return "" if any(one in was and one not in now for one in given) else quoted_before(was, now)
