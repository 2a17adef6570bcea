"""AV7: the emergency number is that of the service which helps in this danger."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_RING = re.compile(r"\b[Rr]ing(?:e|er)? (?:\w+ (?:på )?)?(?P<number>11[02])(?!\w|[.,]\d)")
_NUMBERS = ("112", "110")
_END = re.compile(r"[.!?:](?=\s)|\n")
_AMBULANCE = re.compile(
    r"\boverdose|\b(?:hjerte|hjarte)(?:stans|infarkt)|\bhjerneslag|\bbevisstløs|\bmedvitslaus|\blivløs|\blivlaus"
    r"|\bpustestans|\bpuste(?:vansk|problem)|\b(?:puster|pustar) ikk|\bbryst(?:smert|ver)|\banafyla|\bkrampe|\bblødning"
    r"|\bbløding|\bforgift|\bsepsis|\bambulanse|\bAMK\b"
)
# What the police or the fire service is rung for, or another of the three numbers beside it.
_OTHER = re.compile(
    r"\b(?:politi|vold|vald|tru[aesg]|våpen|kniv|overgrep|savn|sakn|utager|rømt|farl[ei]g|brann|brenn|røyk|gass|ulykke)"
    r"|\b11[0-3]\b",
    re.IGNORECASE,
)


@document_rule("AV709", "Nødnummeret passer ikke til faren", Severity.ADVARSEL)
def wrong_service(context: Context, document: Document) -> Iterator[Finding]:
    """«Ring 112 ved overdose»: the ambulance has 113, and every minute counts."""
    text = document.body.text
    for found in _RING.finditer(text) if any(number in text for number in _NUMBERS) else ():
        start = max((end.end() for end in _END.finditer(text, 0, found.start())), default=0)
        end = _END.search(text, found.end())
        around = text[start : found.start("number")] + text[found.end() : end.start() if end else None]
        if (danger := _AMBULANCE.search(around)) and not _OTHER.search(around):
            service = "politiet" if found["number"] == "112" else "brannvesenet"
            message = (
                f"{found['number']} er nummeret til {service}, men her gjelder det akutt sykdom («{danger[0]} …»)."
            )
            yield Finding(in_body(document, found.start("number")), message, "Skriv 113, nummeret til ambulansen.")
