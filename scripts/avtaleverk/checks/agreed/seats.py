"""AV6: a table of organs must give each party and group the members that `helsefellesskap.yml` does."""

from collections.abc import Iterator, Sequence

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_line
from avtaleverk.checks.tables import Cell, tables
from avtaleverk.corpus.duration import NUMBERS
from avtaleverk.corpus.model import Document, Helsefellesskap, Organ, Seat
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used

_ORGANS = ("organ", "utval", "utvalg")  # the head of the column that names them
_STEM = 4  # letters by which «Brukere» is known as «Brukerrepresentant», and «Brukarar» as «Brukarrepresentant»
_NONE = ("–", "-", "0", "ingen")
_NUMBER = when_used(r"\d+")


def other_seats(context: Context, document: Document, space: Helsefellesskap) -> Iterator[Finding]:
    """«| SSU | 7 | 7 | 2 |» under «Fastleger», where the register has one."""
    if document.body.words.isdisjoint(_ORGANS):
        return
    for first, *cells in (row for table in context.known(tables, document) for row in table.rows):
        organs = _organs(space, first.words) if first.head.casefold() in _ORGANS else []
        for cell in cells if organs else ():
            known = {tuple(_numbers(seats)) for organ in organs if (seats := _seats(organ, cell, cells)) is not None}
            if len(known) == 1 and _is_other(cell, registered := [*known.pop()]):
                said = " og ".join(map(str, registered))
                written = _NUMBER.match(cell.words) if len(registered) == 1 else None
                here = written[0] if written else cell.words
                message = f"Her står «{here}» for {cell.head}, men helsefellesskap.yml har {said} i {first.words}."
                hint = f"Skriv «{said}». Hvis det er registeret som er feil, retter du «representanter» der."
                yield Finding(in_line(document, cell.line, cell.words), message, hint, (organs[0].at,))


def _organs(space: Helsefellesskap, words: str) -> list[Organ]:
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
    said = [NUMBERS[plain]] if plain in NUMBERS else sorted(map(int, _NUMBER.findall(plain)), reverse=True)
    if plain in _NONE:
        return True
    if plain.isdecimal() or plain in NUMBERS:
        return said[0] != sum(registered)
    return plain[:1].isdecimal() and len(said) == len(registered) and said != registered
