"""The messages of a document: a register entry names all that may send and get one.

Where the register says who always gets a message, its receivers are the same wherever it is shown. Where the matter
decides, as for a referral, a document shows those it is about. Who is rung are those whose number it gives.
"""

import re

from avtaleverk.corpus.model import Document, Message
from avtaleverk.pages.site import Site


def sent(site: Site, document: Document) -> list[Message]:
    """The messages of the document, with its own senders and receivers."""
    entries = site.corpus.registers.meldinger.entries
    messages = [entries[id] for id in document.messages if id in entries]
    own = _roles(site, document, {role for m in messages for role in (*m.senders, *m.receivers)})
    rung = {*document.contacts}
    return [_between(message, own, rung if _is_a_talk(message) else own) for message in messages]


def _is_a_talk(message: Message) -> bool:
    """Whether it goes by telephone, and never in writing."""
    return message.channel.partition(";")[0].casefold() == "telefon"


def _roles(site: Site, document: Document, asked: set[str]) -> set[str]:
    """Whom the document is about: its roles and contacts, those of its deadlines, and of `asked` those its text names."""
    deadlines = [deadline for _, deadline in site.web.deadlines_of(document)]
    own = {*document.roles, *document.contacts, *(role for d in deadlines for role in (d.by, *d.to))}
    text = f"{document.summary} {document.body.text}".casefold()
    return own | {role for role in asked - own if _is_named(site, role, text)}


def _is_named(site: Site, role: str, text: str) -> bool:
    found = site.corpus.registers.roller.entries.get(role)
    names = (name.casefold() for name in found.names) if found else ()
    return any(name in text and re.search(rf"\b{re.escape(name)}", text) for name in names)


def _between(message: Message, roles: set[str], reached: set[str]) -> Message:
    """The message with those senders that are among `roles`, and those receivers that are `reached` where none always
    gets it; where none is, those among `roles`, or all of them."""
    senders = _among(message.senders, roles) or message.senders
    if message.always_to:
        return message._replace(senders=senders)
    receivers = next(filter(None, (_among(message.receivers, known) for known in (reached, roles))), message.receivers)
    if senders == receivers and len(senders) == 1:  # nobody sends to himself: the other is one the document leaves out
        return message
    return message._replace(senders=senders, receivers=receivers)


def _among(asked: tuple[str, ...], roles: set[str]) -> tuple[str, ...]:
    return tuple(role for role in asked if role in roles)
