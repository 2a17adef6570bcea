"""AV4: what is agreed in one helsefellesskap does not hold in another."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_FOLLOWED = ("lenke", "hjemmel", "steg")


@document_rule("AV417", "Henvisningen går til et annet helsefellesskap", Severity.ADVARSEL)
def leads_next_door(context: Context, document: Document) -> Iterator[Finding]:
    """Who follows a patient-near document is led to what holds at home."""
    if context.corpus.world_of(document) != "pasientnaer":
        return
    for link in context.web.outgoing.get(document.reference, ()):
        away = link.target.helsefellesskap != document.reference.helsefellesskap and link.relation in _FOLLOWED
        if away and (target := context.corpus.document(context.web.resolve(link.target))):
            space = context.corpus.helsefellesskap[target.reference.helsefellesskap]
            message = f"«{target.title}» gjelder bare i {space.short_name or space.name or space.id}, ikke her."
            at = value_at(document, "hjemmel", str(link.target)) if link.relation == "hjemmel" else link.at
            yield Finding(at, message, "Vis til dokumentet som gjelder her, eller slett henvisningen.")
