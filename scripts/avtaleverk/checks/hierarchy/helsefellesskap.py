"""AV2: the composition of a helsefellesskap: the seats in its organs, and the region of each kommune."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.hierarchy.parties import name_of
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import corpus_rule


@corpus_rule("AV210", "Organet mangler fastlege eller brukerrepresentant", Severity.ADVARSEL)
def seats(context: Context) -> Iterator[Finding]:
    """GPs and users must have seats on all levels of a helsefellesskap."""
    for space in context.spaces:
        for organ in space.organs.values():
            who = " ".join(seat.who for seat in organ.seats if seat.number.strip("0 ")).lower()
            empty = {seat.who.lower(): seat for seat in organ.seats if not seat.number.strip("0 ")}
            for word, name in (("fastlege", "Fastlege"), ("bruk", "Brukerrepresentant")):
                if organ.seats and word not in who:
                    message = f"{organ.name} har ingen {name.lower()}."
                    hint = f'Legg til under «representanter»: - {{hvem: {name}, antall: "1"}}.'
                    if seat := next((seat for called, seat in empty.items() if word in called), None):
                        hint = "Skriv hvor mange det er, i «antall»."
                    yield Finding(seat.at if seat else organ.at, message, hint)


@corpus_rule("AV211", "Kommunen står ikke i nøyaktig én region")
def regions(context: Context) -> Iterator[Finding]:
    """Where regions are used, every kommune must be in one, and the representative must be one of them."""
    for space in context.spaces:
        homes: dict[str, list[str]] = {kommune: [] for kommune in space.kommuner}
        for region in space.regions.values():
            for kommune in dict.fromkeys(region.kommuner):
                homes.setdefault(kommune, []).append(region.id)
            if region.representative and region.representative not in region.kommuner:
                message = f"{region.name} er representert av «{region.representative}», som ikke er med i regionen."
                at = value_at(space, "regioner", region.representative, inside=region.id)
                yield Finding(at, message, "Velg en av kommunene i regionen som «representant».")
        if space.regions:
            yield from _misplaced(context, space, homes)


def _misplaced(context: Context, space: Helsefellesskap, homes: dict[str, list[str]]) -> Iterator[Finding]:
    """Kommuner in no region, in several, or of another helsefellesskap; one id in place of another is one finding."""
    left_out = [kommune for kommune, found in homes.items() if not found]
    strange = [
        kommune for kommune, found in homes.items() if len(found) > 1 or (found and kommune not in space.kommuner)
    ]
    if len(left_out) == len(strange) == 1:
        kommune, meant = strange[0], left_out[0]
        message, _ = _home(context, kommune, homes[kommune], space)
        hint = f"Skulle det stå «{meant}» her? {name_of(context, meant)} står ikke i noen region."
        yield Finding(_place(space, kommune, homes[kommune]), message, hint)
        return
    for kommune in (*left_out, *strange):
        yield Finding(_place(space, kommune, homes[kommune]), *_home(context, kommune, homes[kommune], space))


def _place(space: Helsefellesskap, kommune: str, found: list[str]) -> Location:
    """Where to report a kommune: in the last region that names it by mistake, else at the kommune itself."""
    return value_at(space, "regioner", kommune, inside=found[-1]) if found else value_at(space, "kommuner", kommune)


def _home(context: Context, kommune: str, found: list[str], space: Helsefellesskap) -> tuple[str, str]:
    name = name_of(context, kommune)
    if kommune not in space.kommuner:
        return f"{name} står i en region, men ikke i «kommuner».", f"Legg «{kommune}» til i «kommuner»."
    if not found:
        return f"{name} står ikke i noen region.", f"Legg «{kommune}» til i «kommuner» for riktig region."
    return f"{name} står i flere regioner: {', '.join(found)}.", "La kommunen stå i bare én."
