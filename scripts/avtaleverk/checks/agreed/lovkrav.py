"""AV3: the point of § 6-2 that a procedure names is one of the agreement that it rests on."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document, LawPoint
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule


@document_rule("AV309", "Lovkravet er et annet enn avtalens", Severity.ADVARSEL, needs=("lovkrav",))
def other_point(context: Context, document: Document) -> Iterator[Finding]:
    """One of the points of § 6-2 that a procedure names is a point of an agreement that it rests on."""
    laws = context.corpus.registers.lovkrav.entries
    own = [name for name in document.lovkrav if _is_point(laws.get(name))]
    if not own or context.lacks_basis(document):
        return
    basis = [context.corpus.document(context.web.resolve(target).whole) for target in document.hjemmel]
    theirs = [name for agreement in basis if agreement for name in agreement.lovkrav]
    points = [name for name in dict.fromkeys(theirs) if _is_point(laws.get(name))]
    if points and not set(own) & set(points):
        message = f"«{own[0]}» ({laws[own[0]].title.lower()}) er ikke blant lovkravene i avtalen prosedyren bygger på."
        hint = f"Avtalen har {', '.join(points)}. Skriv den som gjelder, eller rett «hjemmel»."
        yield Finding(value_at(document, "lovkrav", own[0]), message, hint)


def _is_point(law: LawPoint | None) -> bool:
    return law is not None and law.is_minimum
