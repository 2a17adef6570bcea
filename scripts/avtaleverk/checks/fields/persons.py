"""AV1: a role or a committee must answer for a document, never a named person, and no text may name one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, value_at
from avtaleverk.checks.remarks import every_remark, in_remark
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_part, document_rule

_TITLE = when_used(r"(?:dr|prof)\.?\s+", re.IGNORECASE)
_NAME = when_used(r"([A-ZÆØÅ][a-zæøåéö]+)(?:[ -][A-ZÆØÅ][a-zæøåéöü.-]*){1,3}")
# First names that are also common words, and may start a sentence before the name of something else.
_WORDS = frozenset(
    ["Are", "Aud", "Bjørn", "Dag", "Else", "Even", "Finn", "Frank", "Gro", "Liv", "Odd", "Per", "Stein", "Tone"]
)
_NO_PERSONS = ("Marte Meo", "Odd Fellow")
_SURNAME = "[A-ZÆØÅ][a-zæøå]+"
# What follows a first name that is one: a surname, a home, an age, a room or a phone number.
_AFTER = rf"(?:{_SURNAME}|fr[aå] {_SURNAME}|\(\d{{1,3}}(?: år)?\)|på (?:rom |tlf\. )?\d)"
# Where a patient lives, or the number of one; and the words of which it has one.
_TELLING = frozenset(["bor", "bur", "nr", "id", "pasientnr", "pasientnummer", "pasientid"])
_HOME_OR_NUMBER = when_used(
    r"b[ou]r (?:i|på) (?:[A-ZÆØÅ][\w.]*\s){0,2}[A-ZÆØÅ]?\w*(?:gat|ve[ig]|plass|bakk|allé|sti|tun|torg)\w{0,3} \d{1,3}[A-ZÆØÅa-h]?\b"
    r"|asient(?:en)?s? ?(?:nr\.?|nummer|-?id):? \d{5,}"
)
_AT_HOME_SIGNS = tuple(f"asienten {word} " for word in ("i", "på", "fra", "frå"))
_AT_HOME = when_used(
    r"asienten \w+ (?=[A-ZÆØÅ])(?:[A-ZÆØÅ][\w.]*\s){0,2}\w*(?:gat|ve[ig]|plass|bakk|allé|sti|tun|torg)\w{0,3} \d{1,3}[A-Za-h]?\b"
)
_INITIALS = when_used(r"(?<![\w.])[A-ZÆØÅ]\.\s?[A-ZÆØÅ]\.?,?\s(?:\(?\d{1,3}|på)$")
# What stands in front of the name of a patient, or of one who complained.
_PATIENTS = when_used(
    r"(?:pasient(?:en)?|bruk[ea]r(?:en)?|bebo[ea]r(?:en)?|bebuar(?:en)?|pårørende|klag[ea]n? fr[aå])(?:\she(?:ter|iter))?\s$",
    re.IGNORECASE,
)
_POLITE = frozenset(["fru", "herr", "frk", "dr"])
_WITH_TITLE = when_used(rf"\b(?:[Ff]ru|[Hh]err|[Ff]rk\.|[Dd]r\.) {_SURNAME}")
# Whose first name is not among the common ones: two words with a capital after «pasient», or before an age.
_PATIENT = when_used(rf"asient(?:en he(?:ter|iter) ({_SURNAME})| ({_SURNAME} {_SURNAME}))")
_AGE = when_used(r"\(\d{1,3} år\)")
_FULL_NAME = when_used(rf"\b(?!Helse|S[jy]u?kehus|Pasient|Bruk|Bebo|Bebu){_SURNAME} {_SURNAME} $")


@cache
def _first_names() -> frozenset[str]:
    lines = Path(__file__).with_name("fornavn.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _surnames() -> frozenset[str]:
    """Surnames made from a first name: Hansen from Hans, Olsen from Ole."""
    stems = {stem for name in _first_names() for stem in (name, re.sub(r"[aes]$", "", name))}
    return frozenset(f"{stem}sen" for stem in stems)


@cache
def _folded() -> tuple[frozenset[str], dict[str, str]]:
    """The first names and surnames, folded; each as it is written."""
    written = {name.casefold(): name for name in _first_names() | _surnames()}
    return frozenset(written), written


# It follows from: a name beside a date of birth
@document_rule(
    "AV112", "Her skal det stå en rolle eller et utvalg, ikke et navn", Severity.ADVARSEL, follows=("AV706",)
)
def person_named(context: Context, document: Document) -> Iterator[Finding]:
    """Names of persons in the fields and in the text: employees leave, and no page is about a person."""
    yield from _in_fields(context, document)
    for offset in context.known(_names, document):
        hint = "Handler setningen om en pasient, sletter du hele og sier fra til personvernombudet. Ellers skriver du rollen i stedet."
        yield Finding(in_body(document, offset), "Her ser det ut til å stå navnet på en person.", hint)


@document_part("AV706")
def patient_named(context: Context, document: Document) -> Iterator[Finding]:
    """A person named as a patient or a complainant, which stops the build."""
    found = [in_body(document, at) for at in context.known(_names, document) if _is_patient(document.body.text, at)]
    for key, text in context.known(_naming, document):
        if any(_is_patient(text, at) for at in _names_in(text, _words(text))):
            found.append(value_at(document, key, text))
    for at in found:
        hint = "Slett navnet, og ring personvernombudet: det ligger igjen i historikken."
        yield Finding(at, "Her ser det ut til å stå navnet på en pasient.", hint)
    text = document.body.text
    told = matches(_HOME_OR_NUMBER, ("bor ", "bur ", "asient"), text)
    at_home = matches(_AT_HOME, _AT_HOME_SIGNS, text)
    for one in (*(() if document.body.words.isdisjoint(_TELLING) else told), *at_home):
        hint = "Slett det, og ring personvernombudet: det ligger igjen i historikken."
        yield Finding(in_body(document, one.start()), "Adressen eller nummeret peker ut én pasient.", hint)
    for place in standing((" år", " rom "), text):
        if initials := _INITIALS.search(text, max(0, place - 20), place):
            hint = "Slett hele setningen, og ring personvernombudet: det ligger igjen i historikken."
            message = "Forbokstaver og alder eller rom peker ut én pasient."
            yield Finding(in_body(document, initials.start()), message, hint)
            break


def _is_patient(text: str, offset: int) -> bool:
    return _PATIENTS.search(text, max(0, offset - 20), offset) is not None


@corpus_part("AV112")
def person_in_contacts(context: Context) -> Iterator[Finding]:
    """Names of persons in the notes of the contact list, and in comments, which all who open the file read."""
    for remark in context.once(every_remark):
        for offset in _names_in(remark.text, _words(remark.text)):
            hint = "Slett navnet, eller skriv rollen. Er det en pasient, sier du også fra til personvernombudet."
            yield Finding(in_remark(remark, offset), "Kommentaren ser ut til å ha navnet på en person.", hint)
    for space in context.corpus.helsefellesskap.values():
        for point in space.contact_points:
            if point.note and _names_a_person(point.note):
                message = "«merknad» ser ut til å ha navnet på en person."
                hint = "Slett navnet. Telefonen hører til rollen, ikke til den som har den nå."
                yield Finding(point.at, message, hint)


def _in_fields(context: Context, document: Document) -> Iterator[Finding]:
    """Names of persons in fields for roles, where a common first name followed by another name is proof enough."""
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
    """The text fields that name a person, each with its text."""
    told = [*(("gjennomgang", review.conclusion) for review in document.reviews), ("sammendrag", document.summary)]
    told += [("endringer", change.what) for change in document.changes]
    return tuple((key, text) for key, text in told if _names_a_person(text))


@lru_cache(maxsize=4096)
def _names_a_person(text: str) -> bool:
    """Whether a short text names a person. Cached: many reviews and changes have the same text."""
    return not text[1:].islower() and any(True for _ in _names_in(text, _words(text)))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.casefold().split())


def _names(context: Context, document: Document) -> tuple[int, ...]:
    """Where the text names a person."""
    return tuple(_names_in(document.body.text, document.body.words))


def _names_in(text: str, words: frozenset[str]) -> Iterator[int]:
    """Where a person is named; `words` are those of the text, folded."""
    after = 0
    for start, end in sorted({*_spans(text, words)}):
        if start >= after:
            after = end
            yield start


def _spans(text: str, words: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The names, which may share words."""
    known, written = _folded()
    for name in map(written.__getitem__, known & words):
        if name not in text:
            continue
        if name in _surnames():
            yield from (one.span() for one in re.finditer(rf"\b{_SURNAME} {name}\b|\b{name}, {_SURNAME}\b", text))
        else:
            found = matches(_by_first_name(name), (name,), text)
            yield from (one.span() for one in found if not one[0].startswith(_NO_PERSONS))
    if not words.isdisjoint(_POLITE):
        yield from (one.span() for one in _WITH_TITLE.finditer(text))
    if "asient" in text:
        yield from (one.span(one.lastindex or 0) for one in _PATIENT.finditer(text))
    for age in _AGE.finditer(text) if " år)" in text else ():
        if named := _FULL_NAME.search(text, max(0, age.start() - 60), age.start()):
            yield named.span()


@cache
def _by_first_name(name: str) -> re.Pattern[str]:
    """A pattern for a person with this first name; one that is also a common word counts only inside a sentence."""
    inside = "(?<=[a-zæøå,;] )" if name in _WORDS else r"\b"
    of_patient = rf"(?:(?<=asient )|(?<=asienten )|(?<=ruker )|(?<=rukeren )){name}\b"
    surname_first = rf"(?<=[a-zæøå], ){name}, f(?:ødt|ødd|\.)"
    return re.compile(rf"{inside}{name} {_AFTER}|{of_patient}|{surname_first}")
