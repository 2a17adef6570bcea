"""AV1: a role or a committee answers for a document, never a person by name."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_TITLE = re.compile(r"(?:dr|prof)\.?\s+", re.IGNORECASE)
_NAME = re.compile(r"([A-ZÆØÅ][a-zæøåéö]+)(?:[ -][A-ZÆØÅ][a-zæøåéöü.-]*){1,3}")


@cache
def _first_names() -> frozenset[str]:
    lines = files(__package__).joinpath("fornavn.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@document_rule("AV112", "Her skal det stå en rolle eller et utvalg, ikke et navn", Severity.ADVARSEL)
def person_named(context: Context, document: Document) -> Iterator[Finding]:
    """A common first name with another name after it, and nothing more: what else it might be is not guessed."""
    written = [("fagansvarlig", document.clinical_lead), *(("gjennomgang", review.by) for review in document.reviews)]
    for key, text in written:
        found = _NAME.fullmatch(_TITLE.sub("", text.partition(",")[0].strip()))
        if found and found[1] in _first_names():
            message = f"Feltet «{key}» ser ut til å ha navnet på en person."
            hint = "Skriv rollen og enheten, eller utvalget, for eksempel «Overlege ved medisinsk avdeling, Hamar»."
            yield Finding(value_at(document, key, text), message, hint)
