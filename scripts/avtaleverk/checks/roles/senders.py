"""AV6: the sender of a message in a step must be one that the register allows."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import basis
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_line, list_with
from avtaleverk.checks.roles.called import in_text, messages_of, role_forms, roles_called
from avtaleverk.corpus.model import Document, Message
from avtaleverk.corpus.outline import inline_text
from avtaleverk.corpus.steps import PARTIES, holds_steps
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.mentions import Mention
from avtaleverk.links.names import Named
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_SENDS = when_used(r"(?:^|[.:!?,]\s+|\bog )(?:send|sender)\b[^.:!?]*$", re.IGNORECASE)
_WRITES = when_used(r"(?:^|[.:!?,]\s+|\bog )(?:skriv|lag|fyll ut)\s+(?:(?:i|en|ei|ein|et|eit)\s+)?$", re.IGNORECASE)


@document_rule("AV619", "Rollen sender ikke denne meldingen", Severity.ADVARSEL, needs=("roller",))
def wrong_sender(context: Context, document: Document) -> Iterator[Finding]:
    """A step in which one side sends a message that only the other side sends, according to `meldinger.yml`."""
    sides, said = context.once(sides_by_name), set()
    for message, mention, actor in _sent(context, document):
        if (mention.line, actor) in said:
            continue  # «epikrisen» and «epikrise» in one step
        senders = {side_of(context, role) for role in message.senders}
        side = sides.get(actor.casefold(), "")
        if side in ("kommune", "helseforetak") and senders and not senders & {side, "begge", ""}:
            said.add((mention.line, actor))
            at = in_line(document, mention.line, mention.text)
            senders_here = sorted(message.senders, key=lambda role: role not in document.roles)
            names = in_text(context, senders_here[:3], document)
            text = f"{actor} skal skrive eller sende «{mention.text}» her, men meldingen sendes av {names}."
            first = context.corpus.role_name(senders_here[0], document.language)
            hint = f"Skriv «{first}» foran steget, hvis det er den meldingen. Hvis steget er riktig, ber du sekretariatet rette «avsender» i meldinger.yml."
            yield Finding(at, text, hint, (message.at,))
        elif _is_anothers(context, document, message, actor):
            said.add((mention.line, actor))
            at, names = in_line(document, mention.line, mention.text), in_text(context, message.senders[:3], document)
            text = f"«{mention.text}» står ikke i «meldinger», og {actor} sender den ikke: det gjør {names}."
            hint = f"Skriv {_own_messages(context, document)}. Hvis det er «{mention.text}» som sendes, retter du rollen foran steget, og legger «{message.id}» til i «meldinger»."
            yield Finding(at, text, hint, (document.at("meldinger"), message.at))

        elif message.id not in document.messages:
            said.add((mention.line, actor))
            yield _unnamed(context, document, message, mention)


def _own_messages(context: Context, document: Document) -> str:
    """The messages that the procedure names, as it calls them."""
    own = messages_of(context, document)[:3]
    return " eller ".join(f"«{(document.language == 'nn' and m.name_nn) or m.name}»" for m in own)


def _unnamed(context: Context, document: Document, message: Message, mention: Mention) -> Finding:
    """A message that a step sends and `meldinger` does not name, perhaps in place of one that no step sends."""
    mentions = context.web.mentions[document.path].every
    told = {one.target.entry for one in mentions if isinstance(one.target, Named)}
    unsaid = [one for one in messages_of(context, document) if one.id not in told]
    text = f"«{mention.text}» står ikke i «meldinger»."
    hint = f"Skriv {list_with(document, 'meldinger', message.id)} på linje {document.at('meldinger').line}."
    is_agreed = any(mention.text.casefold() in words.casefold() for words in basis(context, document))
    if not is_agreed and unsaid:
        name = (document.language == "nn" and unsaid[0].name_nn) or unsaid[0].name
        text = f"«{mention.text}» står ikke i «meldinger», og «{name}», som står der, blir ikke sendt."
        hint = f"Skriv «{name}». Skal begge sendes, legger du «{message.id}» til i «meldinger»."
    return Finding(in_line(document, mention.line, mention.text), text, hint, (document.at("meldinger"), message.at))


def _is_anothers(context: Context, document: Document, message: Message, actor: str) -> bool:
    """Whether a message that the procedure does not name is sent by other roles than the one who acts."""
    if message.id in document.messages or not message.senders:
        return False
    roles = roles_called(actor, context.once(role_forms))
    return bool(roles) and roles.isdisjoint(message.senders)


def sides_by_name(context: Context) -> dict[str, str]:
    """The side of each role, by every name of it."""
    roles = context.corpus.registers.roller.entries.values()
    names = {n.casefold(): role.side for role in roles for n in role.names}
    return names | PARTIES


def _sent(context: Context, document: Document) -> Iterator[tuple[Message, Mention, str]]:
    """The messages of the procedure that each step sends, with the name of the actor."""
    found = context.web.mentions[document.path].found
    entries = context.corpus.registers.meldinger.entries
    for section in document.body.sections if document.messages else ():
        if not holds_steps(section):
            continue
        for index in range(section.start, section.end):
            for mention in found.get(index, ()):
                target = mention.target
                if isinstance(target, Named) and target.register == "meldinger" and target.entry in entries:
                    text = inline_text(document.body.tokens[index])
                    actor, colon, _ = text.partition(":")
                    before = text[: text.find(mention.text)] if colon else ""
                    is_meant = target.entry in document.messages or not _has_like(context, document, mention)
                    if is_meant and (_SENDS.search(before) or _WRITES.search(before)):
                        yield entries[target.entry], mention, actor.strip()


def _has_like(context: Context, document: Document, mention: Mention) -> bool:
    """Whether a similar message of the procedure may be meant: «epikrisen» where it sends «Epikrise fra KAD»."""
    start = mention.text.casefold()[:6]
    own = messages_of(context, document)
    return any(start in f"{message.name} {message.name_nn}".casefold() for message in own)


def side_of(context: Context, role: str) -> str:
    """The side of a role; "" for one that is not in the register."""
    entry = context.corpus.registers.roller.entries.get(role)
    return entry.side if entry else ""
