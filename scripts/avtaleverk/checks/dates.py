"""AV5: dates that cannot be, and steps taken in the wrong order."""

from collections.abc import Iterator
from datetime import date, timedelta

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import document_rule

FIRST = ("0", "1")


@document_rule("AV501", "Datoene står i umulig rekkefølge")
def impossible_order(context: Context, document: Document) -> Iterator[Finding]:
    """A document does not end before it starts, and is not in force before it was decided or signed."""
    start = document.valid_from
    if start and document.valid_to and document.valid_to < start:
        message = f"Dokumentet slutter å gjelde {document.valid_to}, før det begynner å gjelde {start}."
        yield Finding(value_at(document, "gyldig_til"), message, "Rett «gyldig_fra» eller «gyldig_til».")
    decided = min((decision.decided for decision in document.decisions), default=None)  # later ones prolong it
    if start and decided and decided > start and document.version in ("1.0", "1"):
        message = f"Dokumentet gjelder fra {start}, men ble vedtatt først {decided}."
        yield Finding(_at(document, "vedtak", decided), message, "Rett datoen, eller «gyldig_fra».")
    for signature in document.signatures:
        early = min((d.decided for d in document.decisions), default=None)
        if early and signature.signed < early:
            message = f"Parten signerte {signature.signed}, før avtalen ble vedtatt {early}."
            yield Finding(_at(document, "signert", signature.signed), message, "Rett en av datoene.")
    for review in document.reviews:
        if start and review.held < start and document.version in ("1.0", "1") and not document.replaces:
            message = f"Gjennomgangen {review.held} er før dokumentet begynte å gjelde ({start})."
            yield Finding(_at(document, "gjennomgang", review.held), message, "Rett en av datoene.")


def _at(document: Document, key: str, day: date) -> Location:
    return value_at(document, key, day.isoformat())


@document_rule("AV502", "Saken er besluttet før den er drøftet")
def decided_before_discussed(context: Context, document: Document) -> Iterator[Finding]:
    """Two steps: a matter is discussed in one meeting and decided in a later one."""
    for decision in document.decisions:
        if decision.discussed and decision.decided <= decision.discussed:
            message = f"Saken er besluttet {decision.decided}, men drøftet først {decision.discussed}."
            hint = "Drøfting kommer i et møte før beslutningen. Rett «droftet» eller «dato»."
            yield Finding(_at(document, "vedtak", decision.decided), message, hint)


@document_rule("AV503", "Datoen er i framtiden")
def in_the_future(context: Context, document: Document) -> Iterator[Finding]:
    """What has happened has a date that has been."""
    happened: list[tuple[str, date | None, str]] = [
        *(("signert", s.signed, "Signeringen") for s in document.signatures),
        *(("vedtak", d.decided, "Vedtaket") for d in document.decisions if document.status == "gjeldende"),
        *(("vedtak", d.discussed, "Drøftingen") for d in document.decisions),
        *(("gjennomgang", r.held, "Gjennomgangen") for r in document.reviews),
        *(("endringer", c.since, f"Versjon {c.version}") for c in document.changes if document.status == "gjeldende"),
        ("innsendt_helsedirektoratet", document.sent_to_directorate, "Innsendingen"),
        ("oppsagt", document.notice.given if document.notice else None, "Oppsigelsen"),
    ]
    for key, day, name in happened:
        if day and day > context.today:
            hint = "Rett datoen. Det som ikke har skjedd, skrives inn når det har skjedd."
            yield Finding(_at(document, key, day), f"{name} har datoen {day}, som ikke har vært ennå.", hint)
    if document.status == "gjeldende" and document.valid_from and document.valid_from > context.today + timedelta(366):
        message = f"Dokumentet har status «gjeldende», men gjelder først fra {document.valid_from}."
        yield Finding(
            value_at(document, "gyldig_fra"), message, "Rett «gyldig_fra», eller skriv «status: til_behandling»."
        )


@document_rule("AV515", "Versjonen stemmer ikke med endringene", Severity.ADVARSEL)
def version_without_change(context: Context, document: Document) -> Iterator[Finding]:
    """The newest entry of `endringer` is the version of the document, and versions fall with their dates."""
    if not document.changes:
        if document.version.split(".")[0] not in FIRST or document.version.partition(".")[2].strip("0"):
            message = f"Dokumentet er versjon {document.version}, men «endringer» sier ikke hva som er endret."
            hint = f'Legg til «endringer:» med - {{versjon: "{document.version}", dato: ÅÅÅÅ-MM-DD, hva: …}}.'
            yield Finding(value_at(document, "versjon"), message, hint)
        return
    newest = max(document.changes, key=lambda change: change.since)
    if newest.version != document.version and document.version not in (c.version for c in document.changes):
        message = f"Dokumentet er versjon {document.version}, men siste endring er versjon {newest.version}."
        hint = f'Legg til under «endringer»: - {{versjon: "{document.version}", dato: ÅÅÅÅ-MM-DD, hva: …}}, eller rett «versjon».'
        yield Finding(value_at(document, "versjon"), message, hint, (newest.at,))
