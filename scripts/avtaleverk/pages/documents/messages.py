"""The messages of a document: who sends and receives each of them here, of all whom the register names.

When a deadline of the document is for a message, time and receivers are the deadline's, and no party sends it to itself.
Otherwise, when the register says who always gets the message, its receivers are the same on all pages. When it depends on the case, as for a referral, a
document shows the roles that it is about. Telephone calls go to the roles whose number the document gives; the callers
include everyone whom a step tells to ring one of them.
"""

import re
from collections.abc import Iterator

from avtaleverk.corpus.model import Document, Message
from avtaleverk.corpus.steps import actor_of, holds_steps
from avtaleverk.links.agreed_messages import message_of
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.words import in_language, moment, span

_RINGS = re.compile(r"\bring(?:er|e)?\b", re.IGNORECASE)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?!:])\s+")
# The role «whoever referred the patient», which the other senders already include.
_STANDS_FOR_ANOTHER = "henviser"
_FAMILY = ("pasient", "parorende")


def sent(edition: Edition, document: Document) -> list[Message]:
    """The messages of the document, with its own senders and receivers."""
    entries = edition.corpus.registers.meldinger.entries
    messages = [entries[id] for id in document.messages if id in entries]
    own = _roles(edition, document, {role for m in messages for role in (*m.senders, *m.receivers)})
    shown = []
    for message in messages:
        if _is_a_talk(message):
            shown.append(_as_rung(edition, document, _between(message, own, {*document.contacts})))
        else:
            shown.append(_as_agreed(edition, document, _between(message, own, own)))
    return shown


def _as_agreed(edition: Edition, document: Document, message: Message) -> Message:
    """The message with the time of its deadline here, and its receivers if the register has some that always get it."""
    entries, language = edition.corpus.registers.meldinger.entries, document.language
    deadlines = [
        deadline
        for _, deadline in edition.web.deadlines_of(document)
        if (meant := message_of(deadline, entries)) and meant.id == message.id
    ]
    if not deadlines:
        return message
    when = f"{span(deadlines[0], language)} {moment(deadlines[0], language)}".strip()
    if not in_language(message, "when", language).casefold().startswith(when.casefold()):
        when = f"{when[:1].upper()}{when[1:]}"
        message = message._replace(when=when, when_nn=when)
    receivers = tuple(dict.fromkeys(role for deadline in deadlines for role in deadline.to))
    if not receivers or not message.always_to:
        return message
    bound, own = {deadline.by for deadline in deadlines}, {*receivers, *_of_one_party(edition, receivers)}
    senders = tuple(role for role in message.senders if role in bound or role not in own)
    return message._replace(senders=senders or message.senders, receivers=receivers, always_to=())


def _of_one_party(edition: Edition, receivers: tuple[str, ...]) -> set[str]:
    """Every role of the party that all the receivers belong to; none when they belong to several."""
    roles = edition.corpus.registers.roller.entries
    sides = {roles[role].side for role in receivers if role in roles}
    return {role.id for role in roles.values() if {role.side} == sides}


def _is_a_talk(message: Message) -> bool:
    """Whether the message is a telephone call only."""
    return message.channel.partition(";")[0].casefold() == "telefon"


def _as_rung(edition: Edition, document: Document, message: Message) -> Message:
    """The telephone call, with the callers and receivers in the steps added."""
    calls = list(_calls(edition, document))
    ringing = dict.fromkeys(by for by, _ in calls if by not in (*message.senders, _STANDS_FOR_ANOTHER))
    rung = dict.fromkeys(to for _, named in calls for to in named if to not in message.receivers)
    return message._replace(senders=(*message.senders, *ringing), receivers=(*message.receivers, *rung))


def _calls(edition: Edition, document: Document) -> Iterator[tuple[str, list[str]]]:
    """The callers in the steps, and the roles they ring, of those whose number the document gives; calls to the patient are
    left out."""
    for actor, text in _steps(document):
        role = edition.role_called(actor)
        if role is None:
            continue
        for sentence in filter(_RINGS.search, _BETWEEN_SENTENCES.split(text)):
            rung = [to for to in document.contacts if to != role.id and _is_named(edition, to, sentence)]
            if rung or not any(_is_named(edition, family, sentence) for family in _FAMILY):
                yield role.id, rung


def _steps(document: Document) -> Iterator[tuple[str, str]]:
    """The actor and the text of each step."""
    for section in filter(holds_steps, document.body.sections):
        tokens = document.body.tokens_of(section)
        for i, token in enumerate(tokens):
            if token.type == "inline" and i > 1 and tokens[i - 2].type == "list_item_open":
                yield actor_of((token,)), token.content.partition(":")[2]


def _roles(edition: Edition, document: Document, asked: set[str]) -> set[str]:
    """The roles that the document is about: its roles and contacts, those of its deadlines, and those of `asked` in its
    text."""
    deadlines = [deadline for _, deadline in edition.web.deadlines_of(document)]
    own = {*document.roles, *document.contacts, *(role for d in deadlines for role in (d.by, *d.to))}
    text = f"{document.summary} {document.body.text}"
    return own | {role for role in asked - own if _is_named(edition, role, text)}


def _is_named(edition: Edition, role: str, text: str) -> bool:
    found = edition.corpus.registers.roller.entries.get(role)
    folded = text.casefold()
    return any(_says(name, text, folded) for name in (found.names if found else ()))


def _says(name: str, text: str, folded: str) -> bool:
    """Whether the text has the name, or a word that starts with it; an abbreviation only in capitals («LAR», not «lar»)."""
    if name.isupper():
        return name in text and bool(re.search(rf"\b{re.escape(name)}\b(?!-)", text))
    return name.casefold() in folded and bool(re.search(rf"\b{re.escape(name.casefold())}", folded))


def _between(message: Message, roles: set[str], reached: set[str]) -> Message:
    """The message with the senders that are among `roles`. Unless some role always gets it, the receivers are those
    `reached`; when there are none, those among `roles`, or else all of them."""
    senders = _among(message.senders, roles) or message.senders
    if message.always_to:
        return message._replace(senders=senders)
    receivers = next(filter(None, (_among(message.receivers, known) for known in (reached, roles))), message.receivers)
    if senders == receivers and len(senders) == 1:
        return message  # nobody sends to themselves: the document leaves the other party out
    return message._replace(senders=senders, receivers=receivers)


def _among(asked: tuple[str, ...], roles: set[str]) -> tuple[str, ...]:
    return tuple(role for role in asked if role in roles)
