"""AV41: each former address of a document must lead to one existing place."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.diagnostics import Finding
from avtaleverk.links.former import former_clause
from avtaleverk.rules import corpus_rule, document_rule


@corpus_rule("AV412", "Den gamle adressen er i bruk")
def taken_alias(context: Context) -> Iterator[Finding]:
    """A former id or clause number must lead to one place only, and must not be used again."""
    owners: dict[Reference, Document] = {}
    for document in context.corpus.documents:
        for key, old in _former(document):
            first = owners.setdefault(old, document)
            used = old in context.web.clauses if old.clause else old in context.corpus.by_reference
            if used or first is not document:
                where = "brukes nå av noe annet" if used else f"står også i {first.path}"
                hint = "Et nummer brukes aldri om igjen. Gi det nye et annet nummer, eller slett linja."
                yield Finding(document.at(key), f"Den gamle adressen «{old}» {where}.", hint)


def _former(document: Document) -> Iterator[tuple[str, Reference]]:
    here = document.reference
    for former in document.former_ids:
        yield "tidligere_id", Reference(here.helsefellesskap, former)
    for old in document.former_clauses:
        yield "tidligere_punkt", former_clause(here, old)


@document_rule("AV413", "Det nye punktet finnes ikke")
def alias_to_nowhere(context: Context, document: Document) -> Iterator[Finding]:
    """`tidligere_punkt` must lead to a clause that this document has."""
    here = document.reference
    for old, new in document.former_clauses.items():
        if here.at_clause(new) not in context.web.clauses:
            message = f"Punkt {old} skal nå være {new}, men dokumentet har ikke noe punkt {new}."
            yield Finding(document.at("tidligere_punkt"), message, "Skriv nummeret punktet har i dag.")
