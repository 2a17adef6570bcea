"""AV2: the organ that a procedure names with a time is the one that has it in the agreement."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import basis
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body
from avtaleverk.corpus.model import Document
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
    for words in basis(context, document):
        for _, organs, span in _tasks(words):
            agreed.setdefault(span, set()).update(organs)
    known = set[str]().union(*agreed.values())
    for place, organs, span in tasks:
        if agreed.get(span) and organs.isdisjoint(known):
            right, wrong = " eller ".join(sorted(agreed[span])), " og ".join(sorted(organs))
            message = f"Her står {wrong} med fristen {span}, men i avtalen er det {right} som har den."
            yield Finding(in_body(document, place), message, f"Skriv «{right}», eller rett «hjemmel».")


def _tasks(text: str) -> Iterator[tuple[int, set[str], str]]:
    """The sentences in which organs have a time: where the first one stands, which they are, and the time."""
    for sentence in _SENTENCE.finditer(text) if _NAMED.search(text) else ():
        organs = [*_NAMED.finditer(sentence[0])]
        if organs and (span := _SPAN.search(sentence[0])):
            yield sentence.start() + organs[0].start(), {organ[0] for organ in organs}, span[1]
