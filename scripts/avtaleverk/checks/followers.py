"""Findings that follow from another one are dropped, so that each cause is reported once, where it is.

Most followers are named where their rule is declared; here are those that are known by more than the line they stand on.
"""

from pathlib import PurePosixPath

from avtaleverk.corpus.model import Corpus, Document
from avtaleverk.corpus.register_fields import REGISTERS
from avtaleverk.diagnostics import Diagnostic, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import RULES

MANY_LINES = 1_000_000

# What follows from another rule only at the same sign, or where its own place on the line is unknown.
_SAID_AT = {"AV404": "AV703"}
# What follows from a finding at the thing that it names: a bound that is not the clause's, when the clause says what cannot be;
# who may send or get a message, when the message in the register is wrong.
_BESIDE = {("AV635",): ("AV519",), ("AV619", "AV632"): ("AV109", "AV119")}
# A finding about the text as a whole, and those of which one anywhere in it may be the reason.
_IN_TEXT = {"AV611": ("AV626",), "AV605": ("AV621",)}
# What says that no document names a thing, the field that would name it where that is not called as the register, and
# the findings there that tell why it does not.
_UNNAMED = {"AV408": "hjemmel", "AV409": ""}
_FIELD_OF = {"kilder": "bygger_paa"}
_UNREAD = ("AV103", "AV104", "AV105", "AV107", "AV401")
_SECRET = "AV708"
# A day in the text that is not that of the field, the field that was changed, and the day that the former gives.
_OF_DAY = ("AV517", "AV506")
_DAY_IN_TEXT = when_used(r"(?:«gyldig_(?:fra|til):|dokumentet gjelder til) (\d{4}-\d\d-\d\d)")
# What says that a text has changed waits until the text itself is in order; that nynorsk lags behind is no disorder.
_WAITS, _LAGS = ("AV420", "AV514", "AV518", "AV525"), "AV122"
# What compares words is misled, in the whole file, by letters made of two signs, which are told once.
_OF_LETTERS, _LETTERS = (*_WAITS, "AV618"), "AV705"


def without_followers(found: list[Diagnostic], corpus: Corpus) -> list[Diagnostic]:
    """The findings without those that follow from another one."""
    lines: dict[tuple[str, int], set[str]] = {}
    for diagnostic in found:
        lines.setdefault((diagnostic.at.path, diagnostic.at.line), set()).add(diagnostic.code)
    waiting = [d for d in found if d.code in _WAITS]
    wrong = {
        (at.path, at.line)
        for d in found
        if d.code not in (*_WAITS, _LAGS) and d.severity is not Severity.MERKNAD
        for at in (d.at, *d.related)
        if at.path == d.at.path
    }
    said = {id(d) for d in waiting if _is_wrong(_changed(d), wrong, corpus)}
    composed = {d.at.path for d in found if d.code == _LETTERS}
    said |= {id(d) for d in found if d.code in _OF_LETTERS and d.at.path in composed}
    unread = _unread(found, corpus)
    said |= {id(d) for d in found if d.code in _UNNAMED and _naming(d) in unread}
    exactly = {(at, d.code) for d in found if d.code in _SAID_AT.values() for at in (d.at, d.at._replace(column=1))}
    said |= {id(d) for d in found if (d.at, _SAID_AT.get(d.code)) in exactly}
    for followers, causes in _BESIDE.items():
        there = {(d.at.path, d.at.line) for d in found if d.code in causes}
        said |= {id(d) for d in found if d.code in followers and any(_is_wrong(at, there, corpus) for at in d.related)}
    moved = [d for d in found if d.code == _OF_DAY[1]]
    return [d for d in found if not _is_said(d, lines, moved) and id(d) not in said]


def _is_said(diagnostic: Diagnostic, lines: dict[tuple[str, int], set[str]], moved: list[Diagnostic]) -> bool:
    here = lines[diagnostic.at.path, diagnostic.at.line]
    if _SECRET in here and diagnostic.code != _SECRET and "«" in diagnostic.message + diagnostic.hint:
        return True  # what it quotes may be the secret
    causes = [cause for cause in RULES[diagnostic.code].follows if not _is_another_day(diagnostic, cause, moved)]
    places = (diagnostic.at, *diagnostic.related) if causes else ()
    if whole := _IN_TEXT.get(diagnostic.code):
        return any(path == diagnostic.at.path and not codes.isdisjoint(whole) for (path, _), codes in lines.items())
    return any(code in lines.get((at.path, at.line), ()) for at in places for code in causes)


def _is_another_day(diagnostic: Diagnostic, cause: str, moved: list[Diagnostic]) -> bool:
    """Whether the text has another day than the one that was moved in the field: then it is wrong beside that."""
    told = f"{diagnostic.message} {diagnostic.hint}" if (diagnostic.code, cause) == _OF_DAY else ""
    day = _DAY_IN_TEXT.search(told)
    return day is not None and not any(day[1] in d.message for d in moved if d.at.path == diagnostic.at.path)


def _naming(diagnostic: Diagnostic) -> str:
    """The field in which documents name the kind of entry that the finding says is unused."""
    register = PurePosixPath(diagnostic.at.path).stem
    return _UNNAMED[diagnostic.code] or _FIELD_OF.get(register, register)


def _unread(found: list[Diagnostic], corpus: Corpus) -> set[str]:
    """The fields of documents whose values cannot be read or do not exist."""
    lines: dict[str, list[int]] = {}
    for diagnostic in found:
        if diagnostic.code in _UNREAD:
            lines.setdefault(diagnostic.at.path, []).append(diagnostic.at.line)
    return {_field(document, line) for document in corpus.documents for line in lines.get(document.path, ())}


def _field(document: Document, line: int) -> str:
    """The field of a document on a line of its file; "" in the text."""
    above = [(at.line, name) for name, at in document.fields.keys.items() if at.line <= line < document.body.first_line]
    return max(above)[1] if above else ""


def _changed(diagnostic: Diagnostic) -> Location:
    """The place of what has changed: a related place of the finding, or the place of the finding itself when it is merged
    from many documents."""
    beside = diagnostic.code == "AV420" and len(diagnostic.related) == 1
    return diagnostic.related[0] if beside else diagnostic.at


def _is_wrong(changed: Location, wrong: set[tuple[str, int]], corpus: Corpus) -> bool:
    """Whether what has changed has a finding of its own, on its line or the one above, in its section or entry, or anywhere
    in the file."""
    starts = _starts(changed.path, corpus)
    first, end = changed.line - 2, changed.line + 1
    if changed.line in starts:
        first, end = changed.line, next((line for line in starts if line > changed.line), MANY_LINES)
    elif changed.line == 1:
        end = MANY_LINES
    return any(path == changed.path and first <= line < end for path, line in wrong)


def _starts(path: str, corpus: Corpus) -> list[int]:
    """The lines of the headings and deadlines of a document, or of the entries of a register."""
    for document in corpus.documents:
        if document.path == path:
            headings = [section.line for section in document.body.sections]
            deadlines = [deadline.at.line for deadline in document.own_deadlines]
            fields = [at.line for at in document.fields.keys.values()] if deadlines else []
            return sorted({*headings, *deadlines, *fields})
    registers = map(corpus.registers.named, REGISTERS)
    return sorted(at.line for r in registers if r.path == path and r.fields for at in r.fields.keys.values())
