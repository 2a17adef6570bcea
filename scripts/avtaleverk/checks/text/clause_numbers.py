"""AV6: clauses must be numbered consecutively."""

from collections.abc import Iterator
from itertools import pairwise

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import at_heading
from avtaleverk.checks.several import first_of
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.outline import Body, Section
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule


def out_of_order(body: Body) -> Iterator[tuple[Section, str]]:
    """The clauses out of sequence, each with the number that it should have; "" when that is not certain."""
    expected: list[int] = []
    skipped: list[int] = []  # the number that one out of order should have had: the next may go on from there
    for section in body.sections:
        if not section.number:
            continue
        found = [int(part) for part in section.number.split(".")]
        depth = len(found)
        following = [*expected[: depth - 1], (expected[depth - 1] if len(expected) >= depth else 0) + 1]
        went_on = [*skipped[: depth - 1], skipped[depth - 1] + 1] if len(skipped) == depth else []
        if found == went_on:
            skipped = []
        elif len(expected) < depth - 1 or found != following:
            skipped = following
            yield section, ".".join(map(str, following)) if len(expected) >= depth - 1 else ""
        expected = found


@document_rule("AV604", "Punktnumrene har hull eller gjentas")
def clause_numbers(context: Context, document: Document) -> Iterator[Finding]:
    """Clauses must be numbered 1, 1.1, 1.2, 2 … without gaps, and the steps of a pathway 1, 2, 3 …"""
    wrong = dict(out_of_order(document.body))
    numbered = [section for section in document.body.sections if section.number]
    after = {section: later.number for section, later in pairwise(numbered) if later not in wrong}
    for section, wanted in wrong.items():
        message = f"Punkt {section.number} kommer ikke i rekkefølge."
        goes_on = after.get(section) == _next(wanted)
        yield Finding(at_heading(document, section), message, _hint(context, document, section, wanted, goes_on))
    yield from _steps(document)


def _next(number: str) -> str:
    """The number of the clause after this one."""
    head, dot, last = number.rpartition(".")
    return f"{head}{dot}{int(last) + 1}" if last else ""


def _hint(context: Context, document: Document, section: Section, wanted: str, goes_on: bool) -> str:
    """The hint with the right number, unless that is cited and the next clause does not go on from it: then another clause
    had it, and is gone."""
    heading = f"«{'#' * section.level} {wanted} {section.title}»"
    links = context.web.incoming.get(document.reference._replace(clause=wanted), ()) if wanted else ()
    cited = [link.source.document for link in links if link.source != document.reference]
    cited += [f"fristen «{deadline.id}»" for deadline in document.own_deadlines if deadline.clause == wanted]
    if not wanted:
        return "Her skulle det stått et kapittel først."
    if not cited or goes_on:
        return f"Skriv {heading}."
    citing = first_of(list(dict.fromkeys(cited)), 3)
    hint = f"Er punkt {wanted} slettet? Da legger du det tilbake: {citing} viser til det."
    return f"{hint} Hvis overskriften her bare har fått feil nummer, skriver du {heading}."


def _steps(document: Document) -> Iterator[Finding]:
    """Each step that follows neither the one before it nor the number that that one should have had."""
    numbered = [(int(step.number), step) for step in document.steps if step.number.isdecimal()]
    for place, ((last, _), (number, step)) in enumerate(pairwise(numbered), 1):
        wanted = numbered[0][0] + place
        if number not in (wanted, last + 1):
            yield Finding(step.at, f"Steg {number} kommer ikke i rekkefølge.", f"Her skulle det stått {wanted}.")
