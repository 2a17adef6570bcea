"""AV2: the levels of agreements, and what a level inherits from the one above."""

from collections.abc import Iterable, Iterator
from datetime import date

from avtaleverk.checks.context import Context
from avtaleverk.checks.dates.term import ends_in_text
from avtaleverk.checks.links.targets import is_missing
from avtaleverk.checks.places import in_body, is_unread, value_at
from avtaleverk.checks.several import FEW, named
from avtaleverk.corpus.hints import nearest_hint
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding
from avtaleverk.links.sentences import is_denied
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule, document_rule

_VERBS = ("vedtar", "vedtek")
_ORGAN = "SSU|FSU"
_DECIDES = when_used(
    rf"\b(?P<organ>{_ORGAN})\b(?P<between>(?:(?!{_ORGAN})[^.,\n]){{0,40}})\b(?:{'|'.join(_VERBS)})\b"
    rf"(?P<what>(?:(?!{_ORGAN})[^.\n]){{0,120}})"
)


def parent_of(context: Context, document: Document) -> Document | None:
    """The agreement that the document stands under."""
    return context.document(document.parent) if document.parent else None


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
    """`under` must name a document that exists."""
    if document.parent and is_missing(context, document.parent):
        ids = [d.id for d in context.corpus.documents_of(document.home)]
        hint = _above(context, document) or nearest_hint(document.under, ids)
        yield Finding(value_at(document, "under"), f"Avtalen «{document.under}» finnes ikke.", hint)


@document_rule("AV202", "Avtalen står under feil type avtale")
def wrong_parent(context: Context, document: Document) -> Iterator[Finding]:
    """`under` must name a document of a type that `typer.yml` allows above this one."""
    kind, parent = context.corpus.type_of(document), parent_of(context, document)
    if kind and kind.world != "overordnet":
        return  # AV108 says that the field does not belong here
    known = parent and context.corpus.type_of(parent)  # else AV101 or AV104 says that its type is wrong
    if kind and parent and known and parent.type not in kind.parents and document not in _ancestors(context, document):
        wanted = " eller ".join(kind.parents) or "ingen avtale"
        stands = f"stå under «{parent.id}», som er av typen «{parent.type}»"
        message = f"Et dokument av typen «{document.type}» kan ikke {stands}."
        hint = _above(context, document) or f"Velg et dokument av typen {wanted}."
        yield Finding(value_at(document, "under"), message, hint)


@document_rule("AV203", "Avtalene står under hverandre i ring")
def cyclic_parent(context: Context, document: Document) -> Iterator[Finding]:
    """Following `under` must not lead back to the document."""
    ring = [*_ancestors(context, document)] if document.under else []
    if document in ring and (document in (wrong := [*_misplaced(context, ring)]) or not wrong):
        message = f"«{document.id}» står under «{document.under}», som selv står under «{document.id}»."
        hint = _above(context, document) or "Slett linjen «under»: ingen avtale her står over denne."
        yield Finding(value_at(document, "under"), message, hint)


def _above(context: Context, document: Document) -> str:
    """To write the agreement that the document may be under, or one of those; "" when there is none."""
    kind, home = context.corpus.type_of(document), context.corpus.documents_of(document.home)
    ids = [d.id for d in home if kind and d.type in kind.parents and d is not document]
    several = f"Skriv id-en til den overordnede avtalen i «under»: {', '.join(ids[:3])}." if ids else ""
    return f"Skriv «under: {ids[0]}»." if len(ids) == 1 else several


def _misplaced(context: Context, ring: Iterable[Document]) -> Iterator[Document]:
    """The documents of a cycle whose parent has a type that theirs must not be under: they break the cycle."""
    for document in ring:
        kind, parent = context.corpus.type_of(document), parent_of(context, document)
        if kind and parent and parent.type not in kind.parents:
            yield document


def _by_parent(context: Context) -> dict[Document, list[Document]]:
    """The agreements that stand under each agreement, without those that have ended."""
    found: dict[Document, list[Document]] = {}
    for document in context.corpus.documents:
        parent = parent_of(context, document)
        kind = context.corpus.type_of(document)
        is_right = kind and parent and kind.world == "overordnet" and parent.type in kind.parents  # else AV108 or AV202
        if parent is not None and is_right and document.status != "utgatt":
            found.setdefault(parent, []).append(document)
    return found


@corpus_rule("AV204", "Avtalen står under en avtale som ikke gjelder")
def parent_not_in_force(context: Context) -> Iterator[Finding]:
    """The parent of an agreement in force must be in force. Several with the same parent are one finding, at the parent."""
    for parent, below in _by_parent(context).items():
        children = [child for child in below if child.status == "gjeldende" and parent.status not in ("", "gjeldende")]
        successor = f" Den er erstattet av «{parent.replaced_by[0]}»." if parent.replaced_by else ""
        if len(children) > 1:
            message = f"Avtalen har status «{parent.status}», men {len(children)} avtaler som gjelder, står under den: {named(children)}."
            hint = f"Skal den fortsatt gjelde, skriv «status: gjeldende». Ellers må «under» i dem vise til den nye.{successor}"
            places = tuple(value_at(child, "under") for child in children)
            yield Finding(value_at(parent, "status"), message, hint, places)
        elif children:
            message = f"Avtalen gjelder, men den overordnede avtalen «{parent.id}» har status «{parent.status}»."
            instead = "Skriv i «under» id-en til avtalen som gjelder nå."
            if parent.replaced_by:
                instead = f"Skriv «under: {parent.replaced_by[0]}», som har erstattet den."
            hint = f"{instead} Hvis «{parent.id}» fortsatt gjelder, skriver du «status: gjeldende» der."
            yield Finding(value_at(children[0], "under"), message, hint, (parent.at("status"),))


