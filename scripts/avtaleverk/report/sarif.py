"""Findings as SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from avtaleverk.diagnostics import Diagnostic, Location, Severity
from avtaleverk.report.words import fingerprints
from avtaleverk.rules import every_rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.MERKNAD: "note"}


def report(found: Sequence[Diagnostic], documents: int) -> str:
    """One run with the rules that made a finding, and the findings."""
    codes = sorted({diagnostic.code for diagnostic in found})
    known = every_rule() if codes else {}
    rules = [
        {
            "id": code,
            "shortDescription": {"text": known[code].title},
            "defaultConfiguration": {"level": _LEVEL[known[code].severity]},
        }
        for code in codes
    ]
    results = [
        {
            "ruleId": d.code,
            "ruleIndex": codes.index(d.code),
            "level": _LEVEL[d.severity],
            "message": {"text": d.sentence},
            "locations": [_location(d.at)],
            **({"relatedLocations": [_location(at) for at in d.related]} if d.related else {}),
            "partialFingerprints": {"avtaleverk/v1": fingerprint},
        }
        for d, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    driver = {"name": "avtaleverk", "language": "nb", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _location(at: Location) -> dict[str, Any]:
    region = {"startLine": at.line, "startColumn": at.column}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(at.path)}, "region": region}}
