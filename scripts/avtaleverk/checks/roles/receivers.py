"""AV6: a message must go to its receivers, in the steps and in the deadlines of an agreement."""

from collections.abc import Iterator, Mapping

from markdown_it.token import Token

from avtaleverk.checks.agreed.basis import clauses
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_line, part_at
from avtaleverk.checks.roles.called import (
    RolesByForm,
    in_text,
    messages_by_name,
    messages_of,
    role_forms,
    role_names,
    roles_called,
)
from avtaleverk.checks.roles.told import NO_MORE, kept_towards_others, sent_in_agreement, sent_in_table
from avtaleverk.corpus.model import Document, Message
from avtaleverk.corpus.outline import Body, Section, inline_text
from avtaleverk.corpus.steps import holds_steps
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.agreed_messages import SENDS, message_of, plain_names
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_SENT = when_used(
    r"(?:\b(?:[Ss]end|[Ss]kriv i)\b[^.:!?]*?\btil |\b(?:hvem|kven) som (?:får|skal ha) (?:den|det|ho|han|meldingen|meldinga): )(?P<to>[^.:!?]*)"
)
_SIGNS = ("end ", "kriv i ", " som får ", " som skal ha ")
_LONG = 6  # letters of a word that says what kind of message it is
_WORD = when_used(r"[\w-]+")


@document_rule("AV632", "Rollen mottar ikke denne meldingen", Severity.ADVARSEL, needs=("roller", "meldinger"))
def wrong_receiver(context: Context, document: Document) -> Iterator[Finding]:
    """The receiver in a step must be one that the messages, the deadlines or the clauses of the procedure name."""
    yield from sent_in_table(context, document)
    if context.corpus.world_of(document) == "overordnet":
        yield from _deadlines(context, document)
        yield from sent_in_agreement(context, document)
    elif not context.lacks_basis(document):
        found = [*kept_towards_others(context, document)]
        lines = {one.at.line for one in found}
        yield from found
        sent = _steps(context, document, context.once(role_forms)) if document.messages else ()
        yield from (one for one in sent if one.at.line not in lines)


def _steps(context: Context, document: Document, forms: RolesByForm) -> Iterator[Finding]:
    receivers = {role for message in messages_of(context, document) for role in message.receivers}
    receivers |= {role for _, deadline in context.web.deadlines_of(document) for role in deadline.to}
    for line, word, roles, sent in _sent_to(document, forms):
        own = _named(context, sent) or _named_last(context, document, sent)
        if own and not roles & _receivers_of(context, document, own):
            text = f"«{word}» er ingen mottaker av «{own.name}» etter meldinger.yml."
            known = in_text(context, own.receivers[:4], document)
            at = in_line(document, line, word)
            yield Finding(at, text, _one_of(known, "Registeret nevner"), (own.at,))
            continue
        if roles & receivers or sent.startswith("skriv"):  # what is written in something else than a message
            continue
        named = context.once(role_names).items()
        meant = roles.union(*(others for name, others in named if name.startswith(word.casefold())))
        if not meant & receivers and not meant & _in_clauses(context, document, forms):
            message = f"«{word}» er ingen mottaker av det som sendes i denne prosedyren."
            first = {role for _, deadline in context.web.deadlines_of(document) for role in deadline.to}
            known = in_text(context, sorted(receivers, key=lambda role: (role not in first, role))[:4], document)
            hint = _one_of(known, "Avtalen og meldinger.yml nevner")
            yield Finding(in_line(document, line, word), message, hint, (document.at("meldinger"),))


def _one_of(known: str, source: str) -> str:
    """To write the receiver, or one of those that a source names."""
    if not known:
        return "Rett mottakeren."
    return f"{source}: {known}. Skriv en av dem." if ", " in known else f"Skriv «{known}»."


