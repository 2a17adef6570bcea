"""AV1 and AV6: phone numbers and e-mail addresses must be well formed, and only be in the contact lists."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, scalars
from avtaleverk.checks.remarks import every_remark, in_remark
from avtaleverk.corpus.files import CONTACTS_FILE
from avtaleverk.corpus.latin import DIGIT_OR_NOT
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, corpus_rule, document_rule

_PHONE = when_used(
    r"(?<![\w.,/§-])(?:(?:\+|00)47[ \u00a0]?)?"
    r"(?:\d{2}(?:[ \u00a0]?\d{2}){3}|\d{3}[ \u00a0]\d{2}[ \u00a0]\d{3}|0\d{4}|116[ \u00a0]?\d{3})"
    r"(?![\w-]|[.,]\d|[ \u00a0]\d)"
)
_FIVE_DIGITS = when_used(r"\d(?:[ \u00a0]?\d){4}")
# Three digits are a number to ring only when the words in front say so. It starts with a digit, so that it is found fast.
_SHORT = when_used(r"1(?<=\W[Rr]ing 1|\W[Tt]lf\. 1|lefon 1)\d\d(?![\w-]|[.,]\d|[ \u00a0]\d)")
_BEFORE_SHORT = ("ing 1", "lf. 1", "elefon 1")
# The words before a number that is not a telephone number.
_NO_PHONE = when_used(
    r"\b(?:(?:arkiv)?sak(?:en|a)?|journalpost(?:en)?|(?:saks?|arkiv|journal|dokument|referanse|ordre)(?:nummer|nr))[.:]?\s$",
    re.IGNORECASE,
)
_EMAIL = when_used(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NATIONAL = frozenset({"110", "112", "113", "116117"})
_ABROAD = when_used(r"^(?:00)?47(?=\d{8}$)")
_NO_DIGITS = when_used(r"\D+")
_NO_PART = when_used(r"[^\d\s+()\u00a0]")
_LENGTHS = {3, 5, 6, 8}


# It follows from: a password in an address that looks like e-mail; the number of a person
@document_rule(
    "AV609", "Telefonnummeret eller e-postadressen står ikke i kontaktlisten", follows=("AV701", "AV706", "AV708")
)
def contacts_in_text(context: Context, document: Document) -> Iterator[Finding]:
    """Phone numbers and addresses in the text, where they go out of date; the contact list is maintained."""
    if context.lacks_space(document, CONTACTS_FILE):
        return
    text, kept = document.body.text, context.once(_contacts)[document.home]
    yield from _contacts_in_fields(document, kept)
    for pattern, name in _looked_for(text):
        for found in pattern.finditer(text):
            written = _plain(found[0])
            if written not in kept and not _NO_PHONE.search(text, max(0, found.start() - 30), found.start()):
                shown = "adresse" if pattern is _EMAIL else "nummer"
                hint = f"{_meant(written, kept)}Skriv rollen i stedet, og sett den i feltet «kontakter». Da viser siden riktig {shown}."
                yield Finding(in_body(document, found.start()), f"{name} her står ikke i kontakter.yml.", hint)


@corpus_part("AV609")
def contacts_in_remarks(context: Context) -> Iterator[Finding]:
    """Phone numbers in comments: a private one is read by all who open the file, and another belongs in the contact list."""
    kept = frozenset[str]().union(*context.once(_contacts).values())
    for remark in context.once(every_remark):
        emails = _EMAIL.finditer(remark.text) if "@" in remark.text else ()
        for found in (*_PHONE.finditer(remark.text), *emails):
            if _plain(found[0]) not in kept:
                hint = "Slett det. Hører det til en rolle, skriver du det på rollen i kontakter.yml. Er det privat, sier du fra til personvernombudet."
                message = "Kommentaren har et nummer eller en adresse som ikke står i kontaktlisten."
                yield Finding(in_remark(remark, found.start()), message, hint)


def _meant(written: str, kept: frozenset[str]) -> str:
    """The address or the national number that was probably meant; another phone number is never guessed."""
    user, at, _ = written.partition("@")
    near = get_close_matches(written, [known for known in kept if "@" in known or known in NATIONAL], 3, 0.8)
    if at:  # the same place has other offices: «post@» is not «avvik@»
        near = [known for known in near if get_close_matches(user, [known.partition("@")[0]], 1, 0.8)]
    if near and not (at and all(one.startswith(f"{user}@") for one in near[:2]) and len(near) > 1):  # of another place
        return f"Mente du {near[0]}? "
    return "Nødnumrene er 110, 112 og 113. " if len(written) == 3 else ""


def _may_hold_phone(text: str) -> bool:
    """Whether there may be five adjacent digits, apart from spaces."""
    try:
        return b"00000" in text.encode("latin-1").translate(DIGIT_OR_NOT, b" \xa0")
    except UnicodeEncodeError:  # there may be digits of other scripts
        return _FIVE_DIGITS.search(text) is not None


def _contacts_in_fields(document: Document, kept: frozenset[str]) -> Iterator[Finding]:
    """Phone numbers and addresses in fields that are shown and searched like the text."""
    patterns = _looked_for(document.front.text)
    for key in ("tittel", "sammendrag", "sokeord", "sporsmal") if patterns else ():
        for value in scalars(document.fields.values[key]) if key in document.fields.values else ():
            for pattern, name in patterns:
                found = pattern.search(f" {value.text}")
                if found and (written := _plain(found[0])) not in kept:
                    hint = f"{_listed(written, kept)}Slett det. Sett rollen i feltet «kontakter», så viser siden riktig nummer og adresse."
                    yield Finding(value.at, f"{name} i «{key}» står ikke i kontakter.yml.", hint)


def _listed(written: str, kept: frozenset[str]) -> str:
    """The hint for a contact list that has a typo in a well-known number: «05155» for «05515»."""
    short = [known for known in kept if known.isdigit() and len(known) == len(written) in (5, 6)]
    near = get_close_matches(written, short, 1, 0.8)
    return f"I kontakter.yml står {near[0]}. Er listen gal, rett den. Er den riktig: " if near else ""


def _contacts(context: Context) -> dict[str, frozenset[str]]:
    """The numbers and addresses in the contact list of each helsefellesskap."""
    return {name: _kept(space) for name, space in context.corpus.helsefellesskap.items()}


def _kept(space: Helsefellesskap) -> frozenset[str]:
    points = [*space.contact_points]
    points += [space.secretariat] if space.secretariat else []
    return NATIONAL | {_digits(p.phone) for p in points} | {p.email.lower() for p in points}


def _looked_for(text: str) -> list[tuple[re.Pattern[str], str]]:
    """The patterns that a text may have a match of, with the names of what they find. A quoted value may hide any sign."""
    is_quoted = "\\" in text
    may_hold = (
        (_PHONE, "Telefonnummeret", is_quoted or _may_hold_phone(text)),
        (_EMAIL, "E-postadressen", is_quoted or "@" in text),
        (_SHORT, "Telefonnummeret", " 1" in text and any(map(text.__contains__, _BEFORE_SHORT))),
    )
    return [(pattern, name) for pattern, name, may in may_hold if may]


def _plain(written: str) -> str:
    """A number or an address as two of them are compared."""
    return written.lower() if "@" in written else _digits(written)


def _digits(phone: str) -> str:
    digits = phone.replace(" ", "")
    return digits if digits.isdecimal() and len(digits) <= 8 else _ABROAD.sub("", _NO_DIGITS.sub("", phone))


@corpus_rule("AV110", "Telefonnummeret eller e-postadressen har feil form")
def malformed_contacts(context: Context) -> Iterator[Finding]:
    """A Norwegian number has 3, 5, 6 or 8 digits; an address has an @."""
    for space in context.spaces:
        for point in space.contact_points:
            digits = _digits(point.phone)
            if point.phone and (len(digits) not in _LENGTHS or _NO_PART.search(point.phone)):
                message = f"Telefonnummeret «{point.phone}» har {len(digits)} sifre."
                yield Finding(point.at, message, "Et norsk nummer har 8 sifre, eller 3, 5 eller 6 for de korte.")
            if point.email and not _EMAIL.fullmatch(point.email):
                yield Finding(point.at, f"«{point.email}» er ingen e-postadresse.", "Skriv navn@virksomhet.no.")
