"""AV213 and AV309: the organ and the point of the law that a procedure names are those of the agreement it rests on."""

import re
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, value_at
from avtaleverk.corpus.model import Document, LawPoint, Reference
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_ORGANS = frozenset(("ssu", "fsu", "au"))
_NAMED = re.compile(r"\b(?:SSU|FSU|AU)\b")
_SPAN = re.compile(r"\b(?:innan|innen)\s+(\w+\s+(?:tim|d[aø]g|uke|veke|måned|månad)\w*)")
_SENTENCE = re.compile(r"[^.!?\n]+")


@document_rule("AV213", "Organet er et annet enn i avtalen", Severity.ADVARSEL)
def other_organ(context: Context, document: Document) -> Iterator[Finding]:
    """«AU innen 4 uker» where the clauses give FSU these weeks, and AU nothing."""
    if document.body.words.isdisjoint(_ORGANS) or not document.hjemmel or context.lacks_basis(document):
        return
    if not (tasks := [*_tasks(document.body.text)]):
        return
    agreed: dict[str, set[str]] = {}
    for target in map(context.web.resolve, document.hjemmel):
        for _, organs, span in _tasks(_text(context, target)):
            agreed.setdefault(span, set()).update(organs)
    known = set[str]().union(*agreed.values())
    for place, organs, span in tasks:
        if agreed.get(span) and organs.isdisjoint(known):
            right, wrong = " eller ".join(sorted(agreed[span])), " og ".join(sorted(organs))
            message = f"Her står {wrong} med fristen {span}, men i avtalen er det {right} som har den."
            yield Finding(in_body(document, place), message, f"Skriv «{right}», eller rett «hjemmel».")


def _text(context: Context, target: Reference) -> str:
    """What a clause says."""
    clause = context.corpus.clause(target)
    return context.words_under(*clause) if clause else ""


def _tasks(text: str) -> Iterator[tuple[int, set[str], str]]:
    """The sentences in which organs have a time: where the first one stands, which they are, and the time."""
    for sentence in _SENTENCE.finditer(text) if _NAMED.search(text) else ():
        organs = [*_NAMED.finditer(sentence[0])]
        if organs and (span := _SPAN.search(sentence[0])):
            yield sentence.start() + organs[0].start(), {organ[0] for organ in organs}, span[1]


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
