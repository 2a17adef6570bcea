"""AV2 and AV6: a deadline in a procedure must be as agreed or shorter; a deadline in `frister` must be that of its clause."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter

from avtaleverk.checks.agreed.another import likeliest, of_another
from avtaleverk.checks.agreed.basis import agreed_spans, basis, durations, is_changed, is_said, subjects, users_of
from avtaleverk.checks.agreed.cited import not_in_clause
from avtaleverk.checks.agreed.limits import (
    ABOUT_WORD,
    AT_MOST,
    LATER,
    SAME_DAY,
    Limit,
    limits,
    softened,
    start_of,
    starts_in,
)
from avtaleverk.checks.agreed.meant import exceeded, slip_of
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import around, at_heading, in_body, in_words, part_at
from avtaleverk.corpus.duration import LOOSE, Duration, minutes
from avtaleverk.corpus.model import Deadline, Document, LawPoint
from avtaleverk.corpus.outline import Section
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_VAGUE = when_used(
    rf"\binnen (?:rimelig|rimeleg|kort) tid\b|\bså (?:snart|raskt) som m(?:u|o)g?l[ei]g\b|\bsnarest\b|{LATER}"
    rf"|\b{ABOUT_WORD}\s+(?=\d)"
)
_STOP = when_used(r"(?<=[.:!?])\s+")
_MANY = 3  # clauses that say the same time: then none of them is the one that was meant
_Agreed = tuple[int, str, Location]  # the minutes of an agreed time, its words and its place
_NUMBER = when_used(r"#+\s+[\d.]+")


@document_rule("AV207", "Fristen er romsligere enn avtalen", needs=("typer",))
def laxer_than_agreed(context: Context, document: Document) -> Iterator[Finding]:
    """A procedure must not give more time than the clause or the law that it rests on, nor an agreement more than the law."""
    yield from _beyond_law(context, document)
    if context.corpus.world_of(document) == "overordnet":
        return
    if context.lacks_basis(document):
        return
    yield from _softened(context, document)
    found = context.known(limits, document)
    agreed = context.known(agreed_spans, document) if found else []
    for limit in found:
        at, span, length = limit.at, limit.span, limit.minutes
        if meant := exceeded(context, document, limit):
            said = f"men «{meant.within.text}» er avtalt for å {meant.what[:1].lower()}{meant.what[1:]}"
            span, at = limit.replaced_by(meant.within.minutes)
            message = f"Her står «{span}», {said} (fristen «{meant.id}»)."
            yield Finding(at, message, f"Skriv «{meant.within.text}».", (meant.at,))
            continue
        shorter = [(m, words, where) for words, m, where in agreed if m is not None and m < length]
        longer = [(m, words, where) for words, m, where in agreed if m is not None and m > length]
        if longer and all(words == "straks" for _, words, _ in shorter):
            continue  # AV608: neither the longer one nor «straks» is what was meant
        if length not in {m for _, m, _ in agreed} and shorter:
            _, words, where = max(shorter, key=itemgetter(0))
            if length in _beside(context, document, at.line):
                continue
            message = f"Her står «{span}», men avtalen sier «{words}»."
            hint = f"Skriv «{words}», eller endre avtalen først."
            if longer or len({words for _, words, _ in shorter}) > 1:
                likely = _likely(context, document, limit, [words for words, _, _ in agreed], "" if longer else words)
                message, hint = _of_several(span, shorter, longer, likely)
            yield Finding(at, message, hint, (where,))


def _of_several(span: str, shorter: list[_Agreed], longer: list[_Agreed], likely: str) -> tuple[str, str]:
    """What is said, and the hint, of a time that is none of several agreed ones: the `likely` one, or the nearest."""
    near = [max(shorter, key=itemgetter(0)), *([min(longer, key=itemgetter(0))] if longer else [])]
    if likely not in {words for _, words, _ in near}:
        near = [one for one in (*shorter, *longer) if one[1] == likely][:1] or near
    named = " og ".join(f"«{said}» ({in_words(place)})" for _, said, place in near)
    known = "ikke den fristen" if longer else "bare kortere frister"
    asked = f"Mente du «{likely}»? Ellers skriver du" if likely else "Skriv"
    rest = "Gjelder den noe annet, lenker du til prosedyren eller punktet som har den."
    hint = f"{asked} fristen for dette steget. {rest}"
    return f"Her står «{span}», men avtalen har {known}. Nærmest er {named}.", hint


def _likely(context: Context, document: Document, limit: Limit, agreed: list[str], nearest: str) -> str:
    """The agreed time that was probably meant: a slip in the same unit, what the sentence is about, a slip in another unit,
    or the `nearest` in the same unit."""
    slip, unit = slip_of(limit.span, agreed), _unit(limit.span)
    if slip and _unit(slip) == unit:
        return slip
    return likeliest(context, document, limit) or slip or (nearest if _unit(nearest) == unit else "")


def _unit(span: str) -> str:
    """The unit of a time span, without its ending."""
    return span.rpartition(" ")[2][:3].lower()


def _beyond_law(context: Context, document: Document) -> Iterator[Finding]:
    for item in document.own_deadlines:
        if (law := _broken_law(context, item)) and law.deadline:
            message = f"Fristen er «{item.within.text}», men {law.short} krever «{law.deadline.text}»."
            at = part_at(document, "frister", item.at, "innen")
            said = _said_in_clause(context, document, item, law.deadline)
            hint = f"Punkt {item.clause} sier «{said}». Skriv «innen: {said}»." if said else ""
            yield Finding(at, message, hint or f"Skriv «innen: {law.deadline.text}» eller kortere.", (law.at,))


def _softened(context: Context, document: Document) -> Iterator[Finding]:
    """The agreed time span, but worded as a wish, as approximate, or as the earliest moment."""
    worded = (limit for limit in context.known(limits, document) if limit.is_about)
    about = [(limit.at, f"{limit.words}{limit.span}", limit.minutes) for limit in worded]
    soft = ((in_body(document, place), words, length) for place, words, length in softened(document.body))
    told = set[tuple[int, int]]()
    for where, words, length in (*about, *soft):
        agreed = [(said, at) for said, m, at in context.known(agreed_spans, document) if m == length]
        if (where.line, length) in told:
            continue  # «innen ca. 24 timer» is a limit, and about so long
        if agreed and not any(words.lower() in text.lower() for text in basis(context, document)):
            told.add((where.line, length))
            said, at = agreed[-1]
            right = f"{'innan' if document.language == 'nn' else 'innen'} {said}"
            message = f"Her står «{words}», men avtalen sier «{right}»."
            yield Finding(where, message, f"Skriv «{right}».", (at,))


def _broken_law(context: Context, item: Deadline) -> LawPoint | None:
    """The provision that gives less time than the deadline does."""
    law = context.corpus.registers.lovkrav.entries.get(item.law)
    if law and law.deadline and law.deadline.minutes == 0 and item.within.text.casefold() in SAME_DAY:
        return law  # «straks» is no matter of the day
    return law if law and law.deadline and _longer(item.within.minutes, law.deadline.minutes) else None


def _said_in_clause(context: Context, document: Document, item: Deadline, longest: Duration) -> str:
    """The only deadline in the clause that gives no more time than the law; "" when there is none, or several."""
    section = document.body.section(item.clause)
    text = context.words_under(document, section).lower() if section else ""
    spans = [words for words, length in durations(text) if not _longer(length, longest.minutes)]
    said = {*spans, *(words for words in SAME_DAY if words in text)}
    return said.pop() if len(said) == 1 else ""


def _beside(context: Context, document: Document, line: int) -> set[int | None]:
    """The deadlines of the documents that the same line links to, since a time span there may be theirs."""
    found: set[int | None] = set()
    for link in context.web.outgoing.get(document.reference, ()):
        other = context.document(link.target)
        if other and link.relation in ("lenke", "omtale") and link.at.line == line:
            found |= {d.within.minutes for _, d in context.web.deadlines_of(other)}
            section = other.body.section(link.target.clause)
            found |= {length for _, length in durations(context.words_under(other, section))} if section else set()
    return found


def _longer(here: int | None, there: int | None) -> bool:
    return here is not None and there is not None and here > there


@document_rule("AV608", "Fristen i teksten stemmer ikke med feltet «frister»")
def deadline_and_text(context: Context, document: Document) -> Iterator[Finding]:
    """A deadline in `frister` must be in the clause that it names; a deadline in a procedure must be an agreed one."""
    for item in document.own_deadlines:
        section = document.body.section(item.clause)
        if section and not is_said(context, document, item) and not _broken_law(context, item):
            yield _unlike(context, document, item, section)
    yield from not_in_clause(context, document)
    if context.corpus.world_of(document) == "overordnet" or context.lacks_basis(document):
        return
    found = context.known(limits, document)
    other = context.known(of_another, document)
    yield from _other_start(context, document, (limit for limit in found if limit.at not in other))
    known = {m for _, m, _ in context.known(agreed_spans, document)} if found else set()
    for limit in found:
        at, span, length = limit.at, limit.span, limit.minutes
        if length in known or limit.words.lower().startswith(AT_MOST):
            continue
        if not any(m is not None and 0 < m < length for m in known) and not exceeded(context, document, limit):
            agreed = dict.fromkeys(words for words, _, _ in context.known(agreed_spans, document))
            named = f" Der står: {', '.join(agreed)}." if agreed else ""
            likely = likeliest(context, document, limit)
            hint = "Sett fristen til den som er avtalt, eller vis til avtalepunktet som fastsetter den, i «hjemmel»."
            hint = f"Mente du «{likely}»? Er den en annen: {hint[:1].lower()}{hint[1:]}" if likely else hint
            yield Finding(at, f"Fristen «{span}» står ikke i avtalen som prosedyren bygger på.{named}", hint)


def _other_start(context: Context, document: Document, found: Iterable[Limit]) -> Iterator[Finding]:
    """The right time span, but counted from another moment than in `fra` and in the clauses."""
    for limit in found:
        start = start_of(limit.after)
        if not start:
            continue
        same = [
            (d, start_of(f"etter {d.since}"))
            for _, d in context.web.deadlines_of(document)
            if d.within.minutes == limit.minutes
        ]
        starts = {known for _, known in same if known}
        texts = basis(context, document) if starts and start not in starts else ()
        if starts and start not in starts | {known for text in texts for known in starts_in(text, limit.minutes)}:
            deadline = next(d for d, known in same if known)
            message = f"Fristen «{limit.span}» regnes fra {deadline.since} i avtalen, ikke slik det står her."
            yield Finding(limit.at, message, f"Skriv «{limit.span} etter {deadline.since}».", (deadline.at,))


def _unlike(context: Context, document: Document, item: Deadline, section: Section) -> Finding:
    """A deadline that its clause does not have, reported at the clause, the time or the clause number, whichever is wrong."""
    clause, place = f"punkt {item.clause}", at_heading(document, section)
    message = f"Fristen «{item.id}» er «{item.within.text}», men det står ikke i {clause}."
    line = item.at.line
    hint = f"Skriv «{item.within.text}» i punktet. Hvis punktet er riktig, retter du «innen» eller «punkt» i fristen på linje {line}."
    at = part_at(document, "frister", item.at, "punkt")
    if elsewhere := _other_clauses(context, document, item, section):
        hint = f"Skriv «{item.within.text}» i punkt {item.clause}, eller rett «innen» på linje {line}. Hvis fristen handler om et annet punkt, skriver du {elsewhere}."
    start, stop = _extent(document, section)
    if vague := _VAGUE.search(document.body.text, start, stop):
        return Finding(in_body(document, vague.start()), message, hint, (at,))
    others = _of_no_other(document, item, [*LOOSE.finditer(document.body.text, start, stop)])
    if len(others) != 1:
        return Finding(at, message, hint, (place,))
    said, where = others[0][0], in_body(document, others[0].start())
    if _is_used(context, document, item, minutes(others[0])) or _is_newer(context, document, item, section):
        return Finding(where, message, hint, (at,))
    message = f"Fristen «{item.id}» er «{item.within.text}», men {clause} sier «{said}»."
    hint = f"Skriv «innen: {said}». Er en ny frist avtalt, skriver du den i punktet, i en ny versjon av avtalen."
    return Finding(part_at(document, "frister", item.at, "innen"), message, hint, (where,))


def _of_no_other(document: Document, item: Deadline, spans: list[re.Match[str]]) -> list[re.Match[str]]:
    """The times in the clause of a deadline that no other deadline of the clause has; one of a time said too often."""
    others = [d for d in document.own_deadlines if d.clause == item.clause and d is not item]
    known, said = Counter(d.within.minutes for d in others), Counter(map(minutes, spans))
    if left := [span for span in spans if not known[minutes(span)]]:
        return left
    own = subjects(item.what) - {word for d in others for word in subjects(d.what)}
    many = (span for span in spans if own and said[minutes(span)] > known[minutes(span)])
    return [span for span in many if own <= subjects(around(span.string, span, _STOP))]


def _other_clauses(context: Context, document: Document, item: Deadline, here: Section) -> str:
    """Other clauses that have the time span, as the field would name them, if they are few and none who uses the deadline
    rests on its own clause."""
    own = document.reference.at_clause(item.clause)
    if any(own in map(context.web.resolve, user.hjemmel) for user in users_of(context, document, item)):
        return ""
    text, known = document.body.text, {d.clause for d in document.own_deadlines if d is not item}
    found = []
    for section in document.body.sections:
        if section.number and section is not here and section.number not in known:
            start, stop = _extent(document, section)
            if any(minutes(span) == item.within.minutes for span in LOOSE.finditer(text, start, stop)):
                found.append(section.number)
    innermost = [number for number in found if not any(other.startswith(f"{number}.") for other in found)]
    return " eller ".join(f'«punkt: "{number}"»' for number in innermost) if len(innermost) <= _MANY else ""


def _extent(document: Document, section: Section) -> tuple[int, int]:
    """The range of a section in the text, without its number: «9.3 Time» is no time span."""
    first = document.body.tokens[section.start].map or [0]
    lines = document.body.text.split("\n")
    end = document.body.tokens[section.end].map if section.end < len(document.body.tokens) else None
    start, stop = (sum(len(line) + 1 for line in lines[:n]) for n in (first[0], end[0] if end else len(lines)))
    number = _NUMBER.match(document.body.text, start)
    return number.end() if number else start, stop


def _is_used(context: Context, document: Document, item: Deadline, other: int) -> bool:
    """Whether the procedures that use the deadline have the time of the field and not the other one, so that the clause is
    wrong."""
    users = users_of(context, document, item)
    lengths = [minutes(found) for user in users for found in LOOSE.finditer(user.body.text)]
    return lengths.count(item.within.minutes or 0) > lengths.count(other)


def _is_newer(context: Context, document: Document, item: Deadline, clause: Section) -> bool:
    """Whether the clause, and not the deadline, was changed after the documents that rest on it were reviewed."""
    space = document.home
    users = [user for user in context.corpus.documents_of(space) if user.reference in context.web.suspects]
    return any(is_changed(context, user, document, clause) for user in users) and not any(
        f"frister:{item.id}" in context.web.suspects[user.reference] for user in users
    )
