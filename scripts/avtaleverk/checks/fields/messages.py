"""AV1: who sends a message, and by when, must be as agreed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from operator import attrgetter

from avtaleverk.checks.agreed.basis import durations
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.checks.roles.senders import side_of
from avtaleverk.corpus.model import Deadline, Message
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.agreed_messages import SENDS
from avtaleverk.rules import corpus_rule


@corpus_rule("AV119", "Meldingen i registeret er en annen enn i avtalen", Severity.ADVARSEL)
def other_message(context: Context) -> Iterator[Finding]:
    """The sender's side and the time of a message must be those in `frister` of the agreements."""
    agreed = _agreed(context)
    for message in context.corpus.registers.meldinger.entries.values():
        deadlines = agreed[message.id]
        yield from _exchanged(context, message, deadlines) or _other_sender(context, message, deadlines)
        yield from _other_receiver(context, message, deadlines)
        yield from _other_time(context, message, deadlines)


def _exchanged(context: Context, message: Message, deadlines: Sequence[Deadline]) -> list[Finding]:
    """A message that those receive who are to send it, and the other way."""
    receive = deadlines and all(d.by in message.receivers and d.by not in message.senders for d in deadlines)
    if not receive or not any(role in message.senders for d in deadlines for role in d.to):
        return []
    first = deadlines[0]
    role = context.corpus.role_name(first.by).lower()
    text = f"Avsender og mottakere er byttet om: fristen «{first.id}» i avtalen sier at {role} sender «{message.name}»."
    at = value_at(context.corpus.registers.meldinger, message.id, inside="avsender")
    return [Finding(at, text, "Bytt om «avsender» og «mottakere».", (first.at,))]


def _other_sender(context: Context, message: Message, deadlines: Sequence[Deadline]) -> Iterator[Finding]:
    sides = {*(side_of(context, role) for role in message.senders), "begge", ""}
    if message.senders and deadlines and all(side_of(context, deadline.by) not in sides for deadline in deadlines):
        first, senders = deadlines[0], ", ".join(context.corpus.role_name(role).lower() for role in message.senders)
        role = context.corpus.role_name(first.by).lower()
        text = f"Meldingen sendes av {senders} her, men fristen «{first.id}» i avtalen gjelder {role}."
        at = value_at(context.corpus.registers.meldinger, message.id, inside="avsender")
        yield Finding(at, text, f"Skriv «{first.by}», eller rett «hvem» i avtalen.", (first.at,))


def _other_receiver(context: Context, message: Message, deadlines: Sequence[Deadline]) -> Iterator[Finding]:
    """Those who always get a message, when all agreements send it to someone else."""
    sent = [d for d in deadlines if d.what.casefold().startswith(SENDS) and d.to]
    if message.always_to and sent and not any({*message.always_to} & {*d.to} for d in sent):
        agreed = [role for role in sent[0].to if all(role in d.to for d in sent) and role in message.receivers]
        write = f"Skriv «alltid_til: [{', '.join(agreed)}]»" if agreed else "Skriv dem"
        text = f"«alltid_til» nevner ingen av dem som fristen «{sent[0].id}» i avtalen sender «{message.name}» til."
        at = value_at(context.corpus.registers.meldinger, message.id, inside="alltid_til")
        hint = f"{write}. Hvis det er avtalen som er feil, rettes den først."
        yield Finding(at, text, hint, tuple(d.at for d in sent))


def _other_time(context: Context, message: Message, deadlines: Sequence[Deadline]) -> Iterator[Finding]:
    """A time span in `nar` that no deadline has."""
    register, said = context.corpus.registers.meldinger, durations(message.when)
    timed = [deadline for deadline in deadlines if deadline.within.minutes]
    if said and timed and {length for _, length in said}.isdisjoint(d.within.minutes for d in timed):
        text = f"Her står «{said[0][0]}», men fristen «{timed[0].id}» i avtalen er «{timed[0].within.text}»."
        at, hint = value_at(register, message.id, inside="nar"), f"Skriv «{timed[0].within.text}»."
        yield Finding(at, text, hint, (timed[0].at,))


def _agreed(context: Context) -> dict[str, list[Deadline]]:
    """The agreed deadlines for sending each message; those in bokmål first, since the register is in bokmål."""
    messages, agreed = context.corpus.registers.meldinger.entries, defaultdict[str, list[Deadline]](list)
    for document in sorted(context.corpus.documents, key=attrgetter("language")):
        for deadline in document.own_deadlines if document.messages else ():
            what = deadline.what.casefold()
            if deadline.id in messages:  # «Svare på melding …»
                agreed[deadline.id].append(deadline)
            elif what.startswith(SENDS):
                for message in (messages[name] for name in document.messages if name in messages):
                    if any(what.startswith(name.partition(" (")[0].casefold(), len(SENDS)) for name in message.names):
                        agreed[message.id].append(deadline)
    return agreed
