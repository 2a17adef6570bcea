"""AV5: the description of a version, and the conclusion of a review, must say something."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_WORD = re.compile(r"\w+")
_LONGEST = 80  # characters; whoever writes more says something
_FILLING = frozenset((
    "av", "ble", "blei", "blitt", "de", "dei", "den", "det", "er", "har", "i", "med", "noe", "noen", "noko", "nokre", "og",
    "på", "same", "samme", "utan", "uten",
))  # fmt: skip
_THE_TEXT = (
    "avtale", "dokument", "formulering", "innhold", "ordlyd", "prosedyre", "rutine", "side", "språk", "tekst", "utgave", "utgåve",
    "versjon",
)  # fmt: skip
# The beginnings of words that say nothing about a change, and nothing about a review.
_CHANGED = (
    *_THE_TEXT, "bedre", "betre", "betydning", "diverse", "endr", "enkelte", "enklare", "enklere", "generell", "gjennomgang",
    "juster", "klarspråk", "litt", "mindre", "nye", "nytt", "oppdater", "opprydding", "redaksjon", "retta", "rettel",
    "rettet", "retting", "revider", "revisjon", "skrevet", "skrive", "skrivne", "små",
)  # fmt: skip
_REVIEWED = (
    *_THE_TEXT, "ferdig", "gjennomf", "gjennomg", "gjort", "greit", "kontrollert", "lese", "lest", "ok", "oppdater", "revider", "revisjon",
    "sett", "sjekk", "utfør", "årl",
)  # fmt: skip
_WHAT_IS_NEW = "Skriv hva leseren skal gjøre annerledes nå. Er alt som før, bare med andre ord, sletter du linjen og setter «versjon» tilbake."


@document_rule("AV527", "Endringen eller gjennomgangen sier ingenting", Severity.ADVARSEL)
def says_nothing(context: Context, document: Document) -> Iterator[Finding]:
    """«Redaksjonelle endringer.» as the description of a version, or «OK.» as the conclusion of a review."""
    for change in document.changes:
        if _is_empty(change.what, _CHANGED):
            message = f"«{change.what}» sier ikke hva som er nytt i versjon {change.version}."
            yield Finding(value_at(document, "endringer", change.what), message, _WHAT_IS_NEW)
    for review in document.reviews:
        if _is_empty(review.conclusion, _REVIEWED):
            message = f"«{review.conclusion}» sier ikke hva gjennomgangen kom fram til."
            hint = "Skriv konklusjonen, for eksempel «Videreføres uten endring.», eller hva som ble endret."
            yield Finding(value_at(document, "gjennomgang", review.conclusion), message, hint)


def _is_empty(text: str, beginnings: tuple[str, ...]) -> bool:
    """Whether a short text has only filler words and words that begin like one that says nothing."""
    words = _WORD.findall(text.lower()) if len(text) <= _LONGEST else [text]
    return all(word in _FILLING or word.startswith(beginnings) for word in words)
