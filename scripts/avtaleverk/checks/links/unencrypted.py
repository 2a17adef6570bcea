"""AV4: an address on the net that anybody on the way can read and change."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

_PLAIN = "http://"
_ON_THE_NET = re.compile(r"http://[\w-]+(?:\.[\w-]+)*\.[a-z]", re.IGNORECASE)  # no number, and no name without a dot


@document_rule("AV419", "Lenken er ikke kryptert", Severity.ADVARSEL)
def unencrypted(context: Context, document: Document) -> Iterator[Finding]:
    """`http://`, but for a server of one's own house, whose name has no dot."""
    for link in document.body.links if _PLAIN in document.body.text else ():
        if _ON_THE_NET.match(link.href):
            hint = f"Skriv «https://{link.href[len(_PLAIN) :]}», og se at siden åpner seg."
            at = Location(document.path, link.line, link.column)
            yield Finding(at, "Adressen begynner med http:// og er ikke kryptert.", hint)
