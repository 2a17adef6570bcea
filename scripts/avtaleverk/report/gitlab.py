"""Findings as a Code Quality report of GitLab."""

import json
from collections.abc import Sequence

from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.report.words import fingerprints

_SEVERITY = {Severity.FEIL: "major", Severity.ADVARSEL: "minor", Severity.MERKNAD: "info"}


def report(found: Sequence[Diagnostic], documents: int) -> str:
    """A JSON list; the fingerprint holds no line, so that a finding that moved is the same finding."""
    issues = [
        {
            "description": diagnostic.sentence,
            "check_name": diagnostic.code,
            "fingerprint": fingerprint,
            "severity": _SEVERITY[diagnostic.severity],
            "location": {"path": diagnostic.at.path, "lines": {"begin": diagnostic.at.line}},
        }
        for diagnostic, fingerprint in zip(found, fingerprints(found), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)
