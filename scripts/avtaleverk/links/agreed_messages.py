"""Which message a deadline is about: the one with the same id, else the one named in its «Sende …»."""

from collections.abc import Mapping

from avtaleverk.corpus.model import Deadline, Message

SENDS = "sende "  # what a deadline for a message begins with, in both målformer


def message_of(deadline: Deadline, messages: Mapping[str, Message]) -> Message | None:
    """The message that must be sent within the deadline, by its longest name in «Sende …»; None when it is about none."""
    if deadline.id in messages:
        return messages[deadline.id]
    what = deadline.what.casefold()
    if not what.startswith(SENDS):
        return None
    named = ((len(name), message.id) for message in messages.values() for name in plain_names(message) if name in what)
    longest = max(named, default=None)
    return messages[longest[1]] if longest else None


def plain_names(message: Message) -> list[str]:
    """The names of the message, without parentheses."""
    return [name.casefold().split(" (")[0] for name in message.names]
