"""AV4: references to ended documents, replacements that only one side names, and entries that nothing uses."""

from collections.abc import Iterator
from difflib import get_close_matches

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_words, is_whole, list_with, value_at
from avtaleverk.checks.several import named
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.web import Link
from avtaleverk.rules import corpus_rule, document_rule

PRACTISED = ("delavtale", "saeravtale")
USED = ("roller", "faser", "tema", "pasientgrupper", "meldinger", "lovkrav", "satser", "kilder")


def has_ended(document: Document) -> bool:
    """Whether the document itself says that it has ended; AV512 reports one that is only past its last day."""
    return document.status == "utgatt" or bool(document.replaced_by)


def _ended(context: Context, target: Reference, found: list[tuple[Document, Finding]]) -> Finding:
    """One finding, where a document ended, for many documents that refer to it."""
    ended, documents = context.corpus.by_reference[target], dict.fromkeys(document for document, _ in found)
    referring, places = f"{len(documents)} dokumenter viser til det: {named(documents)}", tuple(f.at for _, f in found)
    message = f"{_titled(ended)} gjelder ikke lenger, men {referring}."
    instead = f"«{ended.replaced_by[0]}»" if ended.replaced_by else "det som gjelder nå"
    hint = f"La dem vise til {instead}. Hvis dokumentet fortsatt gjelder, skriver du «status: gjeldende» her."
    if ended.status != "utgatt":  # only the one field says so
        status = f"har status «{ended.status}», men «erstattes_av» sier at det er erstattet"
        message = f"{_titled(ended)} {status}. {referring}."
        hint = f"Er det erstattet, skriv «status: utgatt», og la dem vise til {instead}. Gjelder det fortsatt, slett «erstattes_av»."
        return Finding(ended.at("erstattes_av"), message, hint, places)
    return Finding(value_at(ended, "status"), message, hint, places)


def _instead(document: Document, target: Document, link: Link) -> str:
    """What to write in place of a reference to a document that has ended."""
    gone = "Skriv ordene uten lenke."
    if link.relation == "hjemmel":
        gone = f"Skriv {list_with(document, 'hjemmel', without=link.target.local)}, med punktet som gjelder nå."
    if document.id in target.replaced_by:
        return f"Denne siden har erstattet det. {gone}"
    if target.replaced_by:
        return f"Vis til «{target.replaced_by[0]}», som har erstattet det."
    if link.relation == "steg":
        gone = f"Ta «{link.target.local}» ut av «dokumenter»."
    return gone


def _still(target: Document) -> str:
    """What to write if a document without a successor has not ended after all."""
    if target.replaced_by or target.status != "utgatt":
        return ""
    return f" Hvis {target.id} fortsatt gjelder, skriver du «status: gjeldende» i {in_words(target.at('status'))}."


def _titled(document: Document) -> str:
    return f"«{document.id}» ({document.title})"


@document_rule("AV405", "Dokumentet det vises til, gjelder ikke lenger", in_common=_ended)
def reference_to_ended(context: Context, document: Document) -> Iterator[Finding]:
    """A reference from a document in force must lead to one in force."""
    for link in () if has_ended(document) else context.web.outgoing.get(document.reference, ()):
        target = context.document(link.target)
        if target and has_ended(target) and link.relation not in ("erstatter", "under"):
            at = value_at(document, link.relation, link.target.local) if link.relation == "hjemmel" else link.at
            message = f"{_titled(target)} gjelder ikke lenger."
            if target.status != "utgatt":
                message = f"{_titled(target)} er erstattet, men har status «{target.status}»."
            hint = f"{_instead(document, target, link)}{_still(target)}"
            yield Finding(at, message, hint, (target.at("status"),), cause=target.reference)


@document_rule("AV406", "Bare den ene siden vet at dokumentet er erstattet")
def one_sided_replacement(context: Context, document: Document) -> Iterator[Finding]:
    """`erstatter` and `erstattes_av` must match."""
    home = document.home
    for key, others, back in (
        ("erstatter", document.replaces, "erstattes_av"),
        ("erstattes_av", document.replaced_by, "erstatter"),
    ):
        for name in others:
            other = context.document(Reference.parse(name, home))
            if other is None:
                continue
            if other is document:
                message = f"«{document.id}» kan ikke være kommet i stedet for seg selv."
                yield Finding(value_at(document, key, name), message, f"Slett «{name}» i «{key}», eller rett id-en.")
                continue
            answers = other.replaced_by if back == "erstattes_av" else other.replaces
            if back in other.fields.values and not is_whole(other, back, answers):
                continue  # AV103 names the one that cannot be read
            if document.reference not in (context.web.resolve(Reference.parse(a, other.home)) for a in answers):
                message = f"Feltet «{key}» viser til «{name}», men «{name}» viser ikke tilbake."
                replaced, newer = (other, document) if key == "erstatter" else (document, other)
                write = f"«{back}: [{document.id}]» i {other.path}"
                hint = f"Skriv {write}. Hvis begge skal gjelde, sletter du «{key}» her."
                if _is_as_new(replaced, newer):
                    hint = f"Slett linjen «{key}»: begge gjelder. Hvis {newer.id} er kommet i stedet for {replaced.id}, skriver du {write}."
                yield Finding(value_at(document, key, name), message, hint, (other.at(back),))


def _is_as_new(replaced: Document, newer: Document) -> bool:
    """Whether a document that is said to be replaced applies, and either from no earlier day than the one in its place or
    about something else."""
    was, now = replaced.valid_from, newer.valid_from
    is_alike = bool({*replaced.hjemmel} & {*newer.hjemmel}) or replaced.number == newer.number != ""
    is_as_new = was is not None and (now is None or was >= now)
    return replaced.status == newer.status == "gjeldende" and (is_as_new or not is_alike)


@corpus_rule("AV408", "Ingen prosedyre setter avtalen ut i livet")
def without_procedure(context: Context) -> Iterator[Finding]:
    """A delavtale must have a procedure that rests on it, or say why it needs none."""
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
    """Every entry of a register must be named by a document or by another register."""
    if context.corpus.unread:  # what cannot be read may use it
        return
    registers = context.corpus.registers
    elsewhere = _named_elsewhere(context)
    for name in USED:
        register = registers.named(name)
        unknown = [id for kind, id in context.web.named if kind == name and id not in register.entries]
        for id, entry in register.entries.items():
            if unknown and get_close_matches(id, unknown, 1, 0.8):
                continue  # AV104 says that the one was called like this before
            if not context.web.documents_naming(name, id) and (name, id) not in elsewhere:
                message = f"Ingen dokumenter bruker «{id}» i {name}.yml."
                hint = f"Slett oppføringen. Hvis et dokument skal ha den, skriver du «{id}» der."
                yield Finding(entry.at, message, hint)


def _named_elsewhere(context: Context) -> set[tuple[str, str]]:
    """Entries named by fields outside the main lists: owners, contacts, senders, deadlines, successors."""
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
