"""Hints about which clause of an agreement was meant."""

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import list_with
from avtaleverk.corpus.model import Document, Reference


def clause_hint(clause: str, document: Document) -> str:
    """A hint with the clauses of the same chapter. A number is never guessed, since that could be a false hjemmel."""
    chapter = clause.split(".")[0]
    near = [f"{s.number} {s.title}" for s in document.body.sections if s.number.split(".")[0] == chapter and s.number]
    if not near:
        return f"{document.path} har ikke noe kapittel {chapter}. Finn punktet som sier dette, og skriv nummeret."
    hint = f"Kapittel {chapter} har: {', '.join(near)}. Velg punktet som sier dette."
    return f"{hint} Har punktet fått nytt nummer? Skriv det under «tidligere_punkt» i avtalen."


def with_clause(context: Context, document: Document, target: Reference, agreement: Document | None) -> str:
    """The clauses of an agreement that the document already takes a deadline from; else how a clause is written."""
    taken = [
        f"{target.document}#{deadline.clause}"
        for owner, deadline in context.web.deadlines_of(document)
        if owner is agreement
    ]
    if taken:
        return f"Skriv {list_with(document, 'hjemmel', *taken, without=target.local)}: fristene på siden står der."
    sections = [s for s in (agreement.body.sections if agreement else ()) if "." in s.number]
    example = f", for eksempel {target.document}#{sections[0].number} ({sections[0].title})" if sections else ""
    return f"Finn punktet som siden bygger på, og skriv nummeret etter #{example}."
