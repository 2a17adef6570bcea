"""Findings as workflow commands of GitHub Actions, which shows them at their lines in a pull request.

GitHub shows ten annotations of each severity per step, so the gravest come first and the last one says how many more
there are. Files of the change come before others, and no file takes the place of another. The whole list goes to the
step summary (`report/markdown.py`).
"""

from collections import Counter
from collections.abc import Sequence

from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.report.words import HEAVIEST_FIRST, tally

LIMIT = 10
_COMMAND = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.MERKNAD: "notice"}


def report(found: Sequence[Diagnostic], documents: int, touched: frozenset[str] = frozenset()) -> str:
    """At most ten commands of each severity, and the count as plain text."""
    lines: list[str] = []
    for severity in HEAVIEST_FIRST:
        weighed = [d for d in found if d.severity is severity]
        fits = len(weighed) <= LIMIT
        lines += [_annotation(d) for d in (weighed if fits else _chosen(weighed, touched))]
        if not fits:
            rest = len(weighed) - LIMIT + 1
            lines.append(f"::{_COMMAND[severity]} title=Flere funn::{rest} til; se oppsummeringen av kjøringen.")
    return "\n".join([*lines, tally(found, documents)])


def _chosen(weighed: Sequence[Diagnostic], touched: frozenset[str]) -> list[Diagnostic]:
    """As many as there is room for: the first of each file before the second of any, and those of the change before others."""
    seen: Counter[str] = Counter()
    ranked = []
    for one in weighed:
        seen[one.at.path] += 1
        ranked.append((one.at.path not in touched, seen[one.at.path], one))
    return sorted(one for *_, one in sorted(ranked)[: LIMIT - 1])


def _annotation(diagnostic: Diagnostic) -> str:
    at, properties = diagnostic.at, []
    for name, value in (("file", at.path), ("line", at.line), ("col", at.column), ("title", diagnostic.code)):
        properties.append(f"{name}={_escape(str(value)).replace(':', '%3A').replace(',', '%2C')}")
    return f"::{_COMMAND[diagnostic.severity]} {','.join(properties)}::{_escape(_on_two_lines(diagnostic))}"


def _on_two_lines(diagnostic: Diagnostic) -> str:
    """What is wrong, and how to mend it on a line of its own: an annotation keeps its line breaks."""
    return f"{diagnostic.message}\n→ {diagnostic.hint}" if diagnostic.hint else diagnostic.message


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
