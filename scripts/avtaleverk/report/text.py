"""Findings as lines of text for a person at a terminal."""

from collections.abc import Sequence

from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.report.words import tally

_COLOUR = {Severity.FEIL: "31", Severity.ADVARSEL: "33", Severity.MERKNAD: "36"}


def report(found: Sequence[Diagnostic], documents: int, *, colour: bool = False) -> str:
    """One line per finding, and a last line that counts them."""
    return "\n".join([*(_line(d, colour) for d in found), tally(found, documents)])


def _line(diagnostic: Diagnostic, colour: bool) -> str:
    if not colour:
        return str(diagnostic)
    weight = f"\x1b[1;{_COLOUR[diagnostic.severity]}m{diagnostic.severity} {diagnostic.code}\x1b[0m"
    hint = f"\n    → {diagnostic.hint}" if diagnostic.hint else ""
    return f"\x1b[1m{diagnostic.at}\x1b[0m: {weight}: {diagnostic.message}{hint}"
