"""Findings as Markdown: the step summary of GitHub, Forgejo and Gitea, or a comment."""

import re
from collections.abc import Sequence
from itertools import groupby

from avtaleverk.diagnostics import Diagnostic
from avtaleverk.report.words import tally


def report(found: Sequence[Diagnostic], documents: int) -> str:
    """A heading with the count, then one table per file."""
    lines = ["## Kontroll av avtalene", "", tally(found, documents)]
    for path, group in groupby(found, key=lambda d: d.at.path):
        lines += ["", f"### {_cell(path)}", "", "| Linje | Funn | Slik retter du |", "| --- | --- | --- |"]
        for d in group:
            where = f"{d.at.line}:{d.at.column}"
            lines.append(f"| {where} | **{d.severity} {d.code}** {_cell(d.message)} | {_cell(d.hint)} |")
    return "\n".join(lines)


def _cell(text: str) -> str:
    """Text for a table cell, with Markdown escaped."""
    return re.sub(r"([\\`*_\[\]<>|#&@])", r"\\\1", re.sub(r"\s+", " ", text))
