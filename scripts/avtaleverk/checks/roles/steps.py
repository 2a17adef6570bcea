"""AV6: each step must name its actor: a role of the register, listed in the field `roller`."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from avtaleverk.checks.agreed.basis import basis
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_token, in_line, is_whole, list_with, value_at
from avtaleverk.checks.roles.called import in_text
from avtaleverk.checks.several import named
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.steps import PARTIES, actor_of, holds_steps
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

_NOBODY = "Steget sier ikke hvem som gjør det."

_MISSPELT = 0.88  # as alike as a name is to itself with a slip of the pen
_TRADE = 6  # letters at the end of a name that say what somebody is

Roles = dict[str, str]  # by every name that a role goes by, in small letters: its id, "" for the parties


def _roles(context: Context) -> Roles:
    entries = context.corpus.registers.roller.entries.values()
    names = {n.casefold(): role.id for role in entries for n in role.names}
    return names | dict.fromkeys(PARTIES, "")


def _written(context: Context) -> dict[str, str]:
    """The spelling of each role name, by the name in lower case; a step may start with a capital."""
    entries = context.corpus.registers.roller.entries.values()
    return {n.casefold(): n for role in entries for n in (*role.also_called, role.name_nn, role.name) if n}


def items(context: Context, document: Document) -> list[tuple[Location, str]]:
    """The place of each step, and the name in bold that it starts with; "" for none."""
    found = []
    for section in document.body.sections:
        if not holds_steps(section):
            continue
        tokens = document.body.tokens_of(section)
        for i, token in enumerate(tokens):
            if token.type == "list_item_open" and token.level == 1 and token.info:
                found.append((at_token(document, token), actor_of(tokens[i + 1 : i + 3])))
    return found


def _names(actor: str, known: Roles) -> list[str]:
    """The roles that share a step."""
    return [actor] if actor.casefold() in known else re.split(r" (?:og|eller|/) |, ", actor)


def _renamed(context: Context, message: str, found: list[tuple[Document, Finding]]) -> Finding:
    """One finding, in the register, for a role name that is gone and that many steps have."""
    at, listed = Location(context.corpus.registers.roller.path), named(document for document, _ in found)
    hint = "Har rollen fått nytt navn? Legg det gamle navnet til under «kalles» i roller.yml."
    places = tuple(finding.at for _, finding in found)
    return Finding(at, f"{message} Stegene i disse dokumentene bruker den: {listed}.", hint, places)


@document_rule(
    "AV618",
    "Steget sier ikke hvem som gjør det",
    Severity.ADVARSEL,
    needs=("roller",),
    in_common=_renamed,
    follows=("AV626", "AV704"),  # a role with a sign that does not show, or no space after it
)
def step_without_actor(context: Context, document: Document) -> Iterator[Finding]:
    """Each step must start with a role of the register, in bold and with a colon."""
    known, written = context.once(_roles), context.once(_written)
    own = context.once(_own_names)
    entries = context.corpus.registers.roller.entries
    for at, actor in context.known(items, document) if document.type == "prosedyre" else ():
        if not actor:
            roles = in_text(context, document.roles, document)
            first = context.corpus.role_name(next(iter(document.roles), "sykepleier-sengepost"), document.language)
            among = f" Rollene på siden er {roles}." if ", " in roles else ""
            yield Finding(at, _NOBODY, f"Start steget med rollen, slik: «**{first}:** …».{among}")
            continue
        if strange := next((name for name in _names(actor, known) if name.casefold() not in known), ""):
            message = f"«{strange}» er ingen rolle i roller.yml."
            asked = context, document, strange.casefold(), known
            hint = _misspelt(*asked) or _role_hint(*asked)
            yield Finding(in_line(document, at.line, actor), message, hint, cause=message)
            continue
        for name in _names(actor, known):
            role = None if name.casefold() in own else entries.get(known[name.casefold()])
            other = ((document.language == "nn" and role.name_nn) or role.name) if role else ""
            text = f"{document.summary}\n{document.body.text}".casefold() if role else ""
            if role and (_called(context, document, known)[role.id] != {name.casefold()} or other.casefold() in text):
                both = "Siden bruker begge navnene, og leseren tror at det er to."
                message = f"«{name}» er et annet navn på {other}. {both}"
                yield Finding(in_line(document, at.line, name), message, f"Skriv «{other}».")
                continue
            right = written.get(name.casefold(), name)
            if name[1:] != right[1:]:
                right = right[0].upper() + right[1:]
                message = f"«{name}» er skrevet med andre store og små bokstaver enn i roller.yml."
                yield Finding(in_line(document, at.line, name), message, f"Skriv «{right}».", cause=message)


def _own_names(context: Context) -> frozenset[str]:
    """The names that the register itself has for the roles, without those that they also go by."""
    entries = context.corpus.registers.roller.entries.values()
    return frozenset(name.casefold() for role in entries for name in (role.name, role.name_nn))


def _called(context: Context, document: Document, known: Roles) -> dict[str, set[str]]:
    """By each role that takes several steps, the names that it goes by there."""
    found: dict[str, set[str]] = {}
    for _, actor in context.known(items, document) if document.type == "prosedyre" else ():
        for name in map(str.casefold, _names(actor, known)):
            if name in known:
                found.setdefault(known[name], set()).add(name)
    return found


def _misspelt(context: Context, document: Document, strange: str, known: Roles) -> str:
    """The hint for a misspelt role: the name that was meant."""
    near = get_close_matches(strange, known, 1, _MISSPELT)
    role = context.corpus.registers.roller.entries.get(known[near[0]]) if near else None
    if near and role and near[0] in map(str.casefold, role.also_called):
        name = (document.language == "nn" and role.name_nn) or role.name
        return f"Skriv «{name[:1].upper()}{name[1:]}»."
    return nearest_hint(strange, known) if near else ""


def _role_hint(context: Context, document: Document, strange: str, known: Roles) -> str:
    """A hint with roles of the same trade, for a compound like «vaktsykepleier» that is none of them; those who keep the
    document's deadlines first."""
    own = [*(d.by for _, d in context.web.deadlines_of(document)), *document.roles]
    for start in range(1, len(strange) - _TRADE + 1):
        trade = strange[start:]
        alike = {id: name.startswith(trade) for name, id in reversed(known.items()) if id and f" {trade}" in f" {name}"}
        if roles := sorted(alike, key=lambda id: (own.index(id) if id in own else len(own), not alike[id], id)):
            return f"Skriv en rolle fra roller.yml. Her kan det være: {in_text(context, roles[:6], document)}."
    return "Velg en rolle fra siden «Id-ene du kan bruke», eller be sekretariatet om en ny."