@corpus_rule("AV205", "Avtalen varer lenger enn avtalen den står under", follows=("AV501",))
def outlives_parent(context: Context) -> Iterator[Finding]:
    """An agreement must not end later than its parent, nor start earlier."""
    for parent, children in _by_parent(context).items():
        end = parent.valid_to
        read = [child for child in children if not is_unread(child, "gyldig_til", child.valid_to)]
        late = [child for child in read if end and (child.valid_to or date.max) > end]
        if len(late) > FEW:
            message = f"Avtalen slutter {end}, men {len(late)} avtaler under den gjelder lenger: {named(late)}."
            latest = max((child.valid_to or date.max for child in late), default=date.max)
            is_open = latest == date.max
            write = "Slett linjen: avtalene under har ingen sluttdato" if is_open else f"Skriv «gyldig_til: {latest}»"
            hint = f"{write}. Hvis avtalen slutter {end}, retter du «gyldig_til» i hver av avtalene under."
            places = tuple(value_at(child, "gyldig_til") for child in late)
            yield Finding(value_at(parent, "gyldig_til"), message, hint, places)
        for child in late if len(late) <= FEW else ():
            until = f"til {child.valid_to}" if child.valid_to else "uten sluttdato"
            message = f"Avtalen gjelder {until}, men «{parent.id}» slutter {end}."
            key = "gyldig_til" if child.valid_to else "under"
            last = max((day for day in ends_in_text(child) if end and day <= end), default=end)  # as its text may say
            hint = f"Skriv «gyldig_til: {last}» eller en tidligere dato."
            yield Finding(value_at(child, key), message, hint, (parent.at("gyldig_til"),))
        for child in children:
            start, first = child.valid_from, parent.valid_from
            if start and first and start < first:
                message = f"Avtalen gjelder fra {start}, men «{parent.id}» gjelder først fra {first}."
                hint = f"Skriv «gyldig_fra: {first}» eller en senere dato."
                yield Finding(value_at(child, "gyldig_fra"), message, hint, (parent.at("gyldig_fra"),))


@document_rule("AV208", "Feil organ har vedtatt dokumentet")
def wrong_organ(context: Context, document: Document) -> Iterator[Finding]:
    """Only the organs that `typer.yml` lists may decide: FSU on procedures, SSU on delavtaler, the owners on the top level."""
    kind = context.corpus.type_of(document)
    known = context.corpus.space_of(document).organs
    for decision in document.decisions:
        wanted = kind.organs if kind else ()
        if wanted and decision.organ in known and not any(_is(decision.organ, organ) for organ in wanted):
            message = f"{known[decision.organ].name} («{decision.organ}») kan ikke vedta et dokument av typen «{document.type}»."
            ids = [o for o in known if any(_is(o, organ) for organ in wanted)]
            reviewed = {review.by.casefold() for review in document.reviews}
            own = [id for id in ids if not reviewed.isdisjoint(map(str.casefold, (id, *known[id].names)))]
            right = own or ids or list(wanted)
            write = f"«organ: {right[0]}»" if len(right) == 1 else f"organet som vedtok: {', '.join(right)}"
            yield Finding(value_at(document, "vedtak", decision.organ), message, f"Skriv {write}.")
    if not document.body.words.isdisjoint(_VERBS):
        yield from _said_to_decide(context, document)


def _said_to_decide(context: Context, document: Document) -> Iterator[Finding]:
    """«FSU vedtar delavtaler» in the text of an agreement, where the register says that SSU does."""
    for found in _DECIDES.finditer(document.body.text):
        organ, what = found["organ"], found["what"].casefold()
        for kind in () if is_denied(found["between"] + what) else context.corpus.registers.typer.entries.values():
            names = sorted({kind.name, kind.plural, kind.name_nn, kind.plural_nn} - {""}, key=len, reverse=True)
            named = next((place for name in names if (place := what.find(name.casefold())) >= 0), -1)
            if named >= 0 and kind.organs and organ.lower() not in kind.organs:
                wanted = " eller ".join(kind.organs).upper()
                types = (kind.plural or kind.name).lower()
                message = f"Teksten sier at {organ} vedtar {types}. Det gjør {wanted} (typer.yml)."
                at = in_body(document, found.start("what") + named)
                yield Finding(at, message, "Skriv organet som vedtar dem, eller ta dem ut av setningen.")


def _is(organ: str, kind: str) -> bool:
    """Whether an organ ("fsu-akutt") is of a kind ("fsu")."""
    return organ == kind or organ.startswith(f"{kind}-")
