"""AV1: the id of a kommune must have the same number as its field."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import corpus_rule


@corpus_rule("AV126", "Kommunenummeret er et annet enn i nøkkelen")
def other_number(context: Context) -> Iterator[Finding]:
    """Documents and lists name a kommune by its id, while readers see the number."""
    register = context.corpus.registers.parter
    for party in register.entries.values():
        number = party.id.removeprefix("k-")
        if number != party.id and number.isdigit() and party.number and party.number != number:
            message = f"{party.name} har nøkkelen «{party.id}», men nummeret «{party.number}»."
            hint = f'Skriv «nummer: "{number}"». Har kommunen fått nytt nummer, må nøkkelen «{party.id}» skiftes overalt der den står.'
            yield Finding(value_at(register, party.id, party.number), message, hint)
