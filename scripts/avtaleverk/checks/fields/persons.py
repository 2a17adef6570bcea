"""AV1: a role or a committee answers for a document, never a person by name; nor does the text name one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import corpus_part, document_part, document_rule

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
_NO_PERSONS = ("Marte Meo", "Odd Fellow")
_SURNAME = "[A-ZÆØÅ][a-zæøå]+"
# What follows on a first name when it is one: a surname, a home or an age.
_AFTER = rf"(?:{_SURNAME}|fr[aå] {_SURNAME}|\(\d{{1,3}}(?: år)?\))"


@cache
def _folded() -> tuple[frozenset[str], dict[str, str]]:
    """The first names, folded; each as it is written."""
    written = {name.casefold(): name for name in _first_names()}
    return frozenset(written), written


@document_rule("AV112", "Her skal det stå en rolle eller et utvalg, ikke et navn", Severity.ADVARSEL)
def person_named(context: Context, document: Document) -> Iterator[Finding]:
    """Employees leave, and a page tells of nobody: in the fields and in the text."""
    yield from _in_fields(context, document)
    for offset in context.known(_names, document):
        hint = "Skriv rollen i stedet. Er det en pasient, sier du også fra til personvernombudet."
        yield Finding(in_body(document, offset), "Her ser det ut til å stå navnet på en person.", hint)


@document_part("AV706")
def patient_named(context: Context, document: Document) -> Iterator[Finding]:
    """Who is named as a patient, or as one who complained, is no employee: that stops."""
    found = [in_body(document, at) for at in context.known(_names, document) if _is_patient(document.body.text, at)]
    for key, text in context.known(_naming, document):
        if any(_is_patient(text, at) for at in _names_in(text, _words(text))):
            found.append(value_at(document, key, text))
    for at in found:
        hint = "Slett navnet, og ring personvernombudet: det ligger igjen i historikken."
        yield Finding(at, "Her ser det ut til å stå navnet på en pasient.", hint)


# What stands in front of the name of a patient, or of one who complained.
_PATIENTS = re.compile(
    r"(?:pasient(?:en)?|bruk[ea]r(?:en)?|bebo[ea]r(?:en)?|bebuar(?:en)?|pårørende|klag[ea]n? fr[aå])\s$", re.IGNORECASE
)


def _is_patient(text: str, offset: int) -> bool:
    return _PATIENTS.search(text, max(0, offset - 20), offset) is not None


@corpus_part("AV112")
def person_in_contacts(context: Context) -> Iterator[Finding]:
    """Nor do the notes of the contact list."""
    for space in context.corpus.helsefellesskap.values():
        for point in space.contact_points:
            if point.note and _names_a_person(point.note):
                message = "«merknad» ser ut til å ha navnet på en person."
                yield Finding(
                    point.at, message, "Slett navnet. Telefonen hører til rollen, ikke til den som har den nå."
                )


def _in_fields(context: Context, document: Document) -> Iterator[Finding]:
    """In a field for a role, a common first name with another name after it is enough: what else may it be?"""
    roles = [("fagansvarlig", document.clinical_lead), *(("gjennomgang", review.by) for review in document.reviews)]
    for key, text in roles:
        found = _NAME.fullmatch(_TITLE.sub("", text.partition(",")[0].strip()))
        if (found and found[1] in _first_names()) or _names_a_person(text):
            message = f"Feltet «{key}» ser ut til å ha navnet på en person."
            hint = "Skriv rollen og enheten, eller utvalget, for eksempel «Overlege ved medisinsk avdeling, Hamar»."
            yield Finding(value_at(document, key, text), message, hint)
    for key, text in context.known(_naming, document):
        message = f"Feltet «{key}» ser ut til å ha navnet på en person."
        hint = "Slett navnet, eller skriv rollen. Er det en pasient, sier du også fra til personvernombudet."
        yield Finding(value_at(document, key, text), message, hint)


def _naming(context: Context, document: Document) -> tuple[tuple[str, str], ...]:
    """The fields that tell something and name a person, each with its text."""
    told = [*(("gjennomgang", review.conclusion) for review in document.reviews), ("sammendrag", document.summary)]
    told += [("endringer", change.what) for change in document.changes]
    return tuple((key, text) for key, text in told if _names_a_person(text))


@lru_cache(maxsize=4096)
def _names_a_person(text: str) -> bool:
    """Whether a person is named in a short text; many reviews and changes say the same."""
    return not text[1:].islower() and any(True for _ in _names_in(text, _words(text)))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _names(context: Context, document: Document) -> tuple[int, ...]:
    """Where the text names a person."""
    return tuple(_names_in(document.body.text, document.body.words))


def _names_in(text: str, words: frozenset[str]) -> Iterator[int]:
    """Where a person is named; `words` are those of the text, folded."""
    known, written = _folded()
    told = set()
    for name in sorted(map(written.__getitem__, known & words)):
        for found in matches(_by_first_name(name), (name,), text):
            if not found[0].startswith(_NO_PERSONS):
                told.add(found.start())
    if not words.isdisjoint(_POLITE):
        told |= {found.start() for found in _WITH_TITLE.finditer(text)}
    told |= {found.start(1) for found in _PATIENT.finditer(text)} if "asient" in text else set()
    yield from sorted(told)


@cache
def _by_first_name(name: str) -> re.Pattern[str]:
    """A name that is a word too is a name inside a sentence only."""
    inside = "(?<=[a-zæøå,;] )" if name in _WORDS else r"\b"
    of_patient = rf"(?:(?<=asient )|(?<=asienten )|(?<=ruker )|(?<=rukeren )){name}\b"
    surname_first = rf"(?<=[a-zæøå], ){name}, f(?:ødt|ødd|\.)"
    return re.compile(rf"{inside}{name} {_AFTER}|{of_patient}|{surname_first}")


_POLITE = frozenset(["fru", "herr", "frk"])
_WITH_TITLE = re.compile(rf"\b(?:[Ff]ru|[Hh]err|[Ff]rk\.) {_SURNAME}")
# Whose first name is not among the common ones: two words with a capital after «pasient».
_PATIENT = re.compile(rf"asient ({_SURNAME} {_SURNAME})")
