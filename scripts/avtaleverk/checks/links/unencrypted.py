"""AV4: web addresses without encryption, or that hide where they lead."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_PLAIN = "http://"
_ON_THE_NET = when_used(r"http://[\w-]+(?:\.[\w-]+)*\.[a-z]", re.IGNORECASE)  # no number, and no name without a dot

_SHORTENERS = frozenset({
    "tinyurl.com", "bit.ly", "t.co", "goo.gl", "ow.ly", "is.gd", "tiny.cc", "cutt.ly", "rebrand.ly", "lnkd.in",
    "shorturl.at", "t.ly",
})  # fmt: skip
_HOST = when_used(r"https?://(?:www\.)?(?P<host>[^/?#\s]+)", re.IGNORECASE)


@document_rule("AV419", "Lenken er ikke kryptert", Severity.ADVARSEL)
def unencrypted(context: Context, document: Document) -> Iterator[Finding]:
    """`http://`, except for local servers, whose names have no dot."""
    for link in document.body.links if _PLAIN in document.body.text else ():
        if _ON_THE_NET.match(link.href):
            hint = f"Skriv «https://{link.href[len(_PLAIN) :]}», og se at siden åpner seg."
            at = Location(document.path, link.line, link.column)
            yield Finding(at, f"Adressen «{link.href}» er ikke kryptert.", hint)


@document_rule("AV424", "Lenken viser ikke hvor den leder", Severity.ADVARSEL)
def shortened(context: Context, document: Document) -> Iterator[Finding]:
    """A shortened address hides where it leads, and its owner can redirect readers anywhere at any time."""
    for link in document.body.links if "](http" in document.body.text else ():
        if (found := _HOST.match(link.href)) and found["host"].lower() in _SHORTENERS:
            message = f"Adressen går gjennom «{found['host']}» og viser ikke hvor den leder."
            hint = "Åpne lenken, og sett inn adressen som siden har. Lenk til et dokument her når det finnes."
            yield Finding(Location(document.path, link.line, link.column), message, hint)
