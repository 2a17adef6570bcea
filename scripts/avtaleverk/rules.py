"""The registry of rules: every code, its title, its severity, and the function that looks for it.

Codes are stable and never reused. Families: AV0 input, AV1 fields, AV2 hierarchy, AV3 law, AV4 links,
AV5 dates and clocks, AV6 text and structure, AV7 privacy and safety, AV9 build.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict, Unpack

from avtaleverk.diagnostics import Diagnostic, Finding, Location, Severity
from avtaleverk.personal_number import INSTEAD, without_numbers

if TYPE_CHECKING:
    from avtaleverk.checks.context import Context
    from avtaleverk.corpus.model import Document

DocumentCheck = Callable[["Context", "Document"], Iterator[Finding]]
CorpusCheck = Callable[["Context"], Iterator[Finding]]
Shared = Callable[["Context", Any, "list[tuple[Document, Finding]]"], Finding]
_NO_NUMBER = "Et fødselsnummer skal ikke stå her. Står det her ennå, sletter du det."
_NO_WORD = re.compile(r"(\S{60})\S{139,}[^\s».,:;]")


class Rule(NamedTuple):
    """One rule: functions that look at each document, and at the rest of the corpus. A rule of the loader has neither.

    `in_common` merges the findings of many documents that have the same cause into one.
    `calendar` marks findings that appear only because time passes: they never block a change to another file.
    `needs` names the registers (or "helsefellesskap") that the rule looks things up in: while one of them cannot be read,
    the rule is skipped.
    `follows` names the rules whose finding on the same line, or at the place that it points to, is the cause of this one's.
    """

    code: str
    title: str
    severity: Severity
    per_document: DocumentCheck | None = None
    per_corpus: CorpusCheck | None = None
    calendar: bool = False
    needs: tuple[str, ...] = ()
    in_common: Shared | None = None
    follows: tuple[str, ...] = ()

    def diagnostic(self, finding: Finding) -> Diagnostic:
        """The finding as a diagnostic of this rule."""
        message, hint = repeatable(finding.message), repeatable(finding.hint)
        hint = _NO_NUMBER if INSTEAD in message + hint else hint
        return Diagnostic(finding.at, self.code, self.severity, message, hint, finding.related)


def repeatable(text: str) -> str:
    """What is said to an editor, without what must not be repeated: quotes from a file may hold anything."""
    return visible(brief(without_numbers(text)))


def brief(text: str) -> str:
    """The text with overlong words cut off, such as a version of 6000 digits."""
    return _NO_WORD.sub(r"\1…", text) if len(text) > 400 else text


def visible(text: str) -> str:
    """The text with a sign in place of each invisible character, which could control a terminal or start a new line."""
    return text if text.isprintable() else "".join(c if c.isprintable() or c == "\u00a0" else "\ufffd" for c in text)


RULES: dict[str, Rule] = {}


def every_rule() -> dict[str, Rule]:
    """All rules by their code; the modules that declare them are imported first."""
    from avtaleverk import checks

    for module in walk_packages(checks.__path__, f"{checks.__name__}."):
        import_module(module.name)
    return RULES


class About(TypedDict, total=False):
    """What a rule may say about itself, besides its code, title and severity; see `Rule`."""

    calendar: bool
    needs: tuple[str, ...]
    in_common: Shared | None
    follows: tuple[str, ...]


def declare(code: str, title: str, severity: Severity = Severity.FEIL, **about: Unpack[About]) -> Rule:
    """Register a rule; raises ValueError if the code is taken (a programming error)."""
    if code in RULES:
        raise ValueError(f"{code} is already declared")
    RULES[code] = rule = Rule(code, title, severity, **about)
    return rule


def document_rule(
    code: str, title: str, severity: Severity = Severity.FEIL, **about: Unpack[About]
) -> Callable[[DocumentCheck], DocumentCheck]:
    """Decorator: the function looks at one document at a time."""
    declare(code, title, severity, **about)
    return document_part(code)


def corpus_rule(
    code: str, title: str, severity: Severity = Severity.FEIL, **about: Unpack[About]
) -> Callable[[CorpusCheck], CorpusCheck]:
    """Decorator: the function looks at the corpus as a whole."""
    declare(code, title, severity, **about)
    return corpus_part(code)


def corpus_part(code: str) -> Callable[[CorpusCheck], CorpusCheck]:
    """Decorator: the function applies a rule for documents to registers and contact lists too."""

    def register(check: CorpusCheck) -> CorpusCheck:
        RULES[code] = RULES[code]._replace(per_corpus=check)
        return check

    return register


def document_part(code: str) -> Callable[[DocumentCheck], DocumentCheck]:
    """Decorator: the function applies a rule of the loader, which looks at any file, to documents in more depth."""

    def register(check: DocumentCheck) -> DocumentCheck:
        RULES[code] = RULES[code]._replace(per_document=check)
        return check

    return register


@dataclass(slots=True)
class Problems:
    """Collects diagnostics while files are read; the one mutable thing of the load stage."""

    found: list[Diagnostic]

    def add(self, code: str, at: Location, message: str, hint: str = "") -> None:
        """Record a finding of the declared rule `code`."""
        self.found.append(RULES[code].diagnostic(Finding(at, message, hint)))
