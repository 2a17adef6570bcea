"""AV6: the number of kommuner, regions and steps, and how often an organ meets, must be as registered."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.seats import other_seats
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.duration import NUMBERS
from avtaleverk.corpus.model import Document, Helsefellesskap, Organ
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_NUMBER = rf"(?P<number>\d+|{'|'.join(NUMBERS)})"
_KOMMUNER = when_used(rf"\b(?:hver|kvar) av dei? {_NUMBER} kommun(?:ene|ane)\b", re.IGNORECASE)
_REGIONS = when_used(
    rf"(?P<all>\bKommun(?:ene|ane) samordne?r seg i )?\b{_NUMBER} "
    r"(?(all)helseregion(?:er|ar)|\w+ fr[aå] kommun(?:ene|ane), (?:ett|eitt|én|éin|en|ein) fr[aå] (?:hver|kvar) helseregion)\b",
    re.IGNORECASE,
)
_EACH_REGION = when_used(
    rf"(?<!\w){_NUMBER}, (?:ett|eitt|én|éin|en|ein) fr[aå] (?:hver|kvar) helseregion\b", re.IGNORECASE
)
_STEPS = when_used(rf"{_NUMBER} (?:steg|tiltak|trinn)\b", re.IGNORECASE)
_OFTEN = (
    rf"(?P<often>{_NUMBER} g[ao]ng(?:er|ar)? i året|(?:hver|kvar)t? (?P<each>uke|veke|måned|månad|kvartal|halvår|år))"
)
_MEETS = when_used(rf"\b(?:møtes|møtest) {_OFTEN}\b", re.IGNORECASE)
# Every count of kommuner or regions has one of the first words; every sentence on how often an organ meets, one of the
# others.
_COUNTED = frozenset(["kommunene", "kommunane", "helseregion", "helseregioner", "helseregionar"])
_MEETING = frozenset(["møtes", "møtest"])
_A_YEAR = {"uke": 52, "veke": 52, "måned": 12, "månad": 12, "kvartal": 4, "halvår": 2, "år": 1}


@document_rule("AV636", "Tallet er et annet enn det som er registrert", Severity.ADVARSEL, needs=("helsefellesskap",))
def other_count(context: Context, document: Document) -> Iterator[Finding]:
    """«Hver av de 42 kommunene», «i sju helseregioner», «møtes én gang i året», «møtes hvert kvartal»."""
    text, space = document.body.text, context.corpus.space_of(document)
    counted = (
        ("kommuner", "r av de", _KOMMUNER, space.kommuner),
        ("regioner", "helseregion", _REGIONS, space.regions),
        ("regioner", "r helseregion", _EACH_REGION, space.regions),
    )
    for what, sign, pattern, entries in () if document.body.words.isdisjoint(_COUNTED) else counted:
        for found in pattern.finditer(text) if entries and sign in text else ():
            if _value(found["number"]) != len(entries):
                message = f"Her står «{found['number']}», men helsefellesskap.yml har {len(entries)} {what}."
                hint = f"Skriv «{_as_written(found['number'], len(entries))}», eller rett registeret."
                yield Finding(in_body(document, found.start("number")), message, hint, (space.at(what),))
    yield from _steps(document)
    for found in () if _MEETING.isdisjoint(document.body.words) else _MEETS.finditer(text):
        yield from _meets(document, space, found)
    yield from other_seats(context, document, space)


def _steps(document: Document) -> Iterator[Finding]:
    """«Fjorten steg fra …» in the summary of a pathway, which lists them."""
    found = _STEPS.match(document.summary) if document.steps else None
    if found and _value(found["number"]) != len(document.steps):
        message = f"Her står «{found['number']}», men «steg» har {len(document.steps)}."
        at = value_at(document, "sammendrag")
        yield Finding(at, message, f"Skriv {len(document.steps)}, eller rett «steg».", (document.at("steg"),))


def _meets(document: Document, space: Helsefellesskap, found: re.Match[str]) -> Iterator[Finding]:
    """Compare with the only organ that is named before it in the sentence, or else in the paragraph."""
    before = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()].casefold()
    named = _organs(space, before.rpartition(". ")[2]) or _organs(space, before)
    organ = named[0] if len(named) == 1 else None
    said = re.match(_OFTEN, organ.meets, re.IGNORECASE) if organ else None
    if organ and said and _a_year(said) != _a_year(found):
        message = f"Her står «{found[0]}», men helsefellesskap.yml sier «{organ.meets}» om {organ.name}."
        hint = f"Skriv «{organ.meets}». Hvis det er registeret som er feil, retter du «moter» der."
        yield Finding(in_body(document, found.start("often")), message, hint, (organ.at,))


def _organs(space: Helsefellesskap, words: str) -> list[Organ]:
    """The organs whose names the words have."""
    named = ((organ, (organ.name, *organ.also_called)) for organ in space.organs.values())
    return [organ for organ, names in named if any(re.search(rf"\b{re.escape(n.casefold())}", words) for n in names)]


def _a_year(often: re.Match[str]) -> int:
    """How many times a year that is."""
    return _A_YEAR[often["each"].casefold()] if often["each"] else _value(often["number"])


def _as_written(number: str, count: int) -> str:
    """The count in figures or letters, as the wrong number is."""
    words = {value: word for word, value in NUMBERS.items() if value > 1}
    return str(count) if number.isdecimal() else words.get(count, str(count))


def _value(number: str) -> int:
    plain = number.casefold()
    return int(plain) if plain.isdecimal() else NUMBERS[plain]
