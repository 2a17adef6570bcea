"""AV2: the parties to an agreement, and their signatures."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.dates.order import figures
from avtaleverk.checks.hierarchy.levels import parent_of
from avtaleverk.checks.places import in_words, is_partly_read, list_with, value_at
from avtaleverk.checks.several import FEW, first_of, named
from avtaleverk.corpus.model import EVERYONE, Document, Helsefellesskap, Signature
from avtaleverk.corpus.signed import signature_of
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule


def all_members(space: Helsefellesskap, parties: tuple[str, ...]) -> frozenset[str]:
    """The single parties behind several names."""
    return frozenset(member for party in parties for member in space.members(party))


def _left_above(context: Context, missing: tuple[str, str], found: list[tuple[Document, Finding]]) -> Finding:
    """One finding, at the parent, for a party of many agreements that is missing there."""
    party, parent = missing
    message = f"«{party}» står ikke i «parter» her, men i {len(found)} avtaler under: {named(document for document, _ in found)}."
    above = context.corpus.by_reference.get(found[0][0].reference._replace(document=parent, clause=""))
    back = (
        f"Skriv {_with_party(context.corpus.space_of(above), above, party)}." if above else "Sett parten tilbake her."
    )
    hint = f"{back} Hvis {name_of(context, party)} er ute av avtalen, tar du parten ut av hver av avtalene under «{parent}» også."
    return Finding(found[0][1].related[0], message, hint, tuple(finding.at for _, finding in found))


def _with_party(space: Helsefellesskap, document: Document, party: str) -> str:
    """The list of parties with one more, as it is to be written: all kommuner by their one name."""
    trusts = [one for one in document.parties if one not in space.kommuner and one != EVERYONE]
    if {*space.kommuner} <= all_members(space, (*document.parties, party)) and len(space.kommuner) > 1:
        return f"«parter: [{', '.join((*trusts, EVERYONE))}]»"
    return list_with(document, "parter", party)


@document_rule(
    "AV206", "Parten er ikke med i avtalen over", needs=("helsefellesskap",), in_common=_left_above, follows=("AV104",)
)
def party_not_in_parent(context: Context, document: Document) -> Iterator[Finding]:
    """A delavtale may only bind parties of its parent."""
    parent, space = parent_of(context, document), context.corpus.space_of(document)
    if parent is None or not parent.parties:
        return
    if parent.home != space.id:
        other = context.corpus.space_of(parent)
        message = f"«{parent.title}» gjelder i {other.short_name or other.name}, ikke her."
        yield Finding(value_at(document, "under"), message, "Skriv id-en til avtalen som gjelder her hos dere.")
        return
    above = all_members(space, parent.parties)
    for party in document.parties:
        if missing := sorted({*space.members(party)} - above):
            message = f"«{missing[0]}» er part her, men ikke i «{parent.id}», som avtalen står under."
            without = f"Skriv {list_with(document, 'parter', without=party)}"
            if signed := [s.at.line for s in document.signatures if s.party == party]:
                without = f"Slett «{party}» her, og linje {signed[0]} under «signert»"
            hint = f"{without}. Hvis {name_of(context, missing[0])} skal være med, står «{missing[0]}» først i «parter» i {in_words(parent.at('parter'))}."
            if home := _home_of(context, space, frozenset(missing)):
                hint = f"{without}. {name_of(context, missing[0])} hører til {home}."
            cause = None if home else (missing[0], parent.id)
            yield Finding(value_at(document, "parter", party), message, hint, (parent.at("parter"),), cause=cause)


@document_rule(
    "AV209",
    "Underskriftene stemmer ikke med partene",
    needs=("parter", "helsefellesskap"),
    follows=("AV101", "AV103", "AV104", "AV206"),
)
def signatures(context: Context, document: Document) -> Iterator[Finding]:
    """Every party of an agreement in force must have signed this version, and no one else."""
    if document.status != "gjeldende" or not document.signatures or not document.parties:
        return
    space = context.corpus.space_of(document)
    if not _are_known(context, space, (*document.parties, *(s.party for s in document.signatures))):
        return  # AV104 names the slip of the pen
    if next(party_not_in_parent(context, document), None):
        return  # AV206 says that the party is a wrong one
    parties = all_members(space, document.parties)
    signed = all_members(space, tuple(s.party for s in document.signatures))
    unread = is_partly_read(document, "signert", document.signatures)
    if missing := sorted(parties - signed) if not unread else []:
        listed = first_of([name_of(context, party) for party in missing], 3)
        hint = f'Legg til en linje under «signert»: - {{part: {missing[0]}, dato: ÅÅÅÅ-MM-DD, versjon: "{document.version}"}}.'
        yield Finding(document.at("signert"), f"Avtalen gjelder, men {listed} har ikke signert.", hint)
    yield from _by_strangers(context, document, space, parties)
    if any(signature.version != document.version for signature in document.signatures):
        yield from _signed_older(context, document, parties)
        yield from _other_version(document)
    yield from _signed_too_early(document)


def _by_strangers(
    context: Context, document: Document, space: Helsefellesskap, parties: frozenset[str]
) -> Iterator[Finding]:
    """Signatures with the reservation of another, and those of others than the parties."""
    for signature in document.signatures:
        if signature.reservation and (other := _reserved_by_other(context, space, signature)):
            signed = name_of(context, signature.party)
            message = f"{signed} har signert, men forbeholdet er for {name_of(context, other)}."
            hint = f"Rett navnet i «forbehold». Er det parten som er gal, skriver du «part: {other}»."
            if signature.party not in space.kommuner:
                hint = f"Skriv «part: {other}»."
            yield Finding(signature.at, message, hint)
        elif strangers := frozenset(space.members(signature.party)) - parties:
            message = f"«{signature.party}» har signert, men står ikke i «parter»."
            yield Finding(signature.at, message, _stranger_hint(context, document, signature.party, strangers))


def _other_version(document: Document) -> Iterator[Finding]:
    """Signatures of a version that is not known, or none of the version of the document."""
    in_order = sorted(document.signatures, key=lambda signature: signature.signed)
    latest = {s.party: s.version for s in in_order}
    known = {document.version, *(change.version for change in document.changes)}
    if document.version in latest.values():
        for signature in document.signatures:
            if figures(signature.version) > figures(document.version) and signature.version not in known:
                message = f"«{signature.party}» signerte versjon {signature.version}, men dokumentet er versjon {document.version}."
                yield Finding(signature.at, message, "Rett versjonen på linjen, eller «versjon» øverst.")
        return
    last = in_order[-1].version
    message = f"Versjon {document.version} er ikke signert; partene signerte versjon {last}."
    hint = (
        f"Til partene har signert {document.version}, gjelder den de signerte: la forslaget ligge. "
        "Legg så til nye linjer under «signert», og la de gamle stå."
    )
    if figures(last) > figures(document.version):
        hint = f'Et dokument går ikke tilbake til en eldre versjon. Skriv «versjon: "{last}"».'
    yield Finding(value_at(document, "versjon"), message, hint)


def _reserved_by_other(context: Context, space: Helsefellesskap, signature: Signature) -> str:
    """The id of the kommune that a reservation begins with, when another one signed."""
    register, signed = context.corpus.registers.parter.entries, space.members(signature.party)
    others = ((id, register[id].name) for id in space.kommuner if id in register and id not in signed)
    return next((id for id, name in others if signature.reservation.startswith(f"{name} ")), "")


def _signed_older(context: Context, document: Document, parties: frozenset[str]) -> Iterator[Finding]:
    """Parties whose last signature is of an older version than the one that others have signed."""
    space, version = context.corpus.space_of(document), figures(document.version)
    bound = {party: s for party in sorted(parties) if (s := signature_of(space, party, document))}
    older = {s.at: (party, s) for party, s in bound.items() if figures(s.version) < version}
    for party, signature in older.values() if len(older) < len({s.at for s in bound.values()}) else ():
        who = name_of(context, party) if signature.party == party else f"«{signature.party}»"
        message = f"{who} har bare signert versjon {signature.version}, men dokumentet er versjon {document.version}."
        hint = f'Legg til en linje når parten har signert: - {{part: {signature.party}, dato: ÅÅÅÅ-MM-DD, versjon: "{document.version}"}}. Er bare tallet galt, retter du det.'
        yield Finding(signature.at, message, hint)


def _signed_too_early(document: Document) -> Iterator[Finding]:
    """A version must not be signed before the one that it replaced was in force."""
    versions = sorted(document.changes, key=lambda change: figures(change.version))
    early = []
    for signature in document.signatures:
        older = [change for change in versions if figures(change.version) < figures(signature.version)]
        if older and signature.signed < older[-1].since:
            early.append((signature, older[-1]))
    for signature, older_one in early[:1]:
        message = f"Underskriften fra {signature.signed} kan ikke gjelde versjon {signature.version}: versjonen før ({older_one.version}) kom {older_one.since}."
        hint = "Skriv versjonen parten signerte. Legg til en ny linje når parten har signert den nye."
        yield Finding(signature.at, message, hint, tuple(other.at for other, _ in early[1:]))


def _stranger_hint(context: Context, document: Document, party: str, strangers: frozenset[str]) -> str:
    """The hint for a signature of someone who is not a party; a kommune from elsewhere is never proposed as one."""
    space = context.corpus.space_of(document)
    if home := _home_of(context, space, strangers):
        return f"{name_of(context, party)} hører til {home}. Slett linjen."
    if party == EVERYONE and len(document.parties) > FEW:
        return f"Skriv {_with_party(space, document, party)}."
    return f"Skriv {list_with(document, 'parter', party)} på linje {document.at('parter').line}. Hvis parten ikke er med i avtalen, sletter du linjen her."


def _home_of(context: Context, space: Helsefellesskap, strangers: frozenset[str]) -> str:
    """The other helsefellesskap that all the strangers belong to; "" when there is none, or one belongs here."""
    others = (s for s in context.corpus.helsefellesskap.values() if s.id != space.id)
    home = next((s for s in others if strangers <= {*s.kommuner, *s.helseforetak}), None)
    at_home = strangers & {*space.kommuner, *space.helseforetak}
    return (home.short_name or home.name or home.id) if home and not at_home else ""


def _are_known(context: Context, space: Helsefellesskap, parties: tuple[str, ...]) -> bool:
    known = context.corpus.registers.parter.entries
    return all(party in known or party == EVERYONE or party in space.regions for party in parties)


def name_of(context: Context, party: str) -> str:
    """The name of a party, with its id."""
    known = context.corpus.registers.parter.entries.get(party)
    return f"{known.name} ({party})" if known else party
