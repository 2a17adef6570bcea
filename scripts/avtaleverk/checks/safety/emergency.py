"""AV7: an emergency number must be that of the service that helps in the danger."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_part, document_rule

_RING = when_used(r"[Rr]ing(?<!\w.ing)(?:e|er)? (?:\w+ (?:på )?)?(?P<number>11[02]|116 ?117)(?!\w|[.,]\d)")
_NUMBERS = {"112": "politiet", "110": "brannvesenet", "116 117": "legevakten", "116117": "legevakten"}
_END = when_used(r"[.!](?=\s)|\n")  # a question, and what stands before a colon, say when to ring
_AMBULANCE = when_used(
    r"\boverdose|\b(?:hjerte|hjarte)(?:stans|infarkt)|\bhjerneslag|\bte(?:ik|g)n (?:på|til) slag"
    r"|\bbevisstløs|\bmedvitslaus|\blivløs|\blivlaus|\bpustestans|\bpuste(?:vansk|problem)|\b(?:puster|pustar) ikk"
    r"|\bikk(?:e|je) pust(?:er|ar)\b|\b(?:barnet|babyen) er (?:blå|blått)\b|\bbryst(?:smert|ver)|\banafyla|\bkrampe|\bblødning|\bbløding|\bforgift|\bsepsis|\bambulanse|\bAMK\b|\bpressrie"
)
# Dangers in which legevakten is certainly not enough, unless the words say that there is none, or that it is over.
_NO_LEGEVAKT = when_used(
    r"\boverdose|\b(?:hjerte|hjarte)stans|\bhjerneslag|\bbevisstløs|\bmedvitslaus|\blivløs|\blivlaus|\bpustestans"
    r"|\banafyla|\b(?:(?:kommer|kjem) (?:barnet|babyen)|(?:barnet|babyen) (?:kommer|kjem)) underve(?:is|gs)\b",
    re.IGNORECASE,
)
_NOT_NOW = when_used(
    r"\b(?:ikke|ikkje|ingen|inga|ellers|elles|tidligere|tidlegare|etter|(?:uten|utan) (?:at|fare|tegn|teikn))\b",
    re.IGNORECASE,
)
_NO_BREATH = when_used(r"\b(?:ikk(?:e|je) pust(?:er|ar)|pust(?:er|ar) ikk(?:e|je))\b", re.IGNORECASE)
# Words for danger to life from an illness or from a person: an illness unless words nearby say otherwise.
_LIFE = when_used(
    r"\bfare for liv(?:et)?\b|\bliv(?:et)? (?:er|står) i fare|\bliv i fare|\b(?:står|gjelder|gjeld) om liv(?:et)?\b"
    r"|\blivstru[ae]nde|\bredd for livet",
    re.IGNORECASE,
)
# Reasons to call the police or the fire service.
_OTHER = when_used(
    r"\b(?:politi|vold|vald|tru[aesg]|våpen|kniv|overgrep|savn|sakn|utager|rømt|farl[ei]g|brann|brenn|røyk|gass|ulykke)",
    re.IGNORECASE,
)
_NAME = 40  # letters that a service and «på» have at most
_BESIDE = when_used(r"\b11[0-3]\b")  # another of the three numbers
_HINT = "Skriv «113», nummeret til ambulansen."
# A service that is named, and the number behind it.
_SERVICES = {"legevakt": "116 117", "politi": "112", "brannves": "110", "ambulans": "113", "amk": "113"}
_BEFORE_NUMBER = (" på", " tlf", " tlf.", " telefon")
_OF_SERVICE = when_used(
    rf"\b(?P<who>(?:{'|'.join(_SERVICES)})\w*) (?:på |tlf\.? |telefon )(?P<number>11[0-3]|11[67] ?11[67])(?!\w|[.,]\d)",
    re.IGNORECASE,
)


@document_rule("AV709", "Nødnummeret passer ikke til faren", Severity.ADVARSEL)
def wrong_service(context: Context, document: Document) -> Iterator[Finding]:
    """«Ring 112 ved overdose», where the ambulance has 113 and every minute counts."""
    about = f"{document.title}\n{document.summary}"
    answers = (("sporsmal", words) for one in document.questions for words in (one.text, one.answer))
    for key, words in (("tittel", document.title), ("sammendrag", document.summary), *answers):
        for _, message, hint in _wrong(words, about):
            yield Finding(value_at(document, key, words), message, hint)
    for offset, message, hint in _wrong(document.body.text, about):
        yield Finding(in_body(document, offset), message, hint)


@corpus_part("AV709")
def wrong_service_in_note(context: Context) -> Iterator[Finding]:
    """«Ring 112 når det står om liv» in the note of a contact point."""
    points = (p for space in context.spaces for role in space.contacts.values() for p in role.places.values() if p.note)
    for point in points:
        for _, message, hint in _wrong(point.note, ""):
            yield Finding(point.at, message, hint)


_Wrong = Iterator[tuple[int, str, str]]  # the place of a number, what is wrong with it, and what to write


def _wrong(text: str, about: str) -> _Wrong:
    """The numbers that do not fit the danger, or the service, that the text names; `about` tells of what else it is."""
    if "11" not in text:
        return
    told = set()
    for offset, message in _beside_danger(text, about):
        told.add(offset)
        yield offset, message, _HINT
    yield from (one for one in _of_other_service(text) if one[0] not in told)


def _of_other_service(text: str) -> _Wrong:
    """«Ring legevakten på 112»: whose number it is not."""
    for at in standing((" 11",), text):
        if not text.endswith(_BEFORE_NUMBER, max(0, at - _NAME), at):
            continue
        found = _OF_SERVICE.search(text, max(0, at - _NAME), at + len(" 116 117"))
        right = next((_SERVICES[name] for name in _SERVICES if found and found["who"].casefold().startswith(name)), "")
        if found and found.start("number") == at + 1 and found["number"].replace(" ", "") != right.replace(" ", ""):
            message = f"«{found['who']}» har nummeret {right}, men her står {found['number']}."
            yield at + 1, message, f"Skriv {right}."


def _beside_danger(text: str, about: str) -> Iterator[tuple[int, str]]:
    for found in _RING.finditer(text) if any(number in text for number in _NUMBERS) else ():
        start = max((end.end() for end in _END.finditer(text, 0, found.start())), default=0)
        end = _END.search(text, found.end())
        around = text[start : found.start("number")] + text[found.end() : end.start() if end else None]
        above = text[max(text.rfind("\n\n", 0, start), 0) : start]
        number, service = found["number"], _NUMBERS[found["number"]]
        danger = _beyond_legevakt(around) if service == "legevakten" else _illness(around, f"{about}\n{above}")
        if danger and not _BESIDE.search(around):
            what = f"«{number}» er nummeret til {service}"
            yield found.start("number"), f"{what}, men her gjelder det akutt sykdom («{danger[0]} …»)."


def _illness(around: str, above: str) -> re.Match[str] | None:
    """The words for an illness, which neither the police nor the fire service helps with."""
    danger, near = _AMBULANCE.search(around), around
    if not danger and (danger := _LIFE.search(around)):
        near = f"{above}\n{around}"
    return None if _OTHER.search(near) else danger


def _beyond_legevakt(around: str) -> re.Match[str] | None:
    """The words for what cannot wait for a doctor of the kommune."""
    if no_breath := _NO_BREATH.search(around):
        return no_breath
    return None if _NOT_NOW.search(around) else _NO_LEGEVAKT.search(around) or _LIFE.search(around)
