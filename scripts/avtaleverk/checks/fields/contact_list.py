"""AV1: the contact list must agree with the registers, and lead to someone who answers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from avtaleverk.checks.context import Context
from avtaleverk.checks.fields.contact_points import HOURS
from avtaleverk.checks.places import value_at
from avtaleverk.checks.several import FEW
from avtaleverk.corpus.model import ContactRole, Helsefellesskap, Role
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule

_FORGOTTEN = 1 / 4  # of the kommuner: where more of them are without a role, it is not for all of them
_SECRETARIAT = "sekretariat"
_WEEKDAYS = when_used(r"(?:hver|kvar)dag(?:er|ar)\s", re.IGNORECASE)
_NIGHTS = "om kvelden og i helgene"
_HOURS = when_used(r"(?P<start>\d{1,2}(?:\.\d\d)?)–(?P<end>\d{1,2}(?:\.\d\d)?)")
_LITTLE = 1  # hour: who is open so little longer is closed in the evening too
_USUAL = 5  # times as many places have a note, of which that of one place is a slip
_START = 4  # letters that an id has of the name


@corpus_rule("AV120", "Kontaktlisten henger ikke sammen", Severity.ADVARSEL, follows=("AV117",))
def torn_contact_list(context: Context) -> Iterator[Finding]:
    """A kommune that was left out, a role on the wrong side, two with one name, one who is closed at the same hours."""
    yield from _sides(context)
    yield from _same_names(context)
    for space in context.spaces:
        for role in space.contacts.values():
            yield from _left_out(context, space, role)
            yield from _closed_too(context, space, role)
            yield from _of_other_side(space, role)
            yield from _other_note(context, space, role)
        yield from _secretariat(space)


def _left_out(context: Context, space: Helsefellesskap, role: ContactRole) -> Iterator[Finding]:
    missing = [kommune for kommune in space.kommuner if kommune not in role.places] if role.side == "kommune" else []
    if missing:
        served = {kommune for unit in role.places for kommune in space.served_by(unit)}
        missing = [kommune for kommune in missing if kommune not in served]
    if len(missing) < _FORGOTTEN * len(space.kommuner):
        for kommune in missing:
            message = f"{context.corpus.place_name(space, kommune)} ({kommune}) har ingen linje under «{role.id}», men de andre kommunene har."
            hint = f"Legg til «{kommune}: {{telefon: …, apent: …}}» under «steder»."
            yield Finding(role.at, message, hint)


def _of_other_side(space: Helsefellesskap, role: ContactRole) -> Iterator[Finding]:
    """Nobody outside the kommune answers for it; the helseforetak may let the legevakt do so."""
    other = space.contacts.get(role.when_closed)
    if other and role.side == "kommune" and other.side not in ("kommune", "begge", ""):
        message = f"Når «{role.id}» er stengt, svarer «{other.id}», som ikke hører til kommunen."
        yield Finding(role.at, message, answering(space, role), (other.at,))


def answering(space: Helsefellesskap, role: ContactRole) -> str:
    """To write who answers when a role is closed: the one that most often does so for others of its side."""
    usual = Counter(one.when_closed for one in space.contacts.values() if one.side == role.side)
    own = [id for id, _ in usual.most_common() if id in space.contacts and id not in (role.id, role.when_closed)]
    if own:
        return f"Skriv «stengt: {own[0]}», eller en annen rolle i kontakter.yml som svarer da."
    return f"Skriv i «stengt» en rolle i kontakter.yml som svarer når {role.id} er stengt."


def _other_note(context: Context, space: Helsefellesskap, role: ContactRole) -> Iterator[Finding]:
    """«… om dagen» in the note of one place, where those of many others have «… om natten»."""
    notes = Counter(point.note for point in role.places.values() if point.note)
    (usual, most), *others = notes.most_common() or [("", 0)]
    for note, count in others:
        words, theirs = note.split(), usual.split()
        apart = sum(mine != other for mine, other in zip(words, theirs, strict=False))
        if count * _USUAL <= most and len(words) == len(theirs) and apart == 1:
            at = next(point for point in role.places.values() if point.note == note)
            message = f"Merknaden for {context.corpus.place_name(space, at.place)} er «{note}», men ved {most} andre steder «{usual}»."
            hint = f"Skriv «merknad: {usual}». Er det annerledes der, sier du det i en setning til."
            yield Finding(at.at, message, hint)


def _closed_too(context: Context, space: Helsefellesskap, role: ContactRole) -> Iterator[Finding]:
    """The stand-in of a role must have other opening hours than the role, in each place that has both."""
    if not (other := space.contacts.get(role.when_closed)):
        return
    places = role.places.keys() & other.places.keys()
    both = [(point.hours, other.places[place].hours) for place, point in role.places.items() if place in places]
    same = [mine == theirs and HOURS.fullmatch(mine) is not None for mine, theirs in both]
    nights = len(both) > FEW and all(_gap(mine, theirs) == _NIGHTS for mine, theirs in both)
    if not nights and not all(same):
        yield from _closed_at_once(context, space, role, other)
        yield from _overlaps(context, space, role, other)
    elif both:
        message = f"Når «{role.id}» er stengt, svarer «{other.id}», som er stengt på samme tid ({both[0][1]})."
        yield Finding(role.at, message, answering(space, role), (other.at,))


def _closed_at_once(
    context: Context, space: Helsefellesskap, role: ContactRole, other: ContactRole
) -> Iterator[Finding]:
    """A place where the stand-in is open only while the role is, though it is not so in the other places."""
    for place, point in role.places.items():
        night = other.places.get(place)
        if night and (gap := _gap(point.hours, night.hours)):
            name = context.corpus.place_name(space, place)
            message = f"{name}: når «{role.id}» er stengt ({point.hours}), skal «{other.id}» svare, men har åpent {night.hours}. Da svarer ingen {gap}."
            hint = f"Rett «apent» for {place} under «{other.id}»."
            yield Finding(night.at, message, hint, (point.at,))


def _overlaps(context: Context, space: Helsefellesskap, role: ContactRole, other: ContactRole) -> Iterator[Finding]:
    """A place in which one closes at another hour than the next one opens, when at nearly all places it is the same."""
    hours = {
        place: (day["end"], night["start"])
        for place, point in role.places.items()
        if place in other.places
        and (day := _HOURS.search(point.hours))
        and (night := _HOURS.search(other.places[place].hours))
    }
    torn = [place for place, (end, start) in hours.items() if end != start]
    for place in torn if len(torn) < _FORGOTTEN * len(hours) else ():
        name, (end, start) = context.corpus.place_name(space, place), hours[place]
        message = f"{name}: «{role.id}» har åpent til {end}, men «{other.id}», som overtar, svarer fra {start}."
        usual, _ = Counter(point.hours for point in other.places.values()).most_common(1)[0]
        if other.places[place].hours != usual and (night := _HOURS.search(usual)) and night["start"] == end:
            hint = f'Skriv «apent: "{usual}"», som de andre stedene har.'
            yield Finding(other.places[place].at, message, hint, (role.places[place].at,))
            continue
        hint = f"Skriv «{start}» i stedet for «{end}» her. Hvis tiden her er riktig, skriver du «{end}» for {place} under «{other.id}»."
        yield Finding(role.places[place].at, message, hint, (other.places[place].at,))


def _gap(day: str, night: str) -> str:
    """When neither of two roles that share the week answers: after the hours of the first, or at the weekend."""
    one, other = HOURS.fullmatch(day), HOURS.fullmatch(night)
    if not one or not other or one["days"] != other["days"] or not _WEEKDAYS.fullmatch(one["days"]):
        return ""
    first, second = ([_hour(found["start"]), _hour(found["end"])] for found in (one, other))
    if first[0] <= second[0] < second[1] and second[1] - first[1] <= _LITTLE:
        return _NIGHTS
    return "i helgene" if second[0] > second[1] else ""


def _hour(written: str) -> float:
    hour, _, minutes = written.partition(".")
    return int(hour) + int(minutes or 0) / 60


def _secretariat(space: Helsefellesskap) -> Iterator[Finding]:
    listed, own = space.contacts.get(_SECRETARIAT), space.secretariat
    points = [*listed.places.values()] if listed else []
    if not own or len(points) != 1:
        return
    for key, mine, theirs in (("telefon", own.phone, points[0].phone), ("epost", own.email, points[0].email)):
        if mine and theirs and mine.replace(" ", "") != theirs.replace(" ", ""):
            message = f"Sekretariatet har «{mine}» her, men «{theirs}» i kontakter.yml."
            at, there = value_at(space, _SECRETARIAT, inside=key), points[0].at
            hint = f"Spør sekretariatet. Er det «{theirs}», skriver du det her. Er det «{mine}», retter du linje {there.line} i kontakter.yml."
            yield Finding(at, message, hint, (there,))


def _sides(context: Context) -> Iterator[Finding]:
    """Roles on the wrong side; reported at the register when there are several lists and all disagree with it."""
    register = context.corpus.registers.roller
    for role in register.entries.values():
        lists = [space.contacts[role.id] for space in context.spaces if role.id in space.contacts]
        others = [one for one in lists if one.side and role.side and one.side != role.side]
        hint = "Skriv samme side begge steder: den som rollen er ansatt hos."
        if len(others) == len(lists) > 1:
            message = f"«{role.id}» har siden «{role.side}» her, men «{others[0].side}» i kontaktlistene."
            theirs = f"Skriv «side: {others[0].side}». Er rollen flyttet, rettes kontaktlistene og dokumentene som nevner den."
            yield Finding(value_at(register, role.id, inside="side"), message, theirs, tuple(one.at for one in others))
            continue
        for one in others:
            message = f"«{role.id}» har siden «{one.side}» her, men «{role.side}» i roller.yml."
            yield Finding(one.at, message, hint, (role.at,))


def _same_names(context: Context) -> Iterator[Finding]:
    """Two roles with the same name; reported at the one whose id does not resemble it."""
    roles = [*context.corpus.registers.roller.entries.values()]
    yield from _named_alike(roles)
    for space in context.spaces:
        yield from _named_alike([*space.contacts.values()])


def _named_alike(roles: Sequence[Role | ContactRole]) -> Iterator[Finding]:
    first: dict[str, Role | ContactRole] = {}
    for role in sorted(roles, key=lambda role: role.id[:_START] != role.name.casefold()[:_START]):
        if (other := first.setdefault(role.name.casefold(), role)) is not role:
            message = f"Både «{other.id}» og «{role.id}» heter «{role.name}»."
            yield Finding(role.at, message, "Gi hver rolle sitt eget navn.", (other.at,))