@document_rule("AV629", "Rollen i steget står ikke i feltet «roller»", Severity.ADVARSEL, needs=("roller",))
def actor_outside_roles(context: Context, document: Document) -> Iterator[Finding]:
    """Actors must be in `roller`, by which they find the procedure; reported at the step when the page names the role nowhere
    else."""
    if document.type != "prosedyre" or not is_whole(document, "roller", document.roles):
        return  # AV107 or AV103 says so
    if not context.corpus.registers.roller.entries.keys() >= set(document.roles):
        return  # AV104 names the one that is misspelt
    known, missing = context.once(_roles), dict[str, tuple[Location, str]]()
    for at, actor in context.known(items, document):
        for name in _names(actor, known):
            id = known.get(name.casefold(), "")
            if id and id not in document.roles:
                missing.setdefault(id, (at, name))
    for id, (at, name) in missing.items():
        yield _outside(context, document, id, at, name)


def _outside(context: Context, document: Document, id: str, at: Location, name: str) -> Finding:
    elsewhere = id in document.contacts or document.body.text.casefold().count(name.casefold()) > 1
    message = f"«{name}» gjør et steg på linje {at.line}, men «{id}» står ikke i «roller»."
    actor = name if name[:2].isupper() else name[:1].lower() + name[1:]
    write = list_with(document, "roller", id)
    if elsewhere:
        hint = f"Skriv {write}. Hvis det er en annen som gjør det, retter du steget på linje {at.line}."
        return Finding(value_at(document, "roller"), message, hint, (at,))
    field, own = document.at("roller"), in_text(context, document.roles, document)
    hint = f"Rollene på siden er {own}: skriv den som gjør steget. Hvis {actor} gjør det, skriver du {write} på linje {field.line}."
    names = context.corpus.registers.roller.entries[id].names
    agreed = "\n".join(basis(context, document)).casefold()
    if not any(called.casefold() in agreed for called in names):
        hint = f"Avtalepunktene nevner heller ikke {actor}: hører steget til en annen prosedyre, sletter du det her. {hint}"
    return Finding(in_line(document, at.line, name), message, hint, (field,))
