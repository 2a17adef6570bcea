"""AV6: a task must be given to the same one in the clause, under «Ansvar», in the steps and in the summary."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import is_changed
from avtaleverk.checks.agreed.same_task import Said, same_tasks
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_section, in_words
from avtaleverk.checks.roles.called import role_forms, roles_called
from avtaleverk.checks.roles.senders import side_of, sides_by_name
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.steps import PARTIES
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_HOSPITAL = ("sykehuset", "sjukehuset")
_MANY = (" og ", " eller ")
_SIDES = ("kommune", "helseforetak")
_PARTY = {"kommune": "kommunen", "helseforetak": "helseforetaket"}
_LONGEST = 12  # words of a sentence that is quoted


@document_rule(
    "AV639",
    "Oppgaven er gitt til en annen",
    Severity.ADVARSEL,
    needs=("roller",),
    follows=("AV618", "AV619", "AV629", "AV633", "AV638"),
)
def other_doer(context: Context, document: Document) -> Iterator[Finding]:
    """«Tildelingskontor: Send faktura», where the clause says that the hospital shall send it."""
    if document.type != "prosedyre" or context.lacks_basis(document):
        return
    for one, same in context.known(same_tasks, document):
        others = [other for other in same if other.task.denied == one.task.denied]
        if others and not any(_may_be(context, one.task.who, other.task.who) for other in others):
            yield _finding(context, document, one, others[0])


def _finding(context: Context, document: Document, one: Said, other: Said) -> Finding:
    said, who = _short(other.task.sentence), one.task.who
    if other.clause and is_changed(context, document, *other.clause):
        message = f"Punktet sier «{said}», men {document.id} legger det til «{who}» ({in_words(one.at)})."
        hint = f"Skriv «{who}» her. Hvis det er punktet som er riktig, retter du {document.id}."
        return Finding(in_section(*other.clause, other.task.sentence), message, hint, (one.at,))
    source = "avtalen" if other.clause else other.part
    if one.part == "steget":
        message = f"Steget er lagt til «{who}», men {source} sier: «{said}» ({in_words(other.at)})."
        hint = f"Skriv {_instead(context, document, other.task.who)} foran steget. Hvis det er {source} som er feil, rettes det først."
        return Finding(one.at, message, hint, (other.at,))
    told = f"{other.task.who}: {said}" if other.part == "steget" else said
    message = f"Her står «{_short(one.task.sentence)}», men {source} sier: «{told}» ({in_words(other.at)})."
    wrong = "avtalen" if other.clause else "det andre stedet"
    right = f"{other.task.who[:1].upper()}{other.task.who[1:]}"
    instead = f" i stedet for «{one.task.who}»" if one.part == "teksten" else " her"
    hint = f"Skriv «{right}»{instead}. Hvis det er {wrong} som er feil, rettes det først."
    return Finding(one.at, message, hint, (other.at,))


def _instead(context: Context, document: Document, who: str) -> str:
    """The role that is meant by a name: itself, or the only one of that party on the page."""
    name = who.casefold()
    roles = roles_called(name, context.once(role_forms)) if not _is_party(name) else frozenset[str]()
    sides = _sides(context, name, roles)
    if len(roles) > 1:
        return f"«{who}»"
    own = [*roles] or [role for role in document.roles if side_of(context, role) in sides]
    if len(own) == 1:
        return f"«{context.corpus.role_name(own[0], document.language)}»"
    return f"en rolle i {_PARTY[sides.pop()]}" if len(sides) == 1 else f"«{who}»"


def _may_be(context: Context, one: str, other: str) -> bool:
    """Whether two names may be of the same one: the same role, or one of that party; true when either is unknown."""
    here, there = one.casefold(), other.casefold()
    forms = context.once(role_forms)
    roles, others = roles_called(here, forms), roles_called(there, forms)
    sides, theirs = _sides(context, here, roles), _sides(context, there, others)
    if not sides or not theirs or not {*sides, *theirs} <= {*_SIDES}:
        return True
    if roles and others and not _is_party(here) and not _is_party(there):
        return bool(roles & others) or there in here or here in there
    return bool(sides & theirs)


def _sides(context: Context, who: str, roles: frozenset[str]) -> set[str]:
    """The sides that a name may be of; none when that is unknown, or it names several."""
    if _is_party(who):
        return {"helseforetak" if who in _HOSPITAL else PARTIES.get(who, "")} - {""}
    if (known := context.once(sides_by_name).get(who)) is not None:
        return {known}
    if roles:
        return {side_of(context, role) for role in roles}
    party = PARTIES.get(who.split(" ")[0].removesuffix("s"), "")
    return {party} - {""} if not any(word in who for word in _MANY) else set()


def _is_party(who: str) -> bool:
    return who in PARTIES or who in _HOSPITAL


def _short(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")
