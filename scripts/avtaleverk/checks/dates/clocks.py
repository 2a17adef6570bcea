"""AV5: what falls due as time passes: reviews, evaluations, notice, and the end of agreements."""

from collections.abc import Iterator
from datetime import date

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import is_partly_read, is_unread, value_at
from avtaleverk.corpus.due import YEAR, leaves_alone, months_after, notice_end, review_due
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import corpus_part, document_rule

WARNING = 11
_GRACE = 3  # months after the first year in which its evaluation may be planned
SENT_IN = ("overordnet", "delavtale")


def last_review_at(document: Document) -> tuple[Location, ...]:
    """The place of the date of the latest review."""
    day = document.last_review
    return (value_at(document, "gjennomgang", day.isoformat()),) if day else ()


def _review_due(document: Document) -> date | None:
    if is_partly_read(document, "gjennomgang", document.reviews):
        return None  # AV103 names the one that cannot be read
    return review_due(document)


@document_rule(
    "AV504", "Dokumentet er ikke gjennomgått det siste året", calendar=True, follows=("AV501", "AV503", "AV506")
)
def review_overdue(context: Context, document: Document) -> Iterator[Finding]:
    """hol. § 6-5: a review every year."""
    due = _review_due(document)
    if due and due < context.today:
        message = f"Gjennomgangen skulle ha vært gjort innen {due}."
        hint = "Gå gjennom dokumentet, og legg til under «gjennomgang»: - {dato: ÅÅÅÅ-MM-DD, av: …, konklusjon: …}."
        yield Finding(document.at("gjennomgang"), message, hint, last_review_at(document))


@document_rule(
    "AV505", "Dokumentet skal snart gjennomgås", Severity.MERKNAD, calendar=True, follows=("AV501", "AV503", "AV506")
)
def review_soon(context: Context, document: Document) -> Iterator[Finding]:
    """A month's warning."""
    due = _review_due(document)
    if due and months_after(due, WARNING - YEAR) <= context.today <= due:
        message = f"Gjennomgangen skal gjøres innen {due}."
        yield Finding(document.at("gjennomgang"), message, "Sett den på møteplanen nå.", last_review_at(document))


@document_rule("AV507", "Sluttdatoen stemmer ikke med oppsigelsen")
def notice_and_end(context: Context, document: Document) -> Iterator[Finding]:
    """hol. § 6-5: one year's notice; the agreement holds until then. A kommune that leaves ends nothing between the others."""
    end = notice_end(document)
    if not (document.notice and end) or is_unread(document, "gyldig_til", document.valid_to):
        return
    alone = leaves_alone(context.corpus.space_of(document), document)
    if alone and document.valid_to and document.valid_to < end:
        who = context.corpus.party_name(alone)
        message = f"{who} sa opp {document.notice.given} og er bundet til {end}, men avtalen har sluttdato {document.valid_to}."
        hint = "Slett «gyldig_til»: mellom de andre gjelder avtalen som før. Slutter den for alle, hører ikke oppsigelsen til her."
        yield Finding(value_at(document, "gyldig_til"), message, hint)
    elif document.valid_to != end and not alone:
        until = f"har sluttdato {document.valid_to}" if document.valid_to else "har ingen sluttdato"
        message = f"Avtalen ble sagt opp {document.notice.given} og gjelder til {end}, men {until}."
        at = value_at(document, "gyldig_til") if document.valid_to else document.at("oppsagt")
        yield Finding(at, message, f"Skriv «gyldig_til: {end}». Oppsigelsestiden er ett år.")


@document_rule("AV508", "Helsedirektoratet er ikke varslet om oppsigelsen")
def directorate_not_told(context: Context, document: Document) -> Iterator[Finding]:
    """hol. § 6-5: the RHF tells Helsedirektoratet when a party gives notice."""
    if document.notice and not document.notice.directorate_told:
        hint = "Be det regionale helseforetaket varsle, og legg til «meldt_helsedirektoratet: ÅÅÅÅ-MM-DD» i «oppsagt»."
        yield Finding(document.at("oppsagt"), "Avtalen er sagt opp, men Helsedirektoratet er ikke varslet.", hint)