def _sent_to(document: Document, forms: RolesByForm) -> Iterator[tuple[int, str, frozenset[str], str]]:
    """The roles that a step sends something to, each with the words before it that say what."""
    for token in (token for section in document.body.sections for token in _sending(document.body, section)):
        for found in _SENT.finditer(inline_text(token)):
            sent = found[0].removesuffix(found["to"]).casefold()
            for word in _WORD.findall(NO_MORE.split(found["to"])[0]):
                if roles := roles_called(word, forms):
                    yield document.body.line_of(token), word, roles, sent


def _named(context: Context, sent: str) -> Message | None:
    """The message after «send», by its longest name: «send melding om utskrivningsklar pasient»."""
    things = sent.split()[1:]
    starts = (*(" ".join(things[place:]) for place in (0, 1)), *sent.split(" som ")[1:])
    known = context.once(messages_by_name).items()
    return next((message for name, message in known for start in starts if start.startswith(name)), None)


_ENDING = when_used(r"(?:en|a|et)$")


def _named_last(context: Context, document: Document, sent: str) -> Message | None:
    """«Send rapporten», of a procedure with one message that is a report."""
    thing = _ENDING.sub("", sent.split()[1]) if len(sent.split()) > 1 else ""
    own = messages_of(context, document) if len(thing) >= _LONG else []
    found = [m for m in own if any(name.casefold().endswith(thing) for name in plain_names(m))]
    return found[0] if len(found) == 1 else None


def _receivers_of(context: Context, document: Document, message: Message) -> set[str]:
    """The receivers of the message in the register, and in the page's deadlines for it."""
    entries = context.corpus.registers.meldinger.entries
    own = (d for _, d in context.web.deadlines_of(document) if message_of(d, entries) == message)
    return {role for m in _likes(message, entries) for role in m.receivers} | {role for d in own for role in d.to}


def _sending(body: Body, section: Section) -> Iterator[Token]:
    """The steps that send something."""
    for token in body.tokens_of(section) if holds_steps(section) else ():
        if token.type == "inline" and any(sign in token.content for sign in _SIGNS):
            yield token


def _in_clauses(context: Context, document: Document, forms: RolesByForm) -> set[str]:
    """The roles that the clauses name which the document rests on."""
    found: set[str] = set()
    for agreement, section in clauses(context, document):
        for word in _WORD.findall(f"{section.title} {context.words_under(agreement, section)}"):
            found |= roles_called(word, forms)
    return found


def _deadlines(context: Context, document: Document) -> Iterator[Finding]:
    """A deadline such as «Sende tidligmelding» must name a sender and receivers of the message."""
    entries = context.corpus.registers.meldinger.entries
    for item in document.own_deadlines:
        if not item.what.casefold().startswith(SENDS):
            continue
        if not {item.by, *item.to} <= context.corpus.registers.roller.entries.keys():
            continue  # AV104 names the one that is misspelt
        message = message_of(item, entries)
        if not message or any(item.by in m.senders and {*item.to} <= {*m.receivers} for m in _likes(message, entries)):
            continue
        sends = item.by in message.senders
        wrong = next((role for role in item.to if role not in message.receivers), "") if sends else item.by
        key, does = ("til", "mottar") if sends else ("hvem", "sender")
        text = f"«{context.corpus.role_name(wrong)}» {does} ikke meldingen «{message.name}» etter meldinger.yml."
        right = message.receivers if sends else message.senders
        is_one = len(right) == 1 and not sends
        write = f"Skriv «{key}: {right[0]}»." if is_one else f"Registeret har {', '.join(right[:4])}."
        hint = f"{write} Hvis det er registeret som er feil, ber du sekretariatet rette det."
        yield Finding(part_at(document, "frister", item.at, key), text, hint, (message.at,))


def _likes(message: Message, entries: Mapping[str, Message]) -> list[Message]:
    """The message, and those whose names start like its own."""
    start = message.name.casefold()[:6]
    return [m for m in entries.values() if m.name.casefold().startswith(start)]
