"""AV4: references to what no longer holds, replacements that only one side knows, and things nobody uses."""

from collections.abc import Iterator
from difflib import get_close_matches

from avtaleverk.checks.context import Context
from avtaleverk.checks.followers import FEW, named
from avtaleverk.checks.places import is_whole, value_at
from avtaleverk.corpus.load import address
from avtaleverk.corpus.model import Document, Register
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import corpus_rule, document_rule

PRACTISED = ("delavtale", "saeravtale")
USED = ("roller", "faser", "tema", "pasientgrupper", "meldinger", "lovkrav", "satser", "kilder")


def has_ended(document: Document) -> bool:
    """Whether the document says itself that it no longer holds. One that is only past its date has AV512."""
    return document.status == "utgatt" or bool(document.replaced_by)


@corpus_rule("AV405", "Dokumentet det vises til, gjelder ikke lenger")
def reference_to_ended(context: Context) -> Iterator[Finding]:
    """A reference from a document in force leads to one in force. Many to the same are one finding, where it ended."""
    found: dict[Document, list[tuple[Document, Location]]] = {}
    for document in context.corpus.documents:
        for link in () if has_ended(document) else context.web.outgoing.get(document.reference, ()):
            target = context.corpus.document(context.web.resolve(link.target))
            if target and has_ended(target) and link.relation not in ("erstatter", "under"):
                text = link.target.document + (f"#{link.target.clause}" if link.target.clause else "")
                at = value_at(document, link.relation, text) if link.relation == "hjemmel" else link.at
                found.setdefault(target, []).append((document, at))
    for target, references in found.items():
        yield from _to_ended(target, references)


def _to_ended(target: Document, references: list[tuple[Document, Location]]) -> Iterator[Finding]:
    successor, title = target.replaced_by[0] if target.replaced_by else "", f"«{target.id}» ({target.title})"
    documents = dict.fromkeys(document for document, _ in references)
    if len(documents) > FEW:
        message = f"{title} gjelder ikke lenger, men {len(documents)} dokumenter viser til det: {named(documents)}."
        hint = f"La dem vise til «{successor}». " if successor else "La dem vise til det som gjelder nå. "
        places = tuple(at for _, at in references)
        yield Finding(
            value_at(target, "status"), message, f"{hint}Gjelder dokumentet fortsatt, rett «status» her.", places
        )
        return
    hint = "Fjern henvisningen, eller finn det som gjelder nå."
    for _, at in references:
        found = f"Vis til «{successor}», som har erstattet det." if successor else hint
        yield Finding(at, f"{title} gjelder ikke lenger.", found, (target.at("status"),))


@document_rule("AV406", "Bare den ene siden vet at dokumentet er erstattet")
def one_sided_replacement(context: Context, document: Document) -> Iterator[Finding]:
    """`erstatter` and `erstattes_av` answer each other."""
    home = document.reference.helsefellesskap
    for key, others, back in (
        ("erstatter", document.replaces, "erstattes_av"),
        ("erstattes_av", document.replaced_by, "erstatter"),
    ):
        for name in others:
            other = context.corpus.document(context.web.resolve(address(name, home)))
            if other is None:
                continue
            answers = other.replaced_by if back == "erstattes_av" else other.replaces
            if back in other.fields.values and not is_whole(other, back, answers):
                continue  # AV103 names the one that cannot be read
            if document.reference not in (
                context.web.resolve(address(a, other.reference.helsefellesskap)) for a in answers
            ):
                message = f"Feltet «{key}» viser til «{name}», men «{name}» viser ikke tilbake."
                yield Finding(
                    value_at(document, key, name), message, f"Skriv «{back}: [{document.id}]» i {other.path}."
                )


@corpus_rule("AV408", "Ingen prosedyre setter avtalen ut i livet")
def without_procedure(context: Context) -> Iterator[Finding]:
    """A delavtale has a procedure that rests on it, or says why it needs none."""
    if context.corpus.unread:  # what cannot be read may rest on it
        return
    practised = {context.web.resolve(link.target).whole for link in context.web.links if link.relation == "hjemmel"}
    for document in context.corpus.documents:
        in_force = document.type in PRACTISED and document.status == "gjeldende"
        if in_force and not document.no_procedure and document.reference not in practised:
            hint = f"Lag en prosedyre med «hjemmel: [{document.id}#…]», eller forklar med «ingen_prosedyre: …»."
            yield Finding(value_at(document, "id"), f"Ingen prosedyre bygger på «{document.id}».", hint)


@corpus_rule("AV409", "Oppføringen i registeret brukes ikke", Severity.MERKNAD)
def unused_entry(context: Context) -> Iterator[Finding]:
    """Every entry of a register is named by a document or by another register."""
    if context.corpus.unread:  # what cannot be read may use it
        return
    registers = context.corpus.registers
    elsewhere = _named_elsewhere(context)
    for name in USED:
        register: Register[object] = getattr(registers, name)
        unknown = [id for kind, id in context.web.named if kind == name and id not in register.entries]
        for id, entry in register.entries.items():
            if unknown and get_close_matches(id, unknown, 1, 0.8):
                continue  # AV104 says that the one was called like this before
            if not context.web.documents_naming(name, id) and (name, id) not in elsewhere:
                message = f"Ingen dokumenter bruker «{id}» i {name}.yml."
                yield Finding(entry.at, message, "Bruk oppføringen der den passer, eller slett den.")  # type: ignore[attr-defined]


def _named_elsewhere(context: Context) -> set[tuple[str, str]]:
    """Entries that fields outside the main lists name: owners, contacts, senders, deadlines, successors."""
    registers = context.corpus.registers
    named = {("roller", role) for m in registers.meldinger.entries.values() for role in (*m.senders, *m.receivers)}
    named |= {("roller", role) for s in context.corpus.helsefellesskap.values() for role in s.contacts}
    named |= {("faser", moment.phase) for moment in registers.momentliste.entries.values()}
    for law in registers.lovkrav.entries.values():
        named |= {("lovkrav", law.id)} if law.repealed or law.number else set()  # § 6-2 has a rule of its own
        named |= {("lovkrav", other) for other in law.replaced_by}
    for document in context.corpus.documents:
        named |= {("roller", document.owner_kommune), ("roller", document.owner_hf)}
        named |= {("roller", role) for role in document.contacts}
        for _, deadline in context.web.deadlines_of(document):
            named |= {("roller", role) for role in (deadline.by, *deadline.to)} | {("lovkrav", deadline.law)}
    return named
