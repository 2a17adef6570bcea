"""AV42: documents that rest on something that has changed since they were reviewed."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.followers import FEW, named
from avtaleverk.corpus.load import address
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.links.state import described, is_stale, stamp_of
from avtaleverk.rules import corpus_rule, document_rule


@corpus_rule("AV420", "Grunnlaget er endret siden gjennomgangen", Severity.ADVARSEL, calendar=True)
def suspect(context: Context) -> Iterator[Finding]:
    """A law point, an agreement, a clause or a register entry changed after the last review.

    What many documents rest on is one finding, where that thing stands. Those that have a waiver keep their own.
    """
    resting: dict[tuple[str, str], list[Document]] = {}
    for document in context.corpus.documents:
        if changed := context.web.suspects.get(document.reference):
            names = ", ".join(described(context.corpus, document, key)[0] for key in changed)
            if any(waiver.rule == "AV420" for waiver in document.waivers):
                yield _suspect(document, names)
                continue
            resting.setdefault((document.reference.helsefellesskap, names), []).append(document)
    for (_, names), documents in resting.items():
        ids = " ".join(str(document.reference) for document in documents)
        hint = f"Les endringen, rett det som må rettes, og kjør «avtaleverk review {ids} --by …»."
        if len(documents) > FEW:
            message = (
                f"Dette er endret siden {len(documents)} dokumenter ble gjennomgått: {names}. Se på {named(documents)}."
            )
            places = tuple(document.at("gjennomgang") for document in documents)
            yield Finding(_place_of(context, documents[0]), message, hint, places)
        else:
            yield from (_suspect(document, names) for document in documents)


def _place_of(context: Context, document: Document) -> Location:
    """Where the first thing that changed under a document stands."""
    kind, _, id = context.web.suspects[document.reference][0].partition(":")
    space = document.reference.helsefellesskap
    if kind == "frister":
        return context.web.deadlines[space, id][1].at
    if kind in ("under", "punkt"):
        target = context.web.resolve(address(id, space))
        found = context.corpus.document(target)
        section = found.body.section(target.clause) if found else None
        return Location(found.path, section.line if section else 1) if found else document.at("gjennomgang")
    at: Location = getattr(context.corpus.registers, kind).entries[id].at
    return at


def _suspect(document: Document, names: str) -> Finding:
    hint = f"Les endringen, rett det som må rettes, og kjør «avtaleverk review {document.reference} --by …»."
    return Finding(document.at("gjennomgang"), f"Dette er endret siden gjennomgangen: {names}.", hint)


@document_rule("AV421", "Gjennomgangen er ikke merket", Severity.MERKNAD, calendar=True)
def stale_stamp(context: Context, document: Document) -> Iterator[Finding]:
    """The document was reviewed by hand after it was stamped."""
    if is_stale(document, stamp_of(context.corpus, document)):
        message = "Dokumentet er gjennomgått, men det er ikke merket hva det bygger på nå."
        yield Finding(document.at("gjennomgang"), message, "Kjør «avtaleverk review».")
