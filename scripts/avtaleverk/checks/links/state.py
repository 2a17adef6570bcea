"""AV42: documents that rest on something that has changed since they were reviewed."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.dates.clocks import last_review_at
from avtaleverk.checks.places import in_words
from avtaleverk.checks.several import FEW
from avtaleverk.corpus.model import Document, Reference
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.state import described, is_stale, stamp_of
from avtaleverk.rules import corpus_rule, document_rule

_READ_AGAIN = "Er endringen en skrivefeil, setter du det som sto der, tilbake. Ellers må hvert dokument leses på nytt, ett om gangen."
_STAMP_IT = "Du trenger ikke gjøre noe. Sekretariatet merker det med «avtaleverk review»."


@corpus_rule("AV420", "Grunnlaget er endret siden gjennomgangen", Severity.ADVARSEL, calendar=True)
def suspect(context: Context) -> Iterator[Finding]:
    """A law point, an agreement, a clause or a register entry changed after the last review.

    What many documents rest on is one finding, where that thing stands. Those that have a waiver keep their own.
    """
    resting: dict[tuple[Location, str], list[Document]] = {}
    for document in context.corpus.documents:
        if changed := context.web.suspects.get(document.reference):
            names = ", ".join(described(context.corpus, document, key)[0] for key in changed)
            if any(waiver.rule == "AV420" for waiver in document.waivers):
                yield _suspect(context, document, names)
                continue
            resting.setdefault((_place_of(context, document), names), []).append(document)
    for (place, names), documents in resting.items():
        if len(documents) > FEW:
            message = f"{len(documents)} dokumenter bygger på dette, som er endret siden de ble gjennomgått: {names}."
            places = tuple(document.at("gjennomgang") for document in documents)
            listed = ", ".join(str(document.reference) for document in documents)
            yield Finding(place, message, f"{_READ_AGAIN} {_line(context)} Dokumentene er {listed}.", places)
        else:
            yield from (_suspect(context, document, names) for document in documents)


def _place_of(context: Context, document: Document) -> Location:
    """The place of the first thing that the document rests on and that has changed."""
    kind, _, id = context.web.suspects[document.reference][0].partition(":")
    space = document.home
    if kind == "frister":
        return context.web.deadlines[space, id][1].at
    if kind in ("under", "punkt"):
        target = context.web.resolve(Reference.parse(id, space))
        found = context.corpus.document(target)
        section = found.body.section(target.clause) if found else None
        return Location(found.path, section.line if section else 1) if found else document.at("gjennomgang")
    at: Location = context.corpus.registers.named(kind).entries[id].at
    return at


def _suspect(context: Context, document: Document, names: str) -> Finding:
    """The finding for one document."""
    place = _place_of(context, document)
    message = f"Dette er endret siden gjennomgangen: {names} ({in_words(place)})."
    own = f"(Eller kjør «avtaleverk review {document.reference} --by … --conclusion …».)"
    hint = f"Les endringen først, og rett det som må rettes. {_line(context)} {own}"
    return Finding(document.at("gjennomgang"), message, hint, (place,))


def _line(context: Context) -> str:
    """The line for the editor to fill in after reading the change; the conclusion is left blank on purpose."""
    return f"Legg så til øverst under «gjennomgang»: - {{dato: {context.today}, av: …, konklusjon: …}}"


# It follows from: a review with a wrong date
@document_rule(
    "AV421", "Gjennomgangen er ikke merket", Severity.MERKNAD, calendar=True, follows=("AV501", "AV503", "AV506")
)
def stale_stamp(context: Context, document: Document) -> Iterator[Finding]:
    """The document was reviewed by hand after it was stamped, or is new and was never stamped.

    A helsefellesskap without any stamps does not use them.
    """
    stamp = stamp_of(context.corpus, document)
    if is_stale(document, stamp):
        message = "Dette er ingen feil: Dokumentet er gjennomgått, og hva det bygger på nå, er ikke merket ennå."
        yield Finding(document.at("gjennomgang"), message, _STAMP_IT, last_review_at(document))
    elif not stamp and document.status == "gjeldende" and context.corpus.space_of(document).stamps:
        message = "Dette er ingen feil: Dokumentet er nytt, og hva det bygger på, er ikke merket ennå."
        yield Finding(document.at("id"), message, _STAMP_IT)
