"""AV2: the levels of agreements, and what a level inherits from the one above."""

from collections.abc import Iterator
from datetime import date

from avtaleverk.checks.context import Context
from avtaleverk.checks.links import is_missing
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.load import address
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.rules import document_rule

ENDED = ("utgatt",)


def parent_of(context: Context, document: Document) -> Document | None:
    """The agreement that the document stands under."""
    if not document.under:
        return None
    return context.corpus.document(context.web.resolve(address(document.under, document.reference.helsefellesskap)))


def _ancestors(context: Context, document: Document) -> Iterator[Document]:
    seen = {document}
    parent = parent_of(context, document)
    while parent is not None:
        yield parent
        if parent in seen:
            return
        seen.add(parent)
        parent = parent_of(context, parent)


@document_rule("AV201", "Den overordnede avtalen finnes ikke")
def unknown_parent(context: Context, document: Document) -> Iterator[Finding]:
    """`under` names a document that exists."""
    home = document.reference.helsefellesskap
    if document.under and is_missing(context, address(document.under, home)):
        ids = [d.id for d in context.corpus.documents if d.reference.helsefellesskap == home]
        yield Finding(
            value_at(document, "under"), f"Avtalen «{document.under}» finnes ikke.", nearest_hint(document.under, ids)
        )


@document_rule("AV202", "Avtalen står under feil type avtale")
def wrong_parent(context: Context, document: Document) -> Iterator[Finding]:
    """`under` names a type that `typer.yml` allows above this one."""
    kind, parent = context.corpus.type_of(document), parent_of(context, document)
    if kind and parent and parent.type not in kind.parents and document not in _ancestors(context, document):
        wanted = " eller ".join(kind.parents) or "ingen avtale"
        message = (
            f"Et dokument av typen «{document.type}» kan ikke stå under «{parent.id}», som er av typen «{parent.type}»."
        )
        yield Finding(value_at(document, "under"), message, f"Velg et dokument av typen {wanted}.")


@document_rule("AV203", "Avtalene står under hverandre i ring")
def cyclic_parent(context: Context, document: Document) -> Iterator[Finding]:
    """Following `under` never leads back."""
    if document.under and document in _ancestors(context, document):
        message = f"«{document.id}» står under «{document.under}», som selv står under «{document.id}»."
        yield Finding(value_at(document, "under"), message, "Skriv id-en til den overordnede avtalen i «under».")


@document_rule("AV204", "Avtalen står under en avtale som ikke gjelder")
def parent_not_in_force(context: Context, document: Document) -> Iterator[Finding]:
    """An agreement in force stands under one that is in force."""
    parent = parent_of(context, document)
    if parent and document.status == "gjeldende" and parent.status != "gjeldende":
        message = f"Avtalen gjelder, men den overordnede avtalen «{parent.id}» har status «{parent.status}»."
        successor = f" Den er erstattet av «{parent.replaced_by[0]}»." if parent.replaced_by else ""
        hint = f"La «under» vise til avtalen som gjelder nå, eller endre «status».{successor}"
        yield Finding(value_at(document, "under"), message, hint, (parent.at("status"),))


@document_rule("AV205", "Avtalen varer lenger enn avtalen den står under")
def outlives_parent(context: Context, document: Document) -> Iterator[Finding]:
    """An agreement ends no later than the one above it, and starts no earlier."""
    parent = parent_of(context, document)
    if parent is None or document.status in ENDED:
        return
    if parent.valid_to and (document.valid_to or date.max) > parent.valid_to:
        until = f"til {document.valid_to}" if document.valid_to else "uten sluttdato"
        message = f"Avtalen gjelder {until}, men «{parent.id}» slutter {parent.valid_to}."
        hint = f"Skriv «gyldig_til: {parent.valid_to}» eller en tidligere dato."
        key = "gyldig_til" if document.valid_to else "under"
        yield Finding(value_at(document, key), message, hint, (parent.at("gyldig_til"),))
    if parent.valid_from and document.valid_from and document.valid_from < parent.valid_from:
        message = f"Avtalen gjelder fra {document.valid_from}, men «{parent.id}» gjelder først fra {parent.valid_from}."
        hint = f"Skriv «gyldig_fra: {parent.valid_from}» eller en senere dato."
        yield Finding(value_at(document, "gyldig_fra"), message, hint, (parent.at("gyldig_fra"),))


@document_rule("AV208", "Feil organ har vedtatt dokumentet")
def wrong_organ(context: Context, document: Document) -> Iterator[Finding]:
    """The organs that `typer.yml` lets decide: FSU for procedures, SSU for delavtaler, the owners for the top."""
    kind = context.corpus.type_of(document)
    known = context.corpus.helsefellesskap[document.reference.helsefellesskap].organs
    for decision in document.decisions:
        wanted = kind.organs if kind else ()
        if wanted and decision.organ in known and not any(_is(decision.organ, organ) for organ in wanted):
            names = [known[o].name for o in known if any(_is(o, organ) for organ in wanted)]
            message = f"{known[decision.organ].name} («{decision.organ}») kan ikke vedta et dokument av typen «{document.type}»."
            ids = [o for o in known if any(_is(o, organ) for organ in wanted)]
            hint = f"Skriv organet som vedtok: {', '.join(ids)}." if ids else f"Det skal vedtas av {', '.join(names)}."
            yield Finding(value_at(document, "vedtak", decision.organ), message, hint)


def _is(organ: str, kind: str) -> bool:
    """Whether an organ ("fsu-akutt") is of a kind ("fsu")."""
    return organ == kind or organ.startswith(f"{kind}-")
