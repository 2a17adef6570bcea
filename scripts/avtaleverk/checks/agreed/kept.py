"""AV6: the text must tell those who must keep a deadline about it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from avtaleverk.checks.agreed.another import of_another
from avtaleverk.checks.agreed.basis import AT_ONCE, agreed_spans, durations, is_said, is_timed, subjects, users_of
from avtaleverk.checks.agreed.limits import SAME_DAY, limits_in_text, without_unit
from avtaleverk.checks.agreed.meant import exceeded
from avtaleverk.checks.agreed.vague import AS_SOON_AS, STEP, VAGUE, limit_said, put_off, shares_word, vague_summary
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, part_at, value_at
from avtaleverk.checks.roles.senders import side_of, sides_by_name
from avtaleverk.checks.roles.steps import items
from avtaleverk.checks.several import named
from avtaleverk.corpus.duration import LOOSE, minutes
from avtaleverk.corpus.latin import casefolded
from avtaleverk.corpus.model import Deadline, Document
from avtaleverk.corpus.steps import holds_steps
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

# The end of a stay, where hours from its start were agreed.
_LATE = when_used(r"\b(?:før|ved) (?:utskriv|utreis|hjemreis|heimreis)\w*")
_SENTENCE_END = when_used(r"(?<=[.?!:])\**\s+")
_SIDES = ("kommune", "helseforetak")
_SURE = 2  # words that a step and a deadline have in common when the one is about the other
_SHARE = "prosent"  # «80 prosent av telefonene»: a goal for many, and no deadline of the one
# The types that say each deadline of their own; a pathway does so in its tables.
_TELLING = ("prosedyre", "sjekkliste", "forlop")
_ALONE = "Ingen annen prosedyre har den."


class Begun(NamedTuple):
    """A step that may keep some deadlines: its verb is theirs."""

    at: Location
    actor: str
    line: str
    deadlines: list[tuple[Document, Deadline]]  # each with the agreement that sets it


def begun(context: Context, document: Document) -> list[Begun]:
    """The steps whose verb is that of a deadline of the document."""
    timed = [(_verb(d).removesuffix("e"), (a, d)) for a, d in context.web.deadlines_of(document) if is_timed(d)]
    lines, found = document.body.text.split("\n"), []
    for at, actor in context.known(items, document) if timed else ():
        line = lines[at.line - document.body.first_line]
        if deadlines := [one for verb, one in timed if _tells(line, verb)]:
            found.append(Begun(at, actor, line, deadlines))
    return found


# It follows from: a step that was cut off, or a sign inside its number
@document_rule("AV631", "Fristen står ikke i prosedyren", Severity.ADVARSEL, follows=("AV624", "AV704"))
def unsaid_deadline(context: Context, document: Document) -> Iterator[Finding]:
    """A deadline of `frister` must be in the text, or in a procedure that it links to; reported at what took its place."""
    if context.corpus.world_of(document) == "overordnet" or context.lacks_basis(document):
        return
    if other := context.known(of_another, document):
        yield from other.values()
        return
    if document.type not in _TELLING or not document.deadlines:
        return
    if vague := [*put_off(context, document), *vague_summary(context, document)]:
        yield from vague
        return
    unsaid = _unsaid(context, document)
    lacks_steps = document.type == "prosedyre" and not any(map(holds_steps, document.body.sections))  # AV601
    if not unsaid or lacks_steps or _has_wrong_limit(context, document) or any(without_unit(document.body.text)):
        return
    elsewhere = _linked(context, document) if document.type != "forlop" else ()
    for agreement, deadline in unsaid:
        if deadline.id in elsewhere or _SHARE in deadline.what:
            continue
        field = value_at(document, "frister", deadline.id)
        found = _instead(context, document, deadline)
        if found is None:
            message = f"Fristen «{deadline.id}» ({deadline.within.text}) står i «frister», men ingen steg sier den."
            users = (user for user in users_of(context, agreement, deadline) if user is not document)
            others = named(user for user in users if user.type == "prosedyre")
            rest = f"Hvis den bare hører til i {others}, sletter du den her." if others else _ALONE
            limit = limit_said(document, deadline, "")
            yield Finding(field, message, f"Skriv «{limit}» i steget der fristen skal holdes. {rest}", (deadline.at,))
            continue
        place, words = found
        said = f"her står det «{words}»" if words else "steget sier den ikke"
        message = f"Fristen «{deadline.id}» er «{deadline.within.text}», men {said}."
        hint = f"Skriv «{limit_said(document, deadline, words)}» {'her' if words else 'i steget'}."
        yield Finding(in_body(document, place), message, hint, (field, deadline.at))


def _instead(context: Context, document: Document, deadline: Deadline) -> tuple[int, str] | None:
    """Where a deadline should be, and the words that are there instead: in the only step that does it, else in the text."""
    text = document.body.text
    steps = [step for step in STEP.finditer(text) if _begins(step[0], deadline)]
    start, end = steps[0].span() if len(steps) == 1 else (0, len(text))
    for vague in VAGUE.finditer(text, start, end):
        line = text[text.rfind("\n", 0, vague.start()) + 1 : text.find("\n", vague.end())]
        if len(steps) == 1 or shares_word(line, deadline.what):
            return vague.start(), vague[0]
    late = [
        (step.start() + found.start(), found[0])
        for step in STEP.finditer(text)
        if (found := _LATE.search(step[0])) and shares_word(step[0], deadline.what)
    ]
    if len(late) == 1:
        return late[0]
    known = {length for _, length, _ in context.known(agreed_spans, document)}
    others = [span for span in LOOSE.finditer(text) if minutes(span) not in known]
    if len(others) == 1 and others[0]["unit"][:3].lower() == deadline.within.text.split()[-1][:3].lower():
        return others[0].start(), others[0][0]
    if len(steps) == 1:
        return start + len(steps[0]["mark"]), ""
    return _in_place_of(context, document, deadline)


def _in_place_of(context: Context, document: Document, deadline: Deadline) -> tuple[int, str] | None:
    """The time of another deadline in the one step that is most about this one: two steps say it, and one keeps it."""
    own = Counter(d.within.minutes for _, d in context.web.deadlines_of(document))
    steps = [*STEP.finditer(document.body.text)]
    said = [(step, found) for step in steps for found in LOOSE.finditer(step[0])]
    often = Counter(minutes(found) for _, found in said)
    about = [
        (len(subjects(step[0]) & subjects(deadline.what)), step.start() + found.start(), found[0])
        for step, found in said
        if often[minutes(found)] > own[minutes(found)] > 0
    ]
    best = sorted(about, reverse=True)[:2]
    is_one = best and best[0][0] >= _SURE and (len(best) == 1 or best[0][0] > best[1][0])
    return best[0][1:] if is_one else None


def _unsaid(context: Context, document: Document) -> list[tuple[Document, Deadline]]:
    """The deadlines that the text has neither in the words of the agreement nor in others, each with the agreement; AV608
    reports a wrong one."""
    text = casefolded(document.body.text)
    deadlines = [(a, d) for a, d in context.web.deadlines_of(document) if is_timed(d)]
    unsaid = [(a, d) for a, d in deadlines if d.within.text.casefold() not in text and is_said(context, a, d)]
    if unsaid and any(words in text for words in (*AT_ONCE, *AS_SOON_AS)):
        unsaid = [(a, d) for a, d in unsaid if d.within.minutes]
    lengths = {length for _, length in durations(document.body.text)} if unsaid else set()
    return [(a, d) for a, d in unsaid if d.within.minutes not in lengths]


def _has_wrong_limit(context: Context, document: Document) -> bool:
    """Whether a deadline in the text differs from the agreed one; AV207 or AV608 reports it."""
    known = {length for _, length, _ in context.known(agreed_spans, document)}
    found = context.known(limits_in_text, document)
    return any(limit.minutes not in known or exceeded(context, document, limit) for limit in found)


def _linked(context: Context, document: Document) -> set[str]:
    """The deadlines of the documents that the text links to."""
    links = context.web.outgoing.get(document.reference, ())
    targets = (context.document(link.target) for link in links if link.relation in ("lenke", "omtale", "steg"))
    return {item.id if isinstance(item, Deadline) else item for other in targets if other for item in other.deadlines}


# It follows from: a deadline that the agreement gives to the wrong role
@document_rule(
    "AV633", "Fristen hører til den andre siden", Severity.ADVARSEL, needs=("roller",), follows=("AV632", "AV638")
)
def wrong_side(context: Context, document: Document) -> Iterator[Finding]:
    """A step that keeps a deadline must be taken by the side that the deadline is for."""
    for step in _steps(context, document):
        side = _side(context, step)
        if side not in _SIDES or any(side_of(context, d.by) in (side, "begge", "andre", "") for _, d in step.deadlines):
            continue
        same = _done(step.line, step.deadlines)
        if same and not any(kept == same and there != side for _, there, kept in keeping(context, document)):
            agreement, deadline = same
            name = context.corpus.role_name(deadline.by, document.language)
            message = f"«{step.actor}» skal gjøre dette her, men fristen «{deadline.id}» hører til rollen «{name}»."
            hint = f"Skriv «{name}» foran steget. Er «hvem» i avtalen gal, rettes den først."
            yield Finding(step.at, message, hint, (part_at(agreement, "frister", deadline.at, "hvem"),))


def keeping(context: Context, document: Document) -> Iterator[tuple[Location, str, tuple[Document, Deadline]]]:
    """Each step that keeps a deadline: its place, the side that takes it, and the deadline with its agreement."""
    for step in _steps(context, document):
        if same := _done(step.line, step.deadlines):
            yield step.at, _side(context, step), same


def _steps(context: Context, document: Document) -> list[Begun]:
    return context.known(begun, document) if document.type == "prosedyre" else []


def _side(context: Context, step: Begun) -> str:
    """The side that takes the step."""
    return context.once(sides_by_name).get(step.actor.casefold(), "")


def kept_in(step: Begun) -> Iterator[tuple[str, Deadline]]:
    """The sentences of a step that keep a deadline, each with the deadline."""
    for sentence in _SENTENCE_END.split(step.line):
        if same := _done(sentence, step.deadlines):
            yield sentence, same[1]


def _begins(line: str, deadline: Deadline) -> bool:
    """Whether a step has the verb of the deadline, so that it may keep it."""
    return is_timed(deadline) and _tells(line, _verb(deadline).removesuffix("e"))


def _tells(line: str, verb: str) -> bool:
    """Whether the line may tell to do so: «Send …», or «Les avviket og send …»."""
    return verb in line or (" og " in line and any(f" og {verb.casefold()}{end}" in line for end in (" ", "e ")))


def _verb(deadline: Deadline) -> str:
    return deadline.what.split(" ")[0]


def _done(line: str, deadlines: Iterable[tuple[Document, Deadline]]) -> tuple[Document, Deadline] | None:
    """The first deadline that a sentence of the step keeps, with the agreement that sets it."""
    begun = [(agreement, deadline) for agreement, deadline in deadlines if _begins(line, deadline)]
    for sentence in _SENTENCE_END.split(line) if begun else ():
        words = sentence.strip(" [*").casefold()
        does = [(agreement, deadline) for agreement, deadline in begun if _does(words, deadline)]
        if not does:
            continue
        times: set[int | None] = {length for _, length in durations(words)}
        times |= {0} if any(w in words for w in AT_ONCE) else set()
        times |= {None} if any(w in words for w in SAME_DAY) else set()
        for agreement, deadline in does:
            if deadline.within.minutes in times:
                return agreement, deadline
    return None


def _does(words: str, deadline: Deadline) -> bool:
    """Whether the sentence starts with the verb of the deadline: «Svar straks» for «Svare på melding», «Varsle» for itself."""
    verb = _verb(deadline).casefold()
    told = (verb, verb.removesuffix("e"))
    return words.split(" ")[0].strip(".,") in told or any(f" og {one} " in words for one in told)
