"""AV5: a case number belongs to one meeting, and so to one day."""

from collections.abc import Iterator
from datetime import date

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Decision, Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

Days = dict[date, list[Document]]


# It follows from: a case of an organ that may not decide it
@document_rule("AV526", "Samme sak er vedtatt på to dager", Severity.ADVARSEL, follows=("AV208",))
def decided_on_two_days(context: Context, document: Document) -> Iterator[Finding]:
    """A case number that was copied without its date, or the other way round."""
    for decision in document.decisions:
        if decision.case and (other := _other_day(context, document, decision)):
            day, id, at = other
            message = f"Sak {decision.case} er vedtatt {decision.decided} her, men {day} i {id}."
            hint = f"Var det i samme møte, skriver du «dato: {day}» her. Hvis ikke, retter du saksnummeret."
            yield Finding(value_at(document, "vedtak", decision.case), message, hint, (at,))


def _other_day(context: Context, document: Document, decision: Decision) -> tuple[date, str, Location] | None:
    """Another day on which at least as many documents have the same case of the same organ, and one of those documents."""
    days = context.once(_days_of_cases)[document.home, decision.organ, decision.case]
    here = len(days[decision.decided])
    others = ((day, found) for day, found in days.items() if day != decision.decided and len(found) >= here)
    return next(((day, d.id, value_at(d, "vedtak", decision.case)) for day, (d, *_) in others), None)


def _days_of_cases(context: Context) -> dict[tuple[str, str, str], Days]:
    """For each case of an organ, the documents that were decided in it, by the day."""
    found: dict[tuple[str, str, str], Days] = {}
    for document in context.corpus.documents:
        for one in document.decisions:
            days = found.setdefault((document.home, one.organ, one.case), {})
            days.setdefault(one.decided, []).append(document)
    return found
