"""What the roles are called in running text: by every name, in any form."""

from avtaleverk.checks.context import Context
from avtaleverk.corpus.steps import PARTIES
from avtaleverk.patterns import when_used

_AT = when_used(r" (?:på|i) ")
_ENDINGS = ("", "en", "a", "et", "ene", "ane", "n")
_NOBODY = frozenset[str]()

RolesByName = dict[str, frozenset[str]]  # by every name, in small letters: the roles that it may be


def role_names(context: Context) -> RolesByName:
    """The names of all roles, and where they are: «sengeposten» sends what «sykepleier på sengepost» sends."""
    names: dict[str, set[str]] = {}
    for role in context.corpus.registers.roller.entries.values():
        for name in role.names:
            plain = name.casefold()
            place = _AT.split(plain)[-1]
            for form in {plain, plain.removesuffix("a"), plain if place in PARTIES else place}:
                names.setdefault(form, set()).add(role.id)
    return {name: frozenset(roles) for name, roles in names.items()}


def role_forms(context: Context) -> RolesByName:
    """The same by every form of the names; of what two names may be, the one with the ending that stands first."""
    names = context.once(role_names)
    return {f"{name}{ending}": roles for ending in reversed(_ENDINGS) for name, roles in names.items()}


def roles_called(word: str, forms: RolesByName) -> frozenset[str]:
    """The roles that a word, in whatever form, may be the name of."""
    return forms.get(word.casefold(), _NOBODY)
