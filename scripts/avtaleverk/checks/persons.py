"""AV1: a role or a committee answers for a document, never a person by name; nor does the text name one."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import corpus_rule

_TITLE = re.compile(r"(?:dr|prof)\.?\s+", re.IGNORECASE)
_NAME = re.compile(r"([A-ZÆØÅ][a-zæøåéö]+)(?:[ -][A-ZÆØÅ][a-zæøåéöü.-]*){1,3}")


@cache
def _first_names() -> frozenset[str]:
    lines = Path(__file__).with_name("fornavn.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


# First names that are words too, and may start a sentence before a name of something else.
_WORDS = frozenset(
    ["Are", "Aud", "Bjørn", "Dag", "Else", "Even", "Finn", "Frank", "Gro", "Liv", "Odd", "Per", "Stein", "Tone"]
)
_METHODS = ("Marte Meo",)


@cache
def _folded() -> tuple[frozenset[str], dict[str, str]]:
    """The first names that are no words, folded; each as it is written."""
    written = {name.casefold(): name for name in _first_names() - _WORDS}
    return frozenset(written), written


@corpus_rule("AV112", "Her skal det stå en rolle eller et utvalg, ikke et navn", Severity.ADVARSEL)
def person_named(context: Context) -> Iterator[Finding]:
    """Employees leave, and a page tells of nobody: in the fields, in the text and in the notes of the contact list."""
    for document in context.corpus.documents:
        yield from _in_fields(document)
        for offset in _names_in(document.body.text, document.body.words):
            hint = "Skriv rollen i stedet. Er det en pasient, sier du også fra til personvernombudet."
            yield Finding(in_body(document, offset), "Her ser det ut til å stå navnet på en person.", hint)
    for space in context.corpus.helsefellesskap.values():
        for point in (point for role in space.contacts.values() for point in role.places.values() if point.note):
            if [*_names_in(point.note, frozenset(point.note.casefold().split()))]:
                message = "«merknad» ser ut til å ha navnet på en person."
                yield Finding(
                    point.at, message, "Slett navnet. Telefonen hører til rollen, ikke til den som har den nå."
                )


def _in_fields(document: Document) -> Iterator[Finding]:
    """A common first name with another name after it, and nothing more: what else it might be is not guessed."""
    written = [("fagansvarlig", document.clinical_lead), *(("gjennomgang", review.by) for review in document.reviews)]
    for key, text in written:
        found = _NAME.fullmatch(_TITLE.sub("", text.partition(",")[0].strip()))
        if found and found[1] in _first_names():
            message = f"Feltet «{key}» ser ut til å ha navnet på en person."
            hint = "Skriv rollen og enheten, eller utvalget, for eksempel «Overlege ved medisinsk avdeling, Hamar»."
            yield Finding(value_at(document, key, text), message, hint)


def _names_in(text: str, words: frozenset[str]) -> Iterator[int]:
    """Where a first name stands with a surname; `words` are those of the text, folded."""
    known, written = _folded()
    for name in sorted(map(written.__getitem__, known & words)):
        for found in re.finditer(rf"\b{name} [A-ZÆØÅ][a-zæøå]+", text) if f"{name} " in text else ():
            if found[0] not in _METHODS:
                yield found.start()
