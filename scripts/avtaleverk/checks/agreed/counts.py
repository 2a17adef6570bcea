"""AV6: the number of kommuner, regions and steps, and how often an organ meets and who sits in it, must be as registered."""

import re
from collections.abc import Iterator, Sequence

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, in_line, value_at
from avtaleverk.checks.tables import Cell, tables
from avtaleverk.corpus.duration import NUMBERS
from avtaleverk.corpus.model import Document, Helsefellesskap, Organ, Seat
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
_ORGANS = ("organ", "utval", "utvalg")  # the head of the column that names them
_STEM = 4  # letters by which «Brukere» is known as «Brukerrepresentant», and «Brukarar» as «Brukarrepresentant»
_NONE = ("–", "-", "0", "ingen")
_FIGURE = when_used(r"\d+")


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
    yield from _other_seats(context, document, space)


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


def _other_seats(context: Context, document: Document, space: Helsefellesskap) -> Iterator[Finding]:
    """«| SSU | 7 | 7 | 2 |» under «Fastleger», where the register has one."""
    if document.body.words.isdisjoint(_ORGANS):
        return
    for first, *cells in (row for table in context.known(tables, document) for row in table.rows):
        organs = _organs_of_row(space, first.words) if first.head.casefold() in _ORGANS else []
        for cell in cells if organs else ():
            known = {tuple(_numbers(seats)) for organ in organs if (seats := _seats(organ, cell, cells)) is not None}
            if len(known) == 1 and _is_other(cell, registered := [*known.pop()]):
                said = " og ".join(map(str, registered))
                written = _FIGURE.match(cell.words) if len(registered) == 1 else None
                here = written[0] if written else cell.words
                message = f"Her står «{here}» for {cell.head}, men helsefellesskap.yml har {said} i {first.words}."
                hint = f"Skriv «{said}». Hvis det er registeret som er feil, retter du «representanter» der."
                yield Finding(in_line(document, cell.line, cell.words), message, hint, (organs[0].at,))


def _organs_of_row(space: Helsefellesskap, words: str) -> list[Organ]:
    """The organs of a row that have members; «FSU» is all of them."""
    called = words.casefold()
    return [
        organ
        for organ in space.organs.values()
        if organ.seats and any(f"{name.casefold()} ".startswith(f"{called} ") for name in organ.names)
    ]


def _seats(organ: Organ, cell: Cell, cells: Sequence[Cell]) -> list[Seat] | None:
    """The seats of the group in the head of the cell's column; None where another column may be meant too."""
    seats = [seat for seat in organ.seats if _is_of(seat, cell)]
    shared = any(_is_of(seat, other) for seat in seats for other in cells if other.head != cell.head)
    return None if shared or not seats else seats


def _is_of(seat: Seat, cell: Cell) -> bool:
    stem = cell.head.casefold()[:_STEM]
    return bool(stem) and any(word.startswith(stem) for word in seat.who.casefold().split())


def _numbers(seats: Sequence[Seat]) -> list[int]:
    """The numbers of members, largest first; none when one is not a number."""
    numbers = [seat.number for seat in seats]
    return sorted(map(int, numbers), reverse=True) if all(map(str.isdecimal, numbers)) else []


def _is_other(cell: Cell, registered: Sequence[int]) -> bool:
    """Whether a cell gives other numbers than the register; what it says in other words is not compared."""
    if not registered:
        return False
    plain = cell.words.casefold()
    said = [NUMBERS[plain]] if plain in NUMBERS else sorted(map(int, _FIGURE.findall(plain)), reverse=True)
    if plain in _NONE:
        return True
    if plain.isdecimal() or plain in NUMBERS:
        return said[0] != sum(registered)
    return plain[:1].isdecimal() and len(said) == len(registered) and said != registered
