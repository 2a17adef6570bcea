"""AV4 and AV6: what a procedure takes from an agreement must be in `hjemmel`, and the deadlines of a clause in `frister`."""

from collections import Counter
from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import is_said, subjects
from avtaleverk.checks.agreed.limits import AT_MOST, Limit, limits_in_text
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import is_whole, list_with, part_at, value_at
from avtaleverk.checks.several import named
from avtaleverk.corpus.model import Deadline, Document, Question, Reference
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.web import clause_at
from avtaleverk.rules import document_rule

_FEW = 2  # clauses of which one may have been meant as another
_SURE = 2  # words that two sentences about the same have in common
_YEAR = 525_600  # minutes; what is counted in years concerns the agreement itself
_MOVED = "Rett «punkt». Er fristen flyttet dit, retter du «hjemmel» i dokumentene som bruker den."


def _moved(context: Context, cause: tuple[Location, Deadline], found: list[tuple[Document, Finding]]) -> Finding:
    """One finding, in the agreement, for a deadline that names another clause than the one that many documents rest on."""
    at, deadline = cause
    listed = named(document for document, _ in found)
    message = f"Fristen «{deadline.id}» viser til punkt {deadline.clause}, men dokumentene som bruker den, bygger ikke på det: {listed}."
    return Finding(at, message, _MOVED, tuple(document.at("hjemmel") for document, _ in found))


@document_rule(
    "AV416", "Prosedyren bruker noe fra en avtale som ikke står i «hjemmel»", Severity.ADVARSEL, in_common=_moved
)
def outside_hjemmel(context: Context, document: Document) -> Iterator[Finding]:
    """`hjemmel` must have the clause of each deadline, and the agreement of each message that only one agreement sends."""
    if not document.hjemmel or context.corpus.world_of(document) != "pasientnaer":
        return
    basis = [context.web.resolve(target) for target in document.hjemmel]
    if not is_whole(document, "hjemmel", basis):
        return  # AV103 names one that cannot be read
    if all(target in context.web.clauses for target in basis):  # else AV401–AV403 name the cause
        yield from _clauses(context, document, basis)
        yield from _messages(document, basis, context.once(_homes_of_messages))


def _clauses(context: Context, document: Document, basis: list[Reference]) -> Iterator[Finding]:
    """Clauses missing in `hjemmel`: reported at what comes from the clause, or at `hjemmel` when several things, or all
    deadlines, do."""
    taken = [(agreement, d) for agreement, d in context.web.deadlines_of(document) if agreement is not document]
    said = [(agreement, deadline) for agreement, deadline in taken if is_said(context, agreement, deadline)]
    both: list[tuple[Reference, Deadline | Question]] = [(_clause(*one), one[1]) for one in said]
    both += [(context.web.resolve(question.clause), question) for question in document.questions if question.clause]
    outside: dict[Reference, list[Deadline | Question]] = {}
    for clause, use in both:  # one that does not exist is for AV402 to name, and one that says it not for AV608
        if clause in context.web.clauses and not any(_covers(target, clause) for target in basis):
            outside.setdefault(clause, []).append(use)
    field = list_with(document, "hjemmel", *(clause.local for clause in outside))
    for clause, found in outside.items():
        deadlines = [use for use in found if isinstance(use, Deadline)]
        agreement = context.corpus.document(clause.whole)
        idle = [target for target in basis if not any(_covers(target, other) for other, _ in both)]
        same = [target for target in idle if target.whole == clause.whole]
        if agreement and (moved := [use for use in deadlines if _is_changed(context, document, use)]):
            yield from (_in_agreement(document, agreement, use) for use in moved)
        elif len(found) > 1 or (deadlines and len(outside) == len(taken)):
            yield _missing(context, document, clause, found, same, field)
        else:
            yield _used(context, document, clause, found[0], same, field)


def _is_changed(context: Context, document: Document, deadline: Deadline) -> bool:
    """Whether the deadline was changed after the document was reviewed, so that the deadline may be wrong."""
    return f"frister:{deadline.id}" in context.web.suspects.get(document.reference, ())


def _in_agreement(document: Document, agreement: Document, deadline: Deadline) -> Finding:
    there = f"punkt {deadline.clause}"
    message = f"Fristen «{deadline.id}» viser til {there}, men {document.id} bygger ikke på det punktet."
    at = part_at(agreement, "frister", deadline.at, "punkt")
    return Finding(at, message, _MOVED, (document.at("hjemmel"),), cause=(at, deadline))


def _missing(
    context: Context,
    document: Document,
    clause: Reference,
    found: list[Deadline | Question],
    idle: list[Reference],
    field: str,
) -> Finding:
    """The finding for a clause that several things come from; `idle` clauses, which nothing comes from, may have taken its
    place. `field` is `hjemmel` with all that is missing there."""
    named = [f"fristen «{use.id}»" if isinstance(use, Deadline) else "et spørsmål i selvtesten" for use in found]
    message = f"{clause.local} står ikke i «hjemmel», men {' og '.join(dict.fromkeys(named))} kommer derfra."
    near = next((target for target in idle if _chapter(target) == _chapter(clause)), None)
    near = near or (idle[0] if len(idle) == 1 else None)
    hint = _instead(context, [near] if near else idle, clause) or f"Skriv {field}."
    deadlines = tuple(use.at for use in found if isinstance(use, Deadline))
    return Finding(value_at(document, "hjemmel", near.local if near else ""), message, hint, deadlines)


