"""AV1: the contact points of different places must not be confused."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.fields.contacts import NATIONAL
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import ContactPoint, ContactRole, Helsefellesskap
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule

_SIDES = ("kommune", "helseforetak")  # a role of both, or of others, is often one for all
HOURS = when_used(r"(?P<days>.*\s)(?P<start>\d{1,2}(?:\.\d\d)?)–(?P<end>\d{1,2}(?:\.\d\d)?)")


@corpus_rule("AV116", "To steder har samme nummer eller adresse", Severity.ADVARSEL)
def same_twice(context: Context) -> Iterator[Finding]:
    """The same number in two places leads to the wrong office; a number that more places share is shared on purpose."""
    for space in context.spaces:
        for role in space.contacts.values():
            points = [*role.places.values()] if role.side in _SIDES else []
            for name, said in (("Nummeret", [p.phone for p in points]), ("Adressen", [p.email for p in points])):
                if len(set(said)) < len(said):
                    yield from _pairs(context, space, role, name, list(zip(said, points, strict=True)))
    yield from _secretariats(context)


def _secretariats(context: Context) -> Iterator[Finding]:
    """Each helsefellesskap must have its own secretariat; reported at the one that the address is not named after."""
    by_address: dict[str, list[Helsefellesskap]] = {}
    for space in context.spaces:
        if space.secretariat and space.secretariat.email:
            by_address.setdefault(space.secretariat.email.casefold(), []).append(space)
    for address, spaces in by_address.items():
        if len(spaces) == 2:
            other, space = sorted(spaces, key=lambda space: space.id in address, reverse=True)
            message = f"Adressen «{address}» står også som sekretariat i {other.short_name or other.id}."
            yield Finding(value_at(space, "sekretariat", inside="epost"), message, "Rett den som er gal.")


def _pairs(
    context: Context, space: Helsefellesskap, role: ContactRole, name: str, said: list[tuple[str, ContactPoint]]
) -> Iterator[Finding]:
    """The values that exactly two places share; reported at the place that an address is not named after."""
    by_value: dict[str, list[ContactPoint]] = {}
    for value, point in said:
        by_value.setdefault(value, []).append(point)
    for value, points in by_value.items():
        names = [context.corpus.place_name(space, point.place) for point in points]
        is_told = any(name in point.note for point, name in zip(points, reversed(names), strict=True))
        is_right = not value or is_told or value.replace(" ", "") in NATIONAL
        if is_right or len(points) != 2 or len(said) == 2:
            continue
        wrong = int(names[0].split()[0].casefold() in value.casefold())
        point, other = points[wrong], points[1 - wrong]
        message = f"{name} «{value}» står både ved {names[wrong]} og ved {names[1 - wrong]} for rollen «{role.name}»."
        hint = f"Rett den som er gal. Er de felles om det, skriver du det i «merknad»: «Felles med {names[1 - wrong]}.»"
        yield Finding(point.at, message, hint, (other.at,))


@corpus_rule("AV117", "Åpningstiden er snudd", Severity.ADVARSEL)
def hours_turned(context: Context) -> Iterator[Finding]:
    """«15.30–8» are night hours, and a mistake where the other places of the role have «8–15.30»."""
    for space in context.spaces:
        for role in space.contacts.values():
            kept = {point.hours for point in role.places.values()}
            for hours in kept if len(kept) > 1 else ():
                found = HOURS.fullmatch(hours)
                turned = f"{found['days']}{found['end']}–{found['start']}" if found else ""
                if turned in kept and (at := _rarer(role, hours, turned)):
                    message = f"Åpningstiden er «{hours}», men ved de andre stedene er den «{turned}»."
                    yield Finding(at.at, message, f"Skriv «{turned}».")


@corpus_rule("AV118", "Nummeret er nesten det nasjonale", Severity.ADVARSEL)
def slip_in_national(context: Context) -> Iterator[Finding]:
    """«116 171» where the other places of the role have «116 117»: the same length and other digits."""
    for space in context.spaces:
        yield from _ambulance(space)
        for role in space.contacts.values():
            digits = [point.phone.replace(" ", "") for point in role.places.values()]
            shared = [number for number in NATIONAL if digits.count(number) > len(digits) / 2]
            for point, number in zip(role.places.values(), digits, strict=True) if shared else ():
                if number not in NATIONAL and len(number) == len(shared[0]):
                    other = next(p for p in role.places.values() if p.phone.replace(" ", "") == shared[0])
                    message = f"Nummeret er «{point.phone}», men ved de andre stedene er det «{other.phone}»."
                    yield Finding(point.at, message, f"Skriv «{other.phone}».", (other.at,))


def _ambulance(space: Helsefellesskap) -> Iterator[Finding]:
    """AMK must have 113 everywhere; it has no other places to compare with."""
    for point in space.contacts["amk"].places.values() if "amk" in space.contacts else ():
        if point.phone and point.phone != "113":
            message = f"AMK-sentralen har nummeret 113 i hele landet, men her står «{point.phone}»."
            yield Finding(point.at, message, "Skriv «113».")


def _rarer(role: ContactRole, hours: str, turned: str) -> ContactPoint | None:
    """The place with these hours, when more places have the reverse."""
    here = [point for point in role.places.values() if point.hours == hours]
    return here[0] if len(here) < sum(point.hours == turned for point in role.places.values()) else None
