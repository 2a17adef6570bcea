"""AV3: a number of § 6-2 that a procedure names must be one of an agreement that it rests on."""

from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import users_of
from avtaleverk.checks.context import Context
from avtaleverk.checks.law import AGREEMENTS
from avtaleverk.checks.places import list_with, part_at, value_at
from avtaleverk.corpus.model import Document, LawPoint
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule


@document_rule(
    "AV309",
    "Lovkravet er et annet enn avtalens",
    Severity.ADVARSEL,
    needs=("lovkrav", "helsefellesskap"),
    follows=("AV416",),  # a field that has another agreement than the one that things come from
)
def other_point(context: Context, document: Document) -> Iterator[Finding]:
    """At least one number of § 6-2 that a procedure names must be one of an agreement that it rests on."""
    yield from _of_deadlines(context, document)
    laws = context.corpus.registers.lovkrav.entries
    own = [name for name in document.lovkrav if _is_point(laws.get(name))]
    if not own or context.lacks_basis(document):
        return
    basis = [context.corpus.document(context.web.resolve(target).whole) for target in document.hjemmel]
    theirs = [name for agreement in basis if agreement for name in agreement.lovkrav]
    points = [name for name in dict.fromkeys(theirs) if _is_point(laws.get(name))]
    if points and not set(own) & set(points) and not _is_uncovered(context, document, laws[own[0]]):
        message = f"«{own[0]}» ({laws[own[0]].title.lower()}) er ikke blant lovkravene i avtalen prosedyren bygger på."
        hint = f"Skriv {list_with(document, 'lovkrav', *points, without=own[0])}, som avtalen har. Hvis lovkravet er riktig, er det «hjemmel» som er feil."
        if len(points) > 1:
            hint = f"Avtalen har {', '.join(points)}. Skriv den som gjelder. Hvis lovkravet er riktig, er det «hjemmel» som er feil."
        yield Finding(value_at(document, "lovkrav", own[0]), message, hint, (document.at("hjemmel"),))


def _of_deadlines(context: Context, document: Document) -> Iterator[Finding]:
    """The law point that a deadline follows from must be one of the agreement, or of a procedure that uses the deadline."""
    for deadline in document.own_deadlines:
        if not deadline.law or deadline.law in document.lovkrav:
            continue
        users = users_of(context, document, deadline)
        if users and not any(deadline.law in user.lovkrav for user in users):
            user, own = users[0].id, ", ".join(dict.fromkeys(law for user in users for law in user.lovkrav))
            message = f"Fristen «{deadline.id}» har lovkravet «{deadline.law}», som verken avtalen eller {user} har."
            hint = f"Skriv lovkravet fristen følger av. {user} har {own}. Stemmer det her, legger du det til der."
            yield Finding(part_at(document, "frister", deadline.at, "lovkrav"), message, hint)


def _is_uncovered(context: Context, document: Document, law: LawPoint) -> bool:
    """Whether no agreement has the number; then one of them lost it, and AV303 reports it there."""
    home = document.home
    having = context.web.documents_naming("lovkrav", law.id)
    is_explained = law.number in context.corpus.space_of(document).holes
    return not is_explained and not any(d.home == home and d.type in AGREEMENTS for d in having)


def _is_point(law: LawPoint | None) -> bool:
    return law is not None and law.is_minimum
