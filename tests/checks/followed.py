"""Hints that say what to write, followed to the letter, as by an editor who does not know the rules."""

import re
from collections.abc import Iterable

from avtaleverk.checks.change.revision import Change
from avtaleverk.diagnostics import Diagnostic
from tests.conftest import Minimal

_WRITE = re.compile(r"^(?:Skriv|Mente du) «(?P<new>[^«»…]+)»(?! i (?:punktet|steget)| foran listen)")
_FIELD = re.compile(r"(?P<key>[\w-]+): \S")
_VALUE = r"(?:\"[^\"]*\"|\[[^\]]*\]|[^,{}\n]+)"
_ELSEWHERE = re.compile(r"Skriv «[^»]*» på linje (?P<line>\d+)")


def left_after_hints(corpus: Minimal, found: Iterable[Diagnostic], change: Change) -> list[Diagnostic]:
    """What is found when every hint that says what to write is followed; nothing when there is none such."""
    wrong = [finding for finding in found if _WRITE.match(finding.hint)]
    for finding in sorted(wrong, key=lambda one: one.at, reverse=True):
        path = corpus.root / finding.at.path
        lines = path.read_text(encoding="utf-8").split("\n")
        there = _ELSEWHERE.match(finding.hint)
        line = int(there["line"]) if there else finding.at.line
        lines[line - 1] = _mended(finding, lines[line - 1])
        path.write_text("\n".join(lines), encoding="utf-8")
    return list(corpus.examine(change=change).found) if wrong else []


def _mended(finding: Diagnostic, line: str) -> str:
    """The line with what the hint says in place of what the message quotes, of the field, or of the heading."""
    write = _WRITE.match(finding.hint)
    new = write["new"] if write else ""
    if field := _FIELD.match(new):
        return re.sub(rf"\b{field['key']}: {_VALUE}", lambda _: new, line, count=1)
    if new.startswith("#"):
        return new
    start = finding.at.column - 1
    quoted = (old for old in re.findall(r"«([^«»]+)»", finding.message) if old in line[start:])
    old = next(quoted, "")
    return line[:start] + line[start:].replace(old, new, 1) if old else line
