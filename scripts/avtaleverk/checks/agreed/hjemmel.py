"""AV4 and AV6: what a procedure takes from an agreement stands in `hjemmel`, and what a clause sets in `frister`."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import is_said
from avtaleverk.checks.agreed.limits import AT_MOST, limits_in_text
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import is_whole, value_at
from avtaleverk.corpus.model import Deadline, Document, Reference
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.web import clause_at
from avtaleverk.rules import document_rule

_YEAR = 525_600  # minutes; what is counted in years concerns the agreement itself


@document_rule("AV416", "Prosedyren bruker noe fra en avtale som ikke står i «hjemmel»", Severity.ADVARSEL)
def outside_hjemmel(context: Context, document: Document) -> Iterator[Finding]:
    """A deadline comes from its clause, and a message that only one agreement sends comes from that agreement."""
    if not document.hjemmel or context.corpus.world_of(document) != "pasientnaer":
        return
    basis = [context.web.resolve(target) for target in document.hjemmel]
    if not is_whole(document, "hjemmel", basis):
        return  # AV103 names one that cannot be read
    if all(target in context.web.clauses for target in basis):  # else AV401–AV403 name the cause
        yield from _deadlines(context, document, basis)
        yield from _messages(document, basis, context.once(_homes_of_messages))


def _deadlines(context: Context, document: Document, basis: list[Reference]) -> Iterator[Finding]:
    """At the deadline; at `hjemmel` when none of the deadlines comes from there, for then that is what is wrong."""
    taken = [(agreement, d) for agreement, d in context.web.deadlines_of(document) if agreement is not document]
    outside = [
        (agreement, deadline)
        for agreement, deadline in taken
        if (clause := _clause(agreement, deadline)) in context.web.clauses  # else AV402 names the deadline
        and not any(_covers(target, clause) for target in basis)
        and is_said(context, agreement, deadline)  # else AV608 names it
    ]
    for agreement, deadline in outside:
        message = f"Fristen «{deadline.id}» er fastsatt i {agreement.id}#{deadline.clause}, som ikke står i «hjemmel»."
        hint = f"Legg til {agreement.id}#{deadline.clause} i «hjemmel», eller bruk fristen fra punktet som gjelder."
        key, text = ("hjemmel", "") if len(outside) == len(taken) else ("frister", deadline.id)
        yield Finding(value_at(document, key, text), message, hint, (deadline.at,))


def _covers(basis: Reference, clause: Reference) -> bool:
    """Whether the one is the other, or a part of it."""
    if (basis.helsefellesskap, basis.document) != (clause.helsefellesskap, clause.document):
        return False
    return f"{clause.clause}.".startswith(f"{basis.clause}.") or f"{basis.clause}.".startswith(f"{clause.clause}.")


Homes = dict[tuple[str, str], list[Document]]


def _homes_of_messages(context: Context) -> Homes:
    """The agreements of each helsefellesskap that name a message."""
    homes: Homes = {}
    for document in context.corpus.documents:
        for name in document.messages if context.corpus.world_of(document) == "overordnet" else ():
            homes.setdefault((document.reference.helsefellesskap, name), []).append(document)
    return homes


def _messages(document: Document, basis: list[Reference], homes: Homes) -> Iterator[Finding]:
    for name in document.messages:
        agreements = homes.get((document.reference.helsefellesskap, name), [])
        if len(agreements) == 1 and agreements[0].reference not in {target.whole for target in basis}:
            home = agreements[0]
            message = f"Meldingen «{name}» er avtalt i «{home.id}» ({home.title}), som ikke står i «hjemmel»."
            hint = f"Legg punktet om meldingen til i «hjemmel»: {home.id}#…, eller ta meldingen ut av «meldinger»."
            yield Finding(value_at(document, "meldinger", name), message, hint, (home.at("meldinger"),))


@document_rule("AV627", "Fristen i avtalen står ikke i «frister»", Severity.ADVARSEL)
def clause_without_deadline(context: Context, document: Document) -> Iterator[Finding]:
    """A clause that sets a deadline has an entry in `frister`: procedures and the overview of deadlines live of it."""
    if context.corpus.world_of(document) != "overordnet":
        return
    known = document.own_deadlines
    for limit in limits_in_text(document):
        words, at, span, length = limit.words, limit.at, limit.span, limit.minutes
        clause = clause_at(document, at.line)
        if length >= _YEAR or not clause.clause or words.lower().startswith(AT_MOST):
            continue
        same = [_clause(document, d) for d in known if d.within.minutes == length]
        entered = any(_covers(target, clause) or target not in context.web.clauses for target in same)
        near = (d for d in known if d.within.minutes == length or _covers(_clause(document, d), clause))
        if not entered and all(
            is_said(context, document, d) for d in near
        ):  # else AV608 names the wrong length or clause
            message = f"Punkt {clause.clause} setter en frist («{words}{span}») som ikke står i «frister»."
            hint = f'Legg til under «frister»: - {{id: …, hva: …, innen: {span}, hvem: …, punkt: "{clause.clause}"}}.'
            yield Finding(at, message, hint, (document.at("frister"),))


def _clause(document: Document, deadline: Deadline) -> Reference:
    return document.reference.at_clause(deadline.clause)
