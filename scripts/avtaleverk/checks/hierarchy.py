"""AV2: the levels of agreements, and the procedures that rest on them."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.kinds import nearest_hint
from avtaleverk.corpus.load import address
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule


@document_rule("AV201", "Den overordnede avtalen finnes ikke")
def unknown_parent(context: Context, document: Document) -> Iterator[Finding]:
    """`under` names a document that exists."""
    home = document.reference.helsefellesskap
    if document.under and not context.corpus.document(context.web.resolve(address(document.under, home))):
        ids = [d.id for d in context.corpus.documents if d.reference.helsefellesskap == home]
        yield Finding(
            document.at("under"), f"Avtalen «{document.under}» finnes ikke.", nearest_hint(document.under, ids)
        )


@document_rule("AV202", "Avtalen står under feil type avtale")
def wrong_parent(context: Context, document: Document) -> Iterator[Finding]:
    """`under` names a type that `typer.yml` allows above this one."""
    kind = context.corpus.type_of(document)
    if not (kind and document.under):
        return
    parent = context.corpus.document(context.web.resolve(address(document.under, document.reference.helsefellesskap)))
    if parent and parent.type not in kind.parents:
        wanted = " eller ".join(kind.parents) or "ingen avtale"
        message = (
            f"Et dokument av typen «{document.type}» kan ikke stå under «{parent.id}», som er av typen «{parent.type}»."
        )
        yield Finding(document.at("under"), message, f"Velg et dokument av typen {wanted}.")
