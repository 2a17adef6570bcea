"""The names of roles and messages in running text; those of roles in every inflected form."""

from collections.abc import Iterable
from typing import NewType

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document, Message
from avtaleverk.corpus.steps import PARTIES
from avtaleverk.links.agreed_messages import plain_names
from avtaleverk.patterns import when_used

_AT = when_used(r" (?:på|i) ")
_ENDINGS = ("", "en", "a", "et", "ene", "ane", "n")
_NOBODY = frozenset[str]()

RolesByName = dict[str, frozenset[str]]  # by every name, in lower case: the roles that it may be
RolesByForm = NewType("RolesByForm", RolesByName)  # by every form of the names


def role_names(context: Context) -> RolesByName:
    """The names of all roles and of their workplaces: «sengeposten» sends what «sykepleier på sengepost» sends."""
    names: dict[str, set[str]] = {}
    for role in context.corpus.registers.roller.entries.values():
        for name in role.names:
            plain = name.casefold()
            place = _AT.split(plain)[-1]
            for form in {plain, plain.removesuffix("a"), plain if place in PARTIES else place}:
                names.setdefault(form, set()).add(role.id)
    return {name: frozenset(roles) for name, roles in names.items()}


def messages_by_name(context: Context) -> dict[str, Message]:
    """The messages by each of their names in lower case, the longest first."""
    entries = context.corpus.registers.meldinger.entries.values()
    named = [(name, message) for message in entries for name in plain_names(message)]
    return dict(sorted(named, key=lambda one: (-len(one[0]), one[1].id)))


def messages_of(context: Context, document: Document) -> list[Message]:
    """The messages that a document names."""
    entries = context.corpus.registers.meldinger.entries
    return [entries[name] for name in document.messages if name in entries]


def in_text(context: Context, roles: Iterable[str], document: Document) -> str:
    """The names of roles as they are written within a sentence, in the language of a document."""
    named = dict.fromkeys(context.corpus.role_name(role, document.language) for role in roles)
    return ", ".join(name if name[1:2].isupper() else name[:1].lower() + name[1:] for name in named)


def role_forms(context: Context) -> RolesByForm:
    """The same by every form of the names."""
    return every_form(context.once(role_names))


def every_form(names: RolesByName) -> RolesByForm:
    """The names in every form; a form of two names belongs to the one whose ending is listed first."""
    forms = {f"{name}{ending}": roles for ending in reversed(_ENDINGS) for name, roles in names.items()}
    return RolesByForm(forms)


def roles_called(word: str, forms: RolesByForm) -> frozenset[str]:
    """The roles that a word may name, whatever its form."""
    return forms.get(word.casefold(), _NOBODY)
