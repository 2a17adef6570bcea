"""AV1: fields that are missing for the type, or that name something no register holds."""

from collections.abc import Callable, Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.fields import DOCUMENT
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.kinds import Ref
from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.corpus.nodes import Node, Scalar
from avtaleverk.corpus.records import Field
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import corpus_rule, document_rule


@document_rule("AV107", "Dokumenttypen krever feltet")
def missing_for_type(context: Context, document: Document) -> Iterator[Finding]:
    """Fields that `typer.yml` requires of the type."""
    kind = context.corpus.type_of(document)
    by_key = {field.key: field for field in DOCUMENT}
    for key in kind.requires if kind else ():
        node = document.fields.values.get(key)
        if node is None and key in by_key:
            message = f"Et dokument av typen «{document.type}» må ha feltet «{key}»."
            yield Finding(document.at("type"), message, f"Legg til «{key}:». {by_key[key].help}")
        elif _is_empty(node) and key not in _EMPTY_ELSEWHERE:
            message = f"Feltet «{key}» er tomt. Et dokument av typen «{document.type}» må ha det."
            yield Finding(document.at(key), message, f"Fyll ut «{key}:». {by_key[key].help}")


_EMPTY_ELSEWHERE = ("hjemmel", "brukermedvirkning")  # AV403 and AV305 say it


def _is_empty(node: Node | None) -> bool:
    """Whether nothing stands after the colon, or only the brackets of a list."""
    return node is not None and not (node.text if isinstance(node, Scalar) else getattr(node, "items", True))


@document_rule("AV108", "Feltet hører ikke til dokumenttypen")
def wrong_world(context: Context, document: Document) -> Iterator[Finding]:
    """Agreement fields on a procedure and the other way: the two worlds are never mixed."""
    kind = context.corpus.type_of(document)
    for field in DOCUMENT:
        if kind and field.key in document.fields.values and kind.world not in field.worlds:
            home = "avtaler" if field.worlds == ("overordnet",) else "pasientnære dokumenter"
            message = f"Feltet «{field.key}» hører hjemme i {home}, ikke i et dokument av typen «{document.type}»."
            yield Finding(
                document.at(field.key), message, "Flytt opplysningen dit den hører hjemme, og slett feltet her."
            )


@document_rule("AV104", "Verdien finnes ikke i registeret")
def not_in_register(context: Context, document: Document) -> Iterator[Finding]:
    """Every value that names an entry of a register."""
    registers = context.corpus.registers
    for field, value in ((f, document.fields.values.get(f.key)) for f in DOCUMENT):
        for kind, scalar in field.kind.leaves(value) if value else ():
            if isinstance(kind, Ref):
                entries = getattr(registers, kind.register).entries
                if kind.pattern.fullmatch(scalar.text) and scalar.text not in entries:
                    yield _unknown(field, scalar.text, kind.register, entries)(scalar.at)
    yield from _unknown_parties(context, document)
    yield from _unknown_organs(context, document)
    yield from _unknown_deadlines(context, document)


def _unknown(field: Field, text: str, register: str, entries: object) -> Callable[..., Finding]:
    message = f"«{text}» i feltet «{field.key}» finnes ikke i registeret {register}.yml."
    return lambda at: Finding(at, message, nearest_hint(text, entries))


def _space(context: Context, document: Document) -> Helsefellesskap:
    return context.corpus.helsefellesskap[document.reference.helsefellesskap]


def _unknown_parties(context: Context, document: Document) -> Iterator[Finding]:
    known = {*context.corpus.registers.parter.entries, "alle-kommuner", *_space(context, document).regions}
    named = [(p, value_at(document, "parter", p)) for p in document.parties]
    named += [(s.party, value_at(document, "signert", s.party)) for s in document.signatures]
    if document.notice:
        named.append((document.notice.by, document.notice.at))
    for party, at in named:
        if party not in known:
            yield Finding(at, f"Parten «{party}» finnes ikke i registeret parter.yml.", nearest_hint(party, known))


def _unknown_organs(context: Context, document: Document) -> Iterator[Finding]:
    known = _space(context, document).organs
    for decision in document.decisions:
        if decision.organ not in known:
            message = f"Organet «{decision.organ}» finnes ikke i helsefellesskap.yml."
            yield Finding(value_at(document, "vedtak", decision.organ), message, nearest_hint(decision.organ, known))


def _unknown_deadlines(context: Context, document: Document) -> Iterator[Finding]:
    space = document.reference.helsefellesskap
    known = [id for home, id in context.web.deadlines if home == space]
    for item in document.deadlines:
        if isinstance(item, str) and item not in known:
            message = f"Fristen «{item}» er ikke fastsatt i noen avtale i {space}."
            yield Finding(value_at(document, "frister", item), message, nearest_hint(item, known))


@corpus_rule("AV109", "Registeret viser til noe som ikke finnes")
def register_references(context: Context) -> Iterator[Finding]:
    """Ids inside the registers and the contact lists."""
    registers = context.corpus.registers
    roles, parties = registers.roller.entries, registers.parter.entries
    for message in registers.meldinger.entries.values():
        for role in (*message.senders, *message.receivers):
            if role not in roles:
                yield Finding(
                    message.at,
                    f"Meldingen «{message.id}» viser til rollen «{role}», som ikke finnes.",
                    nearest_hint(role, roles),
                )
    for space in context.corpus.helsefellesskap.values():
        places = {*space.kommuner, *space.units, *space.helseforetak}
        for contact in space.contacts.values():
            if contact.id not in roles:
                yield Finding(
                    contact.at, f"Rollen «{contact.id}» finnes ikke i roller.yml.", nearest_hint(contact.id, roles)
                )
            for place in contact.places.values():
                if place.place not in places:
                    yield Finding(
                        place.at,
                        f"Stedet «{place.place}» finnes ikke i helsefellesskapet.",
                        nearest_hint(place.place, places),
                    )
        for region in space.regions.values():
            for kommune in region.kommuner:
                if kommune not in parties:
                    yield Finding(
                        region.at, f"Kommunen «{kommune}» finnes ikke i parter.yml.", nearest_hint(kommune, parties)
                    )
