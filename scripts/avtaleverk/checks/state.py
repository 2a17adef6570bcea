"""AV42: documents that rest on something that has changed since they were reviewed."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.links.state import described, is_stale, stamp_of
from avtaleverk.rules import document_rule


@document_rule("AV420", "Grunnlaget er endret siden gjennomgangen", Severity.ADVARSEL, calendar=True)
def suspect(context: Context, document: Document) -> Iterator[Finding]:
    """A law point, an agreement, a clause or a register entry changed after the last review."""
    if changed := context.web.suspects.get(document.reference):
        names = ", ".join(described(context.corpus, document, key)[0] for key in changed)
        hint = f"Les endringen, rett det som må rettes, og kjør «avtaleverk review {document.reference} --by …»."
        yield Finding(document.at("gjennomgang"), f"Dette er endret siden gjennomgangen: {names}.", hint)


@document_rule("AV421", "Gjennomgangen er ikke merket", Severity.MERKNAD, calendar=True)
def stale_stamp(context: Context, document: Document) -> Iterator[Finding]:
    """The document was reviewed by hand after it was stamped."""
    if is_stale(document, stamp_of(context.corpus, document)):
        message = "Dokumentet er gjennomgått, men det er ikke merket hva det bygger på nå."
        yield Finding(document.at("gjennomgang"), message, "Kjør «avtaleverk review».")
