"""Findings as JSON, for other programs."""

import json
from collections.abc import Sequence
from typing import Any

from avtaleverk.diagnostics import Diagnostic, Location


def report(found: Sequence[Diagnostic], documents: int) -> str:
    """An object with the number of documents and the list of findings."""
    return json.dumps({"dokumenter": documents, "funn": list(map(_finding, found))}, ensure_ascii=False, indent=2)


def _finding(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "regel": diagnostic.code,
        "alvorlighet": diagnostic.severity,
        **_place(diagnostic.at),
        "melding": diagnostic.message,
        "rettelse": diagnostic.hint,
        "se": list(map(_place, diagnostic.related)),
    }


def _place(at: Location) -> dict[str, Any]:
    return {"fil": at.path, "linje": at.line, "kolonne": at.column}
