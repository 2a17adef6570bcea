"""The messages of a document: a register entry names all that may send and get one.

Where a deadline of the document is for a message, the message goes when the deadline says, to those whom it names.
Else, where the register says who always gets a message, its receivers are the same wherever it is shown. Where the
matter decides, as for a referral, a document shows those it is about. Who is rung are those whose number it gives; who
rings is also whoever a step tells to ring one of them.
"""

import re
from collections.abc import Iterator

from avtaleverk.corpus.model import Document, Message
from avtaleverk.corpus.steps import actor_of, holds_steps
from avtaleverk.links.agreed_messages import message_of
from avtaleverk.pages.site import Site
from avtaleverk.pages.words import in_language, moment, span

_RINGS = re.compile(r"\bring(?:er|e)?\b", re.IGNORECASE)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!:])\s+")
# A name for whoever of the others referred the patient: that one is among the senders already.
_STANDS_FOR_ANOTHER = "henviser"
_FAMILY = ("pasient", "parorende")


def sent(site: Site, document: Document) -> list[Message]:
    """The messages of the document, with its own senders and receivers."""
    entries = site.corpus.registers.meldinger.entries
    messages = [entries[id] for id in document.messages if id in entries]
    own = _roles(site, document, {role for m in messages for role in (*m.senders, *m.receivers)})
    shown = [_between(message, own, {*document.contacts} if _is_a_talk(message) else own) for message in messages]
    return [(_as_rung if _is_a_talk(message) else _as_agreed)(site, document, message) for message in shown]


def _as_agreed(site: Site, document: Document, message: Message) -> Message:
    """The message within its deadline here; where some always get it, to those who are to have it within that."""
    entries, language = site.corpus.registers.meldinger.entries, document.language
    deadlines = [
        deadline
        for _, deadline in site.web.deadlines_of(document)
        if (meant := message_of(deadline, entries)) and meant.id == message.id
    ]
    if not deadlines:
        return message
    when = f"{span(deadlines[0], language)} {moment(deadlines[0], language)}".strip()
    if not in_language(message, "when", language).casefold().startswith(when.casefold()):
        when = f"{when[:1].upper()}{when[1:]}"
        message = message._replace(when=when, when_nn=when)
    receivers = tuple(dict.fromkeys(role for deadline in deadlines for role in deadline.to))
    return message._replace(receivers=receivers, always_to=()) if receivers and message.always_to else message


def _is_a_talk(message: Message) -> bool:
    """Whether it goes by telephone, and never in writing."""
    return message.channel.partition(";")[0].casefold() == "telefon"


def _as_rung(site: Site, document: Document, message: Message) -> Message:
    """The talk with those too whom a step tells to ring, and whom."""
    calls = list(_calls(site, document))
    ringing = dict.fromkeys(by for by, _ in calls if by not in (*message.senders, _STANDS_FOR_ANOTHER))
    rung = dict.fromkeys(to for _, named in calls for to in named if to not in message.receivers)
    return message._replace(senders=(*message.senders, *ringing), receivers=(*message.receivers, *rung))


def _calls(site: Site, document: Document) -> Iterator[tuple[str, list[str]]]:
    """Who rings in the steps, and whom of those whose number the document gives; not who rings the patient."""
    for actor, text in _steps(document):
        role = site.role_called(actor)
        if role is None:
            continue
        for sentence in filter(_RINGS.search, _BETWEEN_SENTENCES.split(text)):
            rung = [to for to in document.contacts if to != role.id and _is_named(site, to, sentence)]
            if rung or not any(_is_named(site, family, sentence) for family in _FAMILY):
                yield role.id, rung


def _steps(document: Document) -> Iterator[tuple[str, str]]:
    """Who takes each step, and what it says."""
    for section in filter(holds_steps, document.body.sections):
        tokens = document.body.tokens_of(section)
        for i, token in enumerate(tokens):
            if token.type == "inline" and i > 1 and tokens[i - 2].type == "list_item_open":
                yield actor_of((token,)), token.content.partition(":")[2]


def _roles(site: Site, document: Document, asked: set[str]) -> set[str]:
    """Whom the document is about: its roles and contacts, those of its deadlines, and of `asked` those its text names."""
    deadlines = [deadline for _, deadline in site.web.deadlines_of(document)]
    own = {*document.roles, *document.contacts, *(role for d in deadlines for role in (d.by, *d.to))}
    text = f"{document.summary} {document.body.text}"
    return own | {role for role in asked - own if _is_named(site, role, text)}


def _is_named(site: Site, role: str, text: str) -> bool:
    found = site.corpus.registers.roller.entries.get(role)
    folded = text.casefold()
    return any(_says(name, text, folded) for name in (found.names if found else ()))


def _says(name: str, text: str, folded: str) -> bool:
    """Whether the text has the name, or a word that it starts: an abbreviation only in capitals («LAR», not «lar»)."""
    if name.isupper():
        return name in text and bool(re.search(rf"\b{re.escape(name)}\b(?!-)", text))
    return name.casefold() in folded and bool(re.search(rf"\b{re.escape(name.casefold())}", folded))


def _between(message: Message, roles: set[str], reached: set[str]) -> Message:
    """The message with those senders that are among `roles`, and those receivers that are `reached` where none always
    gets it; where none is, those among `roles`, or all of them."""
    senders = _among(message.senders, roles) or message.senders
    if message.always_to:
        return message._replace(senders=senders)
    receivers = next(filter(None, (_among(message.receivers, known) for known in (reached, roles))), message.receivers)
    if (
        senders == receivers and len(senders) == 1
    ):  # nobody sends to themselves: the document leaves the other party out
        return message
    return message._replace(senders=senders, receivers=receivers)


def _among(asked: tuple[str, ...], roles: set[str]) -> tuple[str, ...]:
    return tuple(role for role in asked if role in roles)
