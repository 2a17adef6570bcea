"""AV1: what the registers, the contact lists and a helsefellesskap refer to must exist."""

from collections.abc import Collection, Iterator
from typing import Any

from avtaleverk.checks.context import Context
from avtaleverk.checks.fields.contact_list import answering
from avtaleverk.checks.links.clause_hints import clause_hint
from avtaleverk.checks.links.targets import called_like, is_missing
from avtaleverk.checks.places import value_at
from avtaleverk.checks.several import FEW
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.model import Helsefellesskap, Reference, Register
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.rules import corpus_rule


# It follows from: an id that was renamed
@corpus_rule("AV109", "Registeret viser til noe som ikke finnes", follows=("AV016", "AV407"))
def register_references(context: Context) -> Iterator[Finding]:
    """Ids inside the registers and the contact lists."""
    yield from _roles_of_messages(context)
    yield from _documents(context)
    for space in context.spaces:
        yield from _contacts(context, space)
        yield from _kommuner(context, space)
        yield from _served(space)


def _roles_of_messages(context: Context) -> Iterator[Finding]:
    register, roles = context.corpus.registers.meldinger, context.corpus.registers.roller.entries
    for message in register.entries.values():
        for role in message.always_to:
            if role not in message.receivers:
                text = f"Meldingen «{message.id}» går alltid til «{role}», som ikke står blant mottakerne."
                hint = "Før rollen opp i «mottakere» også."
                if role in message.senders:
                    hint = "Rollen står i «avsender». Er avsender og mottakere byttet om, bytter du dem tilbake."
                yield Finding(value_at(register, message.id, role), text, hint)
        for role in (*message.senders, *message.receivers):
            is_told = len(context.web.documents_naming("roller", role)) > FEW  # AV104 says where the role went
            if role in roles or context.lacks("roller", role) or is_told:
                continue
            text = f"Meldingen «{message.id}» viser til rollen «{role}», som ikke finnes."
            yield Finding(value_at(register, message.id, role), text, nearest_hint(role, roles))


def _documents(context: Context) -> Iterator[Finding]:
    """The documents that the momentliste and the principles name; an id without a slash is of any helsefellesskap."""
    registers = context.corpus.registers
    for moment in registers.momentliste.entries.values():
        yield from _named(context, registers.momentliste, moment.id, moment.procedures)
    for register in (registers.prinsipper, registers.tema, registers.faser, registers.pasientgrupper):
        for entry in register.entries.values():
            yield from _named(context, register, entry.id, entry.met_in)


def _named(context: Context, register: Register[Any], entry: str, texts: Collection[str]) -> Iterator[Finding]:
    for text in texts:
        homes = ("",) if "/" in text else tuple(context.corpus.helsefellesskap)
        targets = [Reference.parse(text, home) for home in homes]
        if targets and all(is_missing(context, target) for target in targets):
            known = [str(d.reference) if "/" in text else d.id for d in context.corpus.documents]
            message = f"«{entry}» viser til «{text}», som ikke finnes."
            renamed = tuple(place for target in targets for place in called_like(context, target))
            yield Finding(value_at(register, entry, text), message, nearest_hint(text, set(known)), renamed)
        elif "#" in text and not any(_is_clause(context, text, home) for home in homes):
            message = f"«{entry}» viser til «{text}», men avtalen har ikke det punktet."
            target = next(target for target in targets if not is_missing(context, target))
            found = context.document(target)
            hint = clause_hint(target.clause, found) if found else ""
            yield Finding(value_at(register, entry, text), message, hint)


def _is_clause(context: Context, text: str, home: str) -> bool:
    target = Reference.parse(text, home)
    return context.web.resolve(target) in context.web.clauses or context.lacks_file(target)


def _contacts(context: Context, space: Helsefellesskap) -> Iterator[Finding]:
    roles = context.corpus.registers.roller.entries
    places = {*space.kommuner, *space.units, *space.helseforetak}
    for contact in space.contacts.values():
        if contact.id not in roles and not context.lacks("roller", contact.id):
            message = f"Rollen «{contact.id}» finnes ikke i roller.yml."
            yield Finding(contact.at, message, nearest_hint(contact.id, roles))
        if contact.when_closed and contact.when_closed not in space.contacts:
            message = f"Når «{contact.id}» er stengt, svarer «{contact.when_closed}», som ikke har noe nummer."
            close = nearest_hint(contact.when_closed, space.contacts)
            hint = close if close.startswith("Mente") else answering(space, contact)
            yield Finding(contact.at, message, hint)
    strange: dict[str, list[Location]] = {}
    for point in space.contact_points if space.path not in context.corpus.unread else ():
        if point.place not in places:
            strange.setdefault(point.place, []).append(point.at)
    for name, found in strange.items():
        if len(found) > FEW:
            yield _gone(context, space, name, found)
        for at in found if len(found) <= FEW else ():
            message = f"Stedet «{name}» finnes ikke i helsefellesskapet."
            yield Finding(at, message, _elsewhere(context, name) or nearest_hint(name, places))


def _elsewhere(context: Context, name: str) -> str:
    """The hint for a kommune of another helsefellesskap."""
    party = context.corpus.registers.parter.entries.get(name)
    homes = [space for space in context.spaces if name in space.kommuner]
    return f"{party.name} hører til {homes[0].short_name or homes[0].id}. Slett linjen." if party and homes else ""


def _gone(context: Context, space: Helsefellesskap, name: str, found: list[Location]) -> Finding:
    """One finding, in the helsefellesskap, for a place that is gone and that many contact points are of."""
    party = context.corpus.registers.parter.entries.get(name)
    shown = f"{party.name} ({name})" if party else f"«{name}»"
    message = f"{shown} står ikke i helsefellesskapet, men har {len(found)} oppføringer i kontakter.yml."
    hint = f"Sett «{name}» tilbake i «{'kommuner' if party else 'enheter'}», eller slett oppføringene i kontakter.yml."
    return Finding(space.at("kommuner" if party else "enheter"), message, hint, tuple(found))


def _served(space: Helsefellesskap) -> Iterator[Finding]:
    known = {*space.regions, *space.kommuner}
    for unit in space.units.values():
        for part in unit.covers:
            if part not in known:
                message = f"Enheten «{unit.id}» dekker «{part}», som ikke er en region eller en kommune her."
                yield Finding(value_at(space, "enheter", part, inside=unit.id), message, nearest_hint(part, known))


def _kommuner(context: Context, space: Helsefellesskap) -> Iterator[Finding]:
    parties = context.corpus.registers.parter.entries
    named = [(party, value_at(space, "hf", party)) for party in space.helseforetak]
    named += [(party, value_at(space, "kommuner", party)) for party in space.kommuner]
    for region in space.regions.values():
        strange = (party for party in region.kommuner if party not in space.kommuner)
        named += [(party, value_at(space, "regioner", party, inside=region.id)) for party in strange]
    known = {*space.kommuner, *parties}
    for party, at in named:
        if party not in parties and not context.lacks("parter", party):
            yield Finding(at, f"Kommunen «{party}» finnes ikke i parter.yml.", nearest_hint(party, known - {party}))
    for kommune in space.joined.keys() - {*space.kommuner}:
        message = f"«{kommune}» under «nye» er ikke en kommune i dette helsefellesskapet."
        yield Finding(value_at(space, "nye", inside=kommune), message, nearest_hint(kommune, space.kommuner))
