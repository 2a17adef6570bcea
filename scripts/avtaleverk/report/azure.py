"""Findings as logging commands of Azure Pipelines."""

from collections.abc import Sequence

from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.report.words import tally


def report(found: Sequence[Diagnostic], documents: int) -> str:
    """One command per finding; remarks are plain lines, since Azure knows only errors and warnings."""
    return "\n".join([*map(_line, found), tally(found, documents)])


def _line(diagnostic: Diagnostic) -> str:
    if diagnostic.severity is Severity.MERKNAD:
        return str(diagnostic)
    kind = "error" if diagnostic.severity is Severity.FEIL else "warning"
    at = diagnostic.at
    properties = {
        "type": kind,
        "sourcepath": at.path,
        "linenumber": at.line,
        "columnnumber": at.column,
        "code": diagnostic.code,
    }
    joined = ";".join(f"{name}={_value(str(value))}" for name, value in properties.items())
    return f"##vso[task.logissue {joined}]{_escape(diagnostic.sentence)}"


def _escape(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _escape(text).replace(";", "%3B").replace("]", "%5D")
