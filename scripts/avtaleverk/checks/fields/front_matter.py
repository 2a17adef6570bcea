"""AV1: fields that are missing for the type, or that name something that no register has."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.checks.several import first_of, named
from avtaleverk.corpus.fields import DOCUMENT
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.kinds import Ref
from avtaleverk.corpus.model import EVERYONE, Document
from avtaleverk.corpus.nodes import Node, Scalar, Sequence
from avtaleverk.corpus.records import Many, Record, is_misspelt, kinds_in
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

_FIELDS = {field.key: field for field in DOCUMENT}
_EMPTY_ELSEWHERE = ("hjemmel", "brukermedvirkning")  # AV403 and AV305 say it
_SIDES = {"kommune": "kommunen", "helseforetak": "helseforetaket"}
Owners = defaultdict[tuple[str, str], Counter[str]]
# The fields in which an entry of a register can be named.
_FEW, _ALIKE = 4, 0.8
_REFERRING = tuple(field for field in DOCUMENT if any(isinstance(kind, Ref) for kind in kinds_in(field.kind)))


# It follows from: a value that cannot be read, or does not exist
@document_rule("AV107", "Dokumenttypen krever feltet", follows=("AV103",))
def missing_for_type(context: Context, document: Document) -> Iterator[Finding]:
    """Fields that `typer.yml` requires of the type."""
    kind = context.corpus.type_of(document)
    for key in kind.requires if kind else ():
        node = document.fields.values.get(key)
        if node is None and key in _FIELDS and not is_misspelt(key, document.fields, _FIELDS):
            message = f"Et dokument av typen «{document.type}» må ha feltet «{key}»."
            if below := re.search(rf"(?m)^{key}:(?= |$)", document.body.text):
                at = in_body(document, below.start())
                hint = f"Flytt linjen opp, over linjen med «---» (linje {document.body.first_line - 1})."
                yield Finding(at, f"Feltet «{key}» står under feltene, i teksten.", hint)
                continue
            yield Finding(document.at("type"), message, _added(context, document, key))
        elif _is_empty(node) and key not in _EMPTY_ELSEWHERE:
            message = f"Feltet «{key}» er tomt. Et dokument av typen «{document.type}» må ha det."
            yield Finding(document.at(key), message, f"Fyll ut «{key}:». {_FIELDS[key].help}")


def _added(context: Context, document: Document, key: str) -> str:
    """What to write for a field that is missing: the value where only one is possible, else its form."""
    kind, field = context.corpus.type_of(document), _FIELDS[key]
    home = context.corpus.documents_of(document.home) if key == "under" and kind else ()
    above = [other.id for other in home if kind and other.type in kind.parents]
    if len(above) == 1:
        return f"Legg til linjen «under: {above[0]}»."
    if above:
        named = Counter(link.target.document for link in context.web.outgoing.get(document.reference, ()))
        likely = max(above, key=lambda id: named[id])
        return f"Legg til linjen «under: {likely}». Hvis det er en annen avtale, skriver du id-en til den: {first_of(above, 3)}."
    if isinstance(field.kind, Many) and isinstance(field.kind.item, Record):
        form = ", ".join(f"{part.key}: …" for part in field.kind.item.fields if part.required)
        return f"Legg til «{key}:», og under den en linje for hver: «  - {{{form}}}». {field.help}"
    return f"Legg til «{key}:». {field.help}"


# It follows from: the side of a role that the contact lists contradict
@document_rule("AV113", "Eieren hører til den andre siden", needs=("roller",), follows=("AV120",))
def owner_of_other_side(context: Context, document: Document) -> Iterator[Finding]:
    """One owner from each side: the kommuner's is theirs, the helseforetak's is its own."""
    roles = context.corpus.registers.roller.entries
    owners = ("eier_kommune", document.owner_kommune, "kommune"), ("eier_hf", document.owner_hf, "helseforetak")
    for key, id, side in owners:
        role = roles.get(id)
        if role and role.side in _SIDES and role.side != side:
            message = f"«{id}» ({role.name}) hører til {_SIDES[role.side]}, men står i «{key}»."
            usual = context.once(_usual_owners)[document.home, key].most_common()
            own = next((id for id, _ in usual if id in roles and roles[id].side == side), "")
            of = f"en rolle som hører til {_SIDES[side]}"
            hint = f"Skriv «{key}: {own}», eller {'en annen' + of[2:]}." if own else f"Skriv {of}."
            side_at = value_at(context.corpus.registers.roller, id, inside="side")
            yield Finding(value_at(document, key), message, hint, (side_at,))


def _usual_owners(context: Context) -> Owners:
    """How often each role owns documents of a helsefellesskap, by the field."""
    found: Owners = defaultdict(Counter)
    for document in context.corpus.documents:
        for key, id in (("eier_kommune", document.owner_kommune), ("eier_hf", document.owner_hf)):
            found[document.home, key][id] += 1
    return found


def _is_empty(node: Node | None) -> bool:
    """Whether a field has no value, or only the brackets of a list."""
    return node is not None and not (node.text if isinstance(node, Scalar) else getattr(node, "items", True))


@document_rule("AV108", "Feltet hører ikke til dokumenttypen")
def wrong_world(context: Context, document: Document) -> Iterator[Finding]:
    """Agreement fields on a procedure, and the other way round: the two worlds must not be mixed."""
    kind, values = context.corpus.type_of(document), document.fields.values
    for field in DOCUMENT:
        if kind and field.key in values and kind.world not in field.worlds:
            home = "avtaler" if field.worlds == ("overordnet",) else "pasientnære dokumenter"
            message = f"Feltet «{field.key}» hører hjemme i {home}, ikke i et dokument av typen «{document.type}»."
            hint = "Flytt opplysningen dit den hører hjemme, og slett feltet her."
            yield Finding(document.at(field.key), message, hint)


@document_rule("AV115", "Verdien står to ganger i feltet", Severity.ADVARSEL)
def repeated_value(context: Context, document: Document) -> Iterator[Finding]:
    """A list names each thing once."""
    for key, node in document.fields.values.items():
        if isinstance(node, Sequence) and len(node.items) > 1:
            seen: dict[str, Scalar] = {}
            values = (item for item in node.items if isinstance(item, Scalar))
            if twice := next((item for item in values if seen.setdefault(item.text, item) is not item), None):
                yield Finding(twice.at, f"«{twice.text}» står to ganger i feltet «{key}».", "Slett den ene.")


def _gone(context: Context, missing: tuple[str, str], found: list[tuple[Document, Finding]]) -> Finding:
    """One finding, in the register, for an entry that is gone and that many documents name."""
    name, text = missing
    register = context.corpus.registers.named(name)
    near = get_close_matches(text, register.entries, 1, _ALIKE)
    at = register.entries[near[0]].at if near else Location(register.path)
    message = f"«{text}» finnes ikke i {name}.yml, men dokumenter viser til den: {named(d for d, _ in found)}."
    changed = f" Er den blitt til «{near[0]}»? Skriv «{text}» igjen, eller rett dokumentene." if near else ""
    hint = f"Sett oppføringen «{text}» tilbake.{changed} En id endres aldri når den er tatt i bruk."
    return Finding(at, message, hint, tuple(finding.at for _, finding in found))


@document_rule("AV104", "Verdien finnes ikke i registeret", in_common=_gone)
def not_in_register(context: Context, document: Document) -> Iterator[Finding]:
    """Every value that should name an entry of a register must do so."""
    yield from _unknown_entries(context, document)
    if not context.lacks_space(document):
        yield from _unknown_parties(context, document)
        yield from _unknown_organs(context, document)
    yield from _unknown_deadlines(context, document)


def _unknown_entries(context: Context, document: Document) -> Iterator[Finding]:
    registers = context.corpus.registers
    for field, value in ((f, document.fields.values.get(f.key)) for f in _REFERRING):
        for kind, scalar in field.kind.leaves(value) if value else ():
            if isinstance(kind, Ref):
                register = registers.named(kind.register)
                gone = scalar.text not in register.entries and kind.pattern.fullmatch(scalar.text)
                if gone and not context.lacks(kind.register, scalar.text):
                    message = f"«{scalar.text}» i feltet «{field.key}» finnes ikke i registeret {kind.register}.yml."
                    hint = nearest_hint(scalar.text, register.entries, register.path)
                    if isinstance(value, Sequence) and hint.startswith(("Kjente:", "Skriv")):
                        other = hint.replace("Kjente:", "Skriv en av disse:").removeprefix("S")
                        hint = f"Slett «{scalar.text}», eller s{other}"
                    if field.key == "lovkrav" and not hint.startswith("Mente du"):
                        hint = _of_basis(context, document, scalar.text) or hint
                    yield Finding(scalar.at, message, hint, cause=_gone_entry(context, kind.register, scalar.text))


def _gone_entry(context: Context, register: str, text: str) -> tuple[str, str] | None:
    """The entry that many documents may name because it is gone; None where they misspell one that others use."""
    near = get_close_matches(text, context.corpus.registers.named(register).entries, 1, _ALIKE)
    return None if near and (register, near[0]) in context.once(_named_entries) else (register, text)


def _named_entries(context: Context) -> set[tuple[str, str]]:
    return {
        (kind.register, scalar.text)
        for document in context.corpus.documents
        for field in _REFERRING
        if (value := document.fields.values.get(field.key))
        for kind, scalar in field.kind.leaves(value)
        if isinstance(kind, Ref)
    }


def _of_basis(context: Context, document: Document, id: str) -> str:
    """What the agreements that a document rests on have, and the document has not; "" when they have nothing else."""
    above = (context.document(target) for target in document.hjemmel)
    theirs = dict.fromkeys(law for agreement in above if agreement for law in agreement.lovkrav)
    own = id.rpartition("-")[0]
    left = sorted((law for law in theirs if law not in document.lovkrav), key=lambda law: not law.startswith(own))
    return f"Se etter riktig id. Avtalen dokumentet bygger på, har {', '.join(left[:_FEW])}." if left else ""


def _unknown_parties(context: Context, document: Document) -> Iterator[Finding]:
    parties, regions = context.corpus.registers.parter.entries, context.corpus.space_of(document).regions
    named = [(party, "parter") for party in document.parties] + [(s.party, "signert") for s in document.signatures]
    if document.notice:
        named.append((document.notice.by, ""))
    for party, key in named:
        is_known = party in parties or party == EVERYONE or party in regions
        if not is_known and not context.lacks("parter", party):
            at = document.notice.at if document.notice and not key else value_at(document, key, party)
            known = {*parties, EVERYONE, *regions}
            yield Finding(at, f"Parten «{party}» finnes ikke i registeret parter.yml.", nearest_hint(party, known))


def _unknown_organs(context: Context, document: Document) -> Iterator[Finding]:
    known = context.corpus.space_of(document).organs
    for decision in document.decisions:
        if decision.organ not in known:
            homes = (space.id for space in context.corpus.helsefellesskap.values() if decision.organ in space.organs)
            message = f"Organet «{decision.organ}» finnes ikke i helsefellesskap.yml."
            hint = _elsewhere(context, decision.organ, homes) + nearest_hint(decision.organ, known)
            yield Finding(value_at(document, "vedtak", decision.organ), message, hint)


def _unknown_deadlines(context: Context, document: Document) -> Iterator[Finding]:
    space = document.home
    if context.lacks_basis(document):
        return
    for item in document.deadlines:
        if isinstance(item, str) and (space, item) not in context.web.deadlines:
            known = [id for home, id in context.web.deadlines if home == space]
            message = f"Fristen «{item}» er ikke fastsatt i noen avtale i {space}."
            alike = [id for id in known if id.split("-")[0] == item.split("-")[0]]
            hint = nearest_hint(item, alike or known) if known else "Fastsett fristen under «frister» i avtalen."
            homes = (home for home, id in context.web.deadlines if id == item)
            yield Finding(value_at(document, "frister", item), message, _elsewhere(context, item, homes) + hint)


def _elsewhere(context: Context, id: str, homes: Iterable[str]) -> str:
    """The start of the hint for an id that another helsefellesskap has."""
    home = next(iter(homes), "")
    return f"«{id}» hører til {context.corpus.helsefellesskap[home].short_name}. " if home else ""
