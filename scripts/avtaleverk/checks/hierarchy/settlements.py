"""AV2: settlements and districts, by which the search finds a kommune."""

from collections.abc import Iterator, Mapping

from avtaleverk.checks.context import Context
from avtaleverk.checks.hierarchy.parties import name_of
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import corpus_rule


@corpus_rule("AV214", "Stedet hører ikke til nøyaktig én kommune", needs=("parter",))
def settlements(context: Context) -> Iterator[Finding]:
    """A search for a settlement gives the numbers of its kommune, so it must be clear which kommune that is."""
    spaces = context.spaces
    homes = {context.corpus.party_name(kommune).lower(): kommune for space in spaces for kommune in space.kommuner}
    kommuner = frozenset(homes)
    for space in spaces:
        for kommune, names in space.settlements.items():
            if kommune not in space.kommuner:
                message = f"«{kommune}» under «steder» er ikke en kommune i dette helsefellesskapet."
                yield Finding(value_at(space, "steder", inside=kommune), message, nearest_hint(kommune, space.kommuner))
                continue
            for name in names:
                home = homes.setdefault(name.lower(), kommune)
                if name.lower() in kommuner or home != kommune:
                    yield _unclear(context, space, kommune, name, home, own=name.lower() in kommuner)
    for space in spaces:
        yield from _districts(space, homes)
        yield from _units(space, homes)


def _districts(space: Helsefellesskap, homes: Mapping[str, str]) -> Iterator[Finding]:
    """A search for a district names its kommuner, so they must be kommuner here, and no other place may have its name."""
    for name, kommuner in space.districts.items():
        if name.lower() in homes:
            message = f"«{name}» er også navnet på et sted eller en kommune."
            hint = "Slett distriktet. Søket kan ikke vite hva leseren mener."
            yield Finding(value_at(space, "distrikter", name), message, hint)
        for kommune in kommuner:
            if kommune not in space.kommuner:
                message = f"«{kommune}» under «distrikter» er ikke en kommune i dette helsefellesskapet."
                at = value_at(space, "distrikter", kommune, inside=name)
                yield Finding(at, message, nearest_hint(kommune, space.kommuner))


def _units(space: Helsefellesskap, homes: Mapping[str, str]) -> Iterator[Finding]:
    """A hospital must be in one of the kommuner, or in one of their settlements."""
    for unit in space.units.values() if space.settlements else ():
        if unit.town and unit.town.lower() not in homes:
            message = f"«{unit.town}» er verken en kommune eller et sted i dette helsefellesskapet."
            at = value_at(space, "enheter", unit.town, inside=unit.id)
            yield Finding(at, message, "Rett «sted». Stemmer det, fører du opp stedet under «steder» for kommunen.")


def _unclear(context: Context, space: Helsefellesskap, kommune: str, name: str, home: str, *, own: bool) -> Finding:
    """A settlement that is itself a kommune, or is listed under another one too."""
    at = value_at(space, "steder", name, inside=kommune)
    if own:
        return Finding(at, f"«{name}» er navnet på en kommune.", "Slett det her. Søket kjenner kommunene.")
    message = f"«{name}» står under både {name_of(context, home)} og {name_of(context, kommune)}."
    return Finding(at, message, "La det stå bare der det hører til. Er det to steder med samme navn, slett begge.")
