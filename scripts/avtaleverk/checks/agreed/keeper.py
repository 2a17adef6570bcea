"""AV6: a clause must give a deadline to the side that `hvem` in `frister` names."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import AT_ONCE, durations, users_of
from avtaleverk.checks.agreed.kept import keeping
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_section, part_at
from avtaleverk.checks.roles.called import RolesByForm, role_forms, roles_called
from avtaleverk.checks.roles.senders import side_of
from avtaleverk.corpus.model import Deadline, Document
from avtaleverk.corpus.outline import Section
from avtaleverk.corpus.steps import PARTIES
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_WHO = when_used(r"^(?P<first>(?:[\w-]+ ){1,4}?)skal\b|^[^,]*, skal (?P<then>(?:[\w-]+ ){1,4})")
_OTHER_SIDE = {"kommune": "helseforetak", "helseforetak": "kommune"}


@document_rule("AV638", "Punktet gir fristen til den andre siden", Severity.ADVARSEL, needs=("roller",))
def other_keeper(context: Context, document: Document) -> Iterator[Finding]:
    """«Fastlegen skal sende epikrisen ved utskrivning», where `hvem` is the doctor of the hospital."""
    for deadline in document.own_deadlines:
        if not (side := _OTHER_SIDE.get(side_of(context, deadline.by))):
            continue
        section = document.body.section(deadline.clause)
        told = [*_told(context, document, section, deadline)] if section else []
        if section and any(there == side for _, there, _ in told):
            timed = [(who, there) for who, there, sentence in told if _is_timed(sentence, deadline)]
            if not timed or any(there != side for _, there in timed):
                continue
            who = timed[0][0]
            at = in_section(document, section, who)
            field = part_at(document, "frister", deadline.at, "hvem")
            role = context.corpus.registers.roller.entries[deadline.by].name
            said = f"Punkt {deadline.clause} sier at «{who}» skal holde fristen «{deadline.id}»"
            message = f"{said}, men «hvem» sier «{role}»."
            called = sorted(roles_called(who, context.once(role_forms)))
            id = called[0] if len(called) == 1 else ""
            if _is_kept(context, document, deadline, side):
                mend = f"Skriv «hvem: {id}»." if id else "Rett «hvem»."
                hint = f"{mend} Hvis det er punktet som er feil, retter du linje {at.line}."
                yield Finding(field, message, hint, (at,))
            else:
                name = context.corpus.role_name(deadline.by, document.language)
                other = f"skriver du «hvem: {id}»" if id else "retter du «hvem»"
                hint = f"Skriv «{name}» her. Hvis det er punktet som er riktig, {other} på linje {field.line}."
                yield Finding(at, message, hint, (field,))


def _is_kept(context: Context, document: Document, deadline: Deadline, side: str) -> bool:
    """Whether that side keeps the deadline in the procedures, so that the clause is right and the field wrong."""
    steps = (step for user in users_of(context, document, deadline) for step in keeping(context, user))
    return any(there == side and same == (document, deadline) for _, there, same in steps)


def _told(context: Context, document: Document, section: Section, deadline: Deadline) -> Iterator[tuple[str, str, str]]:
    """The actor, and the actor's side, of each sentence of the clause that says what the deadline is for."""
    forms, verb = context.once(role_forms), deadline.what.split(" ")[0].casefold().removesuffix("e")
    for sentence in context.words_under(document, section).replace("\n", ". ").split(". "):
        if "skal" in sentence and verb in sentence.casefold() and (who := _who(sentence, forms)):
            sides = {side_of(context, role) for role in roles_called(who, forms)} or {PARTIES[who.casefold()]}
            yield who, sides.pop() if len(sides) == 1 else "", sentence


def _who(sentence: str, forms: RolesByForm) -> str:
    """The role or party that must act: named before «skal», or after it; "" when there is none, or two."""
    found = _WHO.match(sentence)
    if not found:
        return ""
    words = (found["first"] or found["then"]).split()
    for count in range(len(words), 0, -1):
        who = " ".join(words[:count])
        if roles_called(who, forms) or who.casefold() in PARTIES:
            return "" if words[count:] and (found["first"] or words[count] in ("og", "eller")) else who
    return ""


def _is_timed(sentence: str, deadline: Deadline) -> bool:
    """Whether the sentence has the time span of the deadline."""
    length, words = deadline.within.minutes, sentence.casefold()
    if length is None:
        return deadline.within.text in words
    return any(word in words for word in AT_ONCE) if length == 0 else length in (m for _, m in durations(sentence))