def _instead(context: Context, idle: list[Reference], clause: Reference) -> str:
    """To write a clause in the place of one that nothing comes from, or beside it; their titles tell which is meant."""
    chapters = Counter(map(_chapter, idle))
    idle = idle if len(idle) <= _FEW else [one for one in idle if chapters[_chapter(one)] == 1]
    if not 0 < len(idle) <= _FEW:
        return ""
    others = " og ".join(_with_title(context, one) for one in idle)
    add = f"Bygger prosedyren også på {others}? Da legger du til {_with_title(context, clause)} i «hjemmel»."
    return f"{add} Ellers skriver du det i stedet{' for det som ikke gjelder' if idle[1:] else ''}."


def _chapter(clause: Reference) -> str:
    return clause.clause.partition(".")[0]


def _with_title(context: Context, clause: Reference) -> str:
    found = context.corpus.clause(clause)
    return clause.local + (f" («{found[1].title}»)" if found else "")


def _used(
    context: Context, document: Document, clause: Reference, use: Deadline | Question, idle: list[Reference], field: str
) -> Finding:
    written = clause.local
    if isinstance(use, Deadline):
        message = f"Fristen «{use.id}» er fastsatt i {written}, som ikke står i «hjemmel»."
        hint = f"Skriv {field} på linje {document.at('hjemmel').line}. Hvis siden ikke bygger på punktet, sletter du fristen her."
        hint = _instead(context, idle, clause) or hint
        return Finding(value_at(document, "frister", use.id), message, hint, (use.at,))
    message = f"Spørsmålet «{use.text}» viser til {written}, som ikke står i «hjemmel»."
    own = ", ".join(target.local for target in document.hjemmel)
    hint = f"Skriv punktet som gir svaret, av dem siden bygger på: {own}. Hvis den også bygger på {written}, skriver du {field}."
    return Finding(value_at(document, "sporsmal", written), message, hint, (document.at("hjemmel"),))


def _covers(basis: Reference, clause: Reference) -> bool:
    """Whether the clause is the other one, or a part of it."""
    if (basis.helsefellesskap, basis.document) != (clause.helsefellesskap, clause.document):
        return False
    return f"{clause.clause}.".startswith(f"{basis.clause}.") or f"{basis.clause}.".startswith(f"{clause.clause}.")


Homes = dict[tuple[str, str], list[Document]]


def _homes_of_messages(context: Context) -> Homes:
    """The agreements of each helsefellesskap that name a message."""
    homes: Homes = {}
    for document in context.corpus.documents:
        for name in document.messages if context.corpus.world_of(document) == "overordnet" else ():
            homes.setdefault((document.home, name), []).append(document)
    return homes


def _messages(document: Document, basis: list[Reference], homes: Homes) -> Iterator[Finding]:
    for name in document.messages:
        agreements = homes.get((document.home, name), [])
        if len(agreements) == 1 and agreements[0].reference not in {target.whole for target in basis}:
            home = agreements[0]
            message = f"Meldingen «{name}» er avtalt i «{home.id}» ({home.title}), som ikke står i «hjemmel»."
            hint = f"Legg punktet om meldingen til i «hjemmel»: {home.id}#…, eller ta meldingen ut av «meldinger»."
            yield Finding(value_at(document, "meldinger", name), message, hint, (home.at("meldinger"),))


@document_rule("AV627", "Fristen i avtalen står ikke i «frister»", Severity.ADVARSEL)
def clause_without_deadline(context: Context, document: Document) -> Iterator[Finding]:
    """A clause that sets a deadline must have an entry in `frister`, which procedures and the list of deadlines use."""
    if context.corpus.world_of(document) != "overordnet":
        return
    known = document.own_deadlines
    for limit in context.known(limits_in_text, document):
        words, at, span, length = limit.words, limit.at, limit.span, limit.minutes
        clause = clause_at(document, at.line)
        if length >= _YEAR or not clause.clause or words.lower().startswith(AT_MOST):
            continue
        same = [_clause(document, d) for d in known if d.within.minutes == length]
        entered = any(_covers(target, clause) or target not in context.web.clauses for target in same)
        near = (d for d in known if d.within.minutes == length or _covers(_clause(document, d), clause))
        if not entered and all(is_said(context, document, d) for d in near):  # else AV608 names what is wrong
            message = f"Punkt {clause.clause} setter en frist («{words}{span}») som ikke står i «frister»."
            hint = f'Legg til under «frister»: - {{id: …, hva: …, innen: {span}, hvem: …, punkt: "{clause.clause}"}}. Hører setningen til i en annen avtale, tar du den ut.'
            if meant := _meant(document, clause, limit):
                hint = f"Er det fristen «{meant.id}», skriver du «{meant.within.text}» her. Er en ny frist avtalt, legger du den til under «frister»."
            yield Finding(at, message, hint, (document.at("frister"),))


def _meant(document: Document, clause: Reference, limit: Limit) -> Deadline | None:
    """The one deadline of the clause that is about the same, with another time."""
    near = [d for d in document.own_deadlines if _covers(_clause(document, d), clause)]
    about = [d for d in near if len(subjects(d.what) & subjects(limit.phrase)) >= _SURE]
    return about[0] if len(about) == 1 else None


def _clause(document: Document, deadline: Deadline) -> Reference:
    return document.reference.at_clause(deadline.clause)
