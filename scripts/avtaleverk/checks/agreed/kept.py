"""AV6: the deadlines that a procedure names are said to those who must keep them."""

import re
from collections.abc import Iterable, Iterator

from avtaleverk.checks.agreed.figures import AT_ONCE, agreed_spans, durations
from avtaleverk.checks.agreed.limits import limits_in_text
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, part_at, value_at
from avtaleverk.checks.roles.senders import side_of, sides_by_name
from avtaleverk.checks.roles.steps import items
from avtaleverk.corpus.model import Deadline, Document
from avtaleverk.corpus.steps import holds_steps
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

# What is written where a deadline should be.
_VAGUE = re.compile(
    r"neste (?:virke|hver|arbeids|kvar|yrke)dag|når (?:du|de|dere|dykk) har tid|når det passer|ved anledning|når det høver",
    re.IGNORECASE,
)
_AS_SOON_AS = ("så snart", "så fort", "samtidig", "samstundes")
_SHARE = "prosent"  # «80 prosent av telefonene»: a goal for many, and no deadline of the one


@document_rule("AV631", "Fristen står ikke i prosedyren", Severity.ADVARSEL)
def unsaid_deadline(context: Context, document: Document) -> Iterator[Finding]:
    """A deadline of `frister` stands in the text, or in a procedure that the text links to; at what took its place."""
    if document.type != "prosedyre" or not document.deadlines or context.lacks_basis(document):
        return
    unsaid = _unsaid(context, document)
    has_steps = any(map(holds_steps, document.body.sections))  # else AV601
    if not unsaid or not has_steps or _has_wrong_limit(context, document):
        return
    elsewhere = _linked(context, document)
    for deadline in unsaid:
        if deadline.id in elsewhere or _SHARE in deadline.what:
            continue
        message = f"Fristen «{deadline.id}» ({deadline.within.text}) står i «frister», men ingen steg sier den."
        hint = "Skriv fristen i steget der den skal holdes. Hører den ikke til her, sletter du den i «frister»."
        vague = _VAGUE.search(document.body.text)
        at = value_at(document, "frister", deadline.id)
        yield Finding(in_body(document, vague.start()) if vague else at, message, hint, (at if vague else deadline.at,))


def _unsaid(context: Context, document: Document) -> list[Deadline]:
    """The deadlines that the text says neither in the words of the agreement nor in others."""
    text = document.body.text.lower()
    deadlines = [d for _, d in context.web.deadlines_of(document) if d.within.minutes is not None]
    unsaid = [d for d in deadlines if d.within.text.lower() not in text]
    if unsaid and any(words in text for words in (*AT_ONCE, *_AS_SOON_AS)):
        unsaid = [d for d in unsaid if d.within.minutes]
    lengths = {length for _, length in durations(document.body.text)} if unsaid else set()
    return [d for d in unsaid if d.within.minutes not in lengths]


def _has_wrong_limit(context: Context, document: Document) -> bool:
    """Whether a deadline in the text is another than those agreed: AV207 or AV608 names it."""
    known = {length for _, length, _ in context.known(agreed_spans, document)}
    return any(limit.minutes not in known for limit in limits_in_text(document))


def _linked(context: Context, document: Document) -> set[str]:
    """The deadlines of the documents that the text links to."""
    targets = (
        context.corpus.document(context.web.resolve(link.target))
        for link in context.web.outgoing.get(document.reference, ())
        if link.relation in ("lenke", "omtale", "steg")
    )
    return {item.id if isinstance(item, Deadline) else item for other in targets if other for item in other.deadlines}


@document_rule("AV633", "Fristen hører til den andre siden", Severity.ADVARSEL, needs=("roller",))
def wrong_side(context: Context, document: Document) -> Iterator[Finding]:
    """A step that does what a deadline says, within its time, is taken by the side that must keep it."""
    deadlines = context.web.deadlines_of(document) if document.type == "prosedyre" else ()
    if not deadlines:
        return
    lines, sides = document.body.text.split("\n"), context.once(sides_by_name)
    for at, actor in context.known(items, document):
        line, side = lines[at.line - document.body.first_line], sides.get(actor.casefold(), "")
        others = [(a, d) for a, d in deadlines if _begins(line, d)] if side in ("kommune", "helseforetak") else ()
        if others and all(side_of(context, d.by) not in (side, "begge", "andre", "") for _, d in others):
            yield from _of_other_side(context, at, actor, line, others)


def _begins(line: str, deadline: Deadline) -> bool:
    """Whether a step may do what the deadline says: its verb stands there with a capital."""
    return deadline.within.minutes is not None and deadline.what.split(" ")[0].removesuffix("e") in line


def _of_other_side(
    context: Context, at: Location, actor: str, line: str, deadlines: Iterable[tuple[Document, Deadline]]
) -> Iterator[Finding]:
    for sentence in re.split(r"(?<=[.?!:])\**\s+", line):
        words = sentence.strip(" [*").casefold()
        lengths = {length for _, length in durations(words)} | ({0} if any(w in words for w in AT_ONCE) else set())
        same = [(a, d) for a, d in deadlines if d.within.minutes in lengths and _does(words, d)]
        if same:
            agreement, deadline = same[0]
            role = context.corpus.registers.roller.entries[deadline.by]
            message = f"{actor} skal gjøre dette her, men fristen «{deadline.id}» hører til rollen «{role.name}»."
            there = part_at(agreement, "frister", deadline.at, "hvem")
            yield Finding(at, message, "Rett rollen foran steget. Er «hvem» i avtalen gal, rettes den først.", (there,))
            return


def _does(words: str, deadline: Deadline) -> bool:
    """Whether the sentence starts with the verb of the deadline: «Svar straks» for «Svare på melding», «Varsle» for itself."""
    verb = deadline.what.split(" ")[0].casefold()
    return words.split(" ")[0].strip(".,") in (verb, verb.removesuffix("e"))
