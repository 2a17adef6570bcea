"""AV7: no personal data and nothing that could run in a reader's browser."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.source import place
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_ELEVEN = re.compile(r"(?<![\d.,-])\d(?:[\s\u00a0\u200b\u00ad.-]?\d){10}(?![\d,-]|\.\d)")
_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")


def is_personal_number(digits: str) -> bool:
    """Whether eleven digits are a fødselsnummer, D-number or synthetic number with valid control digits.

    Rules: Skatteetaten, «Fødselsnummer». Day +40 marks a D-number, month +40 or +80 a test number. From 2032 the
    first control digit may give other remainders; numbers of that kind are not issued yet.
    """
    d = [int(c) for c in digits]
    day, month = (d[0] % 4) * 10 + d[1] if d[0] >= 4 else d[0] * 10 + d[1], (d[2] * 10 + d[3]) % 40
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return False
    first = -sum(w * n for w, n in zip((3, 7, 6, 1, 8, 9, 4, 5, 2), d, strict=False)) % 11
    second = -sum(w * n for w, n in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2), d, strict=False)) % 11
    return d[9] == first and d[10] == second


@document_rule("AV701", "Teksten inneholder et fødselsnummer")
def personal_number(context: Context, document: Document) -> Iterator[Finding]:
    """Anywhere in the file; the message never repeats the number."""
    for text, line in ((document.body.text, document.body.first_line), (document.front, 2)):
        for found in _ELEVEN.finditer(text):
            if is_personal_number(re.sub(r"\D", "", found[0])):
                at = place(document.path, text, found.start(), line)
                hint = "Slett nummeret. Si fra til personvernombudet: det ligger igjen i historikken."
                yield Finding(at, "Her står et fødselsnummer eller D-nummer.", hint)


@document_rule("AV702", "HTML i teksten vises som tekst", Severity.ADVARSEL)
def raw_html(context: Context, document: Document) -> Iterator[Finding]:
    """Raw HTML is shown to the reader as it stands, never run."""
    for found in _HTML.finditer(document.body.text):
        at = place(document.path, document.body.text, found.start(), document.body.first_line)
        yield Finding(at, "HTML virker ikke her; leseren ser kodene.", "Bruk Markdown, eller sett koden mellom `…`.")
