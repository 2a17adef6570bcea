"""AV6: how many kommuner and regions there are, and how often an organ meets, is what `helsefellesskap.yml` says."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body
from avtaleverk.corpus.duration import NUMBERS
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_NUMBER = rf"(?P<number>\d+|{'|'.join(NUMBERS)})"
_KOMMUNER = re.compile(rf"\b(?:hver|kvar) av dei? {_NUMBER} kommun(?:ene|ane)\b", re.IGNORECASE)
_REGIONS = re.compile(rf"\bKommun(?:ene|ane) samordne?r seg i {_NUMBER} helseregion(?:er|ar)\b", re.IGNORECASE)
_MEETS = re.compile(rf"\b(?:møtes|møtest) {_NUMBER} g[ao]ng(?:er|ar)? i året\b", re.IGNORECASE)


@document_rule("AV636", "Tallet er et annet enn i helsefellesskap.yml", Severity.ADVARSEL, needs=("helsefellesskap",))
def other_count(context: Context, document: Document) -> Iterator[Finding]:
    """«Hver av de 42 kommunene», «i sju helseregioner», «møtes én gang i året»."""
    text, space = document.body.text, context.corpus.space_of(document)
    counted = (("kommuner", "r av de", _KOMMUNER, space.kommuner), ("regioner", "helseregion", _REGIONS, space.regions))
    for what, sign, pattern, entries in counted:
        for found in pattern.finditer(text) if entries and sign in text else ():
            if _value(found["number"]) != len(entries):
                message = f"Her står «{found['number']}», men helsefellesskap.yml har {len(entries)} {what}."
                at = in_body(document, found.start("number"))
                yield Finding(at, message, f"Skriv {len(entries)}, eller rett registeret.", (space.at(what),))
    for found in _MEETS.finditer(text) if " i året" in text else ():
        yield from _meets(document, space, found)


def _meets(document: Document, space: Helsefellesskap, found: re.Match[str]) -> Iterator[Finding]:
    """Compared with the one organ that the paragraph names before it."""
    before = found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()].casefold()
    named = [o for o in space.organs.values() if any(name.casefold() in before for name in (o.name, *o.also_called))]
    said = re.match(rf"{_NUMBER} g[ao]ng", named[0].meets, re.IGNORECASE) if len(named) == 1 else None
    if said and _value(said["number"]) != _value(found["number"]):
        organ = named[0]
        message = f"Her står «{found[0]}», men helsefellesskap.yml sier «{organ.meets}» om {organ.name}."
        at = in_body(document, found.start("number"))
        yield Finding(at, message, "Rett tallet her, eller «moter» i registeret.", (organ.at,))


def _value(number: str) -> int:
    plain = number.casefold()
    return int(plain) if plain.isdecimal() else NUMBERS[plain]