@document_rule("AV509", "Evalueringen eller avtalen er ikke klar i tide", calendar=True)
def evaluation_overdue(context: Context, document: Document) -> Iterator[Finding]:
    """The next evaluation must have a date that has not passed, and the first one must come within 12 months."""
    evaluation = document.evaluation
    if not evaluation or document.status != "gjeldende":
        return
    if evaluation.next and evaluation.next < context.today:
        message = f"Evalueringen skulle ha vært gjort {evaluation.next}."
        hint = "Gjør evalueringen, skriv den inn under «gjennomgang», og sett ny dato i «neste»."
        yield Finding(value_at(document, "evaluering", evaluation.next.isoformat()), message, hint)
    elif evaluation.next and (first := _too_late(document, evaluation.next, context.today)):
        message = f"Den første evalueringen er satt til {evaluation.next}. Avtalen gjelder fra {document.valid_from}."
        hint = f"Skriv «neste: {first}»: den første evalueringen skal være gjort etter ett år."
        yield Finding(value_at(document, "evaluering", evaluation.next.isoformat()), message, hint)
    elif not evaluation.next:
        message = "Feltet «evaluering» sier ikke når avtalen skal evalueres."
        yield Finding(document.at("evaluering"), message, "Legg til «neste: ÅÅÅÅ-MM-DD», høyst 12 måneder fram.")


@corpus_part("AV509")
def agreement_overdue(context: Context) -> Iterator[Finding]:
    """The day in `hull_innen` by which an agreement was to be there."""
    for space in context.spaces:
        for number, day in space.hole_days.items():
            if day < context.today and number in space.holes:  # else AV303
                message = f"Avtalen om § 6-2 nr. {number} skulle ha vært klar {day}, men «hull» sier at den mangler."
                hint = "Sett den nye dagen organet har bestemt. Er avtalen klar, sletter du punktet i «hull» og i «hull_innen»."
                yield Finding(value_at(space, "hull_innen", inside=number), message, hint)


def _too_late(document: Document, planned: date, today: date) -> date | None:
    """The end of the first year of an agreement, when that is ahead and the first evaluation is planned long after it."""
    start = document.valid_from
    first = months_after(start, YEAR) if start and not document.replaces else None
    return first if first and today < first and planned > months_after(first, _GRACE) else None


@document_rule("AV512", "Dokumentet er gått ut på dato", calendar=True)
def expired(context: Context, document: Document) -> Iterator[Finding]:
    """A document in force must not have passed its last day."""
    start, end = document.valid_from, document.valid_to
    if document.status == "gjeldende" and end and end < context.today and not (start and end < start):  # else AV501
        message = f"Dokumentet gjaldt til {document.valid_to}, men har fortsatt status «gjeldende»."
        hint = "Forleng det ved et nytt vedtak, eller skriv «status: utgatt» og «erstattes_av: [...]»."
        yield Finding(value_at(document, "gyldig_til"), message, hint)


@document_rule("AV513", "Avtalen er ikke sendt inn", Severity.ADVARSEL)
def not_sent_in(context: Context, document: Document) -> Iterator[Finding]:
    """Agreements are sent to Helsedirektoratet; three months after the last signature it must have been done."""
    signed = max((s.signed for s in document.signatures), default=None)
    if document.type not in SENT_IN or document.status != "gjeldende" or document.sent_to_directorate or not signed:
        return
    if is_unread(document, "innsendt_helsedirektoratet", document.sent_to_directorate):
        return
    if months_after(signed, 3) < context.today:
        message = f"Siste part signerte {signed}, men avtalen er ikke sendt til Helsedirektoratet."
        hint = "Send den inn gjennom det regionale helseforetaket, og skriv «innsendt_helsedirektoratet: ÅÅÅÅ-MM-DD»."
        yield Finding(document.at("signert"), message, hint)
