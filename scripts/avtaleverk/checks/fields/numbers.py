"""AV1: the number of an agreement must be unique, and the one in its title; that of a kommune must be the one in its id."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.hierarchy.levels import parent_of
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule

_IN_TITLE = when_used(r"\w*avtale (?P<number>\d+(?:-\d+)?)(?=\W|$)", re.IGNORECASE)


@corpus_rule("AV114", "Nummeret er et annet enn i tittelen, eller brukt før")
def wrong_number(context: Context) -> Iterator[Finding]:
    """«Delavtale 9» must have number 9, and no other agreement of its type in force may have it."""
    first: dict[tuple[str, str, str], Document] = {}
    for document in context.corpus.documents:
        if not document.number or document.status == "utgatt":
            continue
        titled = _IN_TITLE.match(document.title)
        if titled and titled["number"] not in (document.number, document.number.rpartition("-")[2]):
            message = f"Nummeret er {document.number}, men tittelen sier {titled['number']}."
            hint = f'Skriv «nummer: "{titled["number"]}"», eller rett tittelen.'
            yield Finding(value_at(document, "nummer"), message, hint, (document.at("tittel"),))
            continue
        parent, chief = parent_of(context, document), document.number.rpartition("-")[0]
        if parent and parent.number and chief and parent.number != chief:
            message = f"Etter nummeret ({document.number}) hører avtalen til avtale {chief}, men den står under avtale {parent.number}."
            home = context.corpus.documents_of(document.home)
            meant = next((d.id for d in home if d.number == chief and d.type == parent.type), "")
            under = f"Skriv «under: {meant}»" if meant else f"Skriv id-en til avtale {chief} i «under»"
            hint = f"{under}. Hvis det er nummeret som er feil, retter du «nummer»."
            yield Finding(value_at(document, "under"), message, hint, (document.at("nummer"),))
        key = document.home, document.type, document.number
        other = first.setdefault(key, document)
        succeeds = other.id in (*document.replaces, *document.replaced_by)  # and so takes over the number
        if other is not document and not succeeds and document.id not in (*other.replaces, *other.replaced_by):
            message = f"Nummer {document.number} er brukt av «{other.id}» ({other.title})."
            hint = "Gi avtalen et nummer som ingen annen avtale har."
            yield Finding(value_at(document, "nummer"), message, hint, (value_at(other, "nummer"),))


@corpus_rule("AV126", "Kommunenummeret er et annet enn i nøkkelen")
def other_than_key(context: Context) -> Iterator[Finding]:
    """Documents and lists name a kommune by its id, while readers see the number."""
    register = context.corpus.registers.parter
    for party in register.entries.values():
        number = party.id.removeprefix("k-")
        if number != party.id and number.isdigit() and party.number and party.number != number:
            message = f"{party.name} har nøkkelen «{party.id}», men nummeret «{party.number}»."
            hint = f'Skriv «nummer: "{number}"». Har kommunen fått nytt nummer, må nøkkelen «{party.id}» skiftes overalt der den står.'
            yield Finding(value_at(register, party.id, party.number), message, hint)
