"""AV5: impossible dates, and steps taken in the wrong order."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import is_unread, value_at
from avtaleverk.corpus.days import year_meant
from avtaleverk.corpus.model import Decision, Document, Registers
from avtaleverk.diagnostics import Finding, Location, Severity
from avtaleverk.rules import corpus_part, document_rule

FIRST = ("0", "1")
UNFINISHED = ("utkast", "horing", "til_behandling")  # nobody follows the versions of a draft
_GOES_ON = ("videref", "vidaref")  # «Videreføres uten endring», «Vidareført»
A_YEAR = timedelta(366)  # a start that is farther off is a slip of the pen


@document_rule("AV501", "Datoene står i umulig rekkefølge", follows=("AV503",))
def impossible_order(context: Context, document: Document) -> Iterator[Finding]:
    """Nothing may end before it starts, be evaluated after its end, be in force before it was decided, or be sent in before
    it was signed."""
    yield from _span(document, context.today)
    yield from _decided(document)
    yield from _case(context, document)
    yield from _signed(document)
    yield from _signed_version(document)
    yield from _sent_in(context, document)


@corpus_part("AV501")
def law_in_impossible_order(context: Context) -> Iterator[Finding]:
    """No law may be repealed before it is in force."""
    register = context.corpus.registers.lovkrav
    for law in register.entries.values():
        if law.in_force and law.repealed and law.repealed < law.in_force:
            message = f"{law.short} er opphevet {law.repealed}, før den trådte i kraft {law.in_force}."
            at = value_at(register, law.id, inside="opphevet")
            start = value_at(register, law.id, inside="i_kraft")
            yield Finding(at, message, "Rett «opphevet» eller «i_kraft».", (start,))


def _span(document: Document, today: date) -> Iterator[Finding]:
    start = document.valid_from
    if start and document.valid_to and document.valid_to < start:
        message = f"Dokumentet slutter å gjelde {document.valid_to}, før det begynner å gjelde {start}."
        decided = max((decision.decided for decision in document.decisions if decision.decided <= start), default=None)
        hint = "Rett «gyldig_fra» eller «gyldig_til»."
        if decided and document.valid_to < decided:
            hint = f"Rett «gyldig_til»: dokumentet ble vedtatt {decided}."
        yield Finding(value_at(document, "gyldig_til"), message, hint)
    following = document.evaluation.next if document.evaluation else None
    if following and document.valid_to and following > document.valid_to:
        message = f"Evalueringen er satt til {following}, etter at dokumentet slutter å gjelde {document.valid_to}."
        at = value_at(document, "evaluering", following.isoformat())
        hint = "Sett «neste» til en dag mens avtalen gjelder, eller rett «gyldig_til»."
        yield Finding(at, message, hint, (document.at("gyldig_til"),))
    if start and start < today + A_YEAR and document.version in ("1.0", "1") and not document.replaces:
        yield from _reviewed_before(document, start, today)


def _reviewed_before(document: Document, start: date, today: date) -> Iterator[Finding]:
    """The first review is the organ's, when it decides, and cannot come earlier; a document that is continued was in force
    before."""
    prepared = min((d.discussed or d.decided for d in document.decisions), default=date.min)
    for review in document.reviews:
        goes_on = review.conclusion.casefold().startswith(_GOES_ON)
        too_early = review.held < prepared and "utkast" not in review.conclusion
        if review.held >= start or not (goes_on or too_early):
            continue
        if goes_on and start > today:
            message = f"Gjennomgangen {review.held} viser at dokumentet gjelder nå, men «gyldig_fra» er i framtiden."
            hint = "Rett «gyldig_fra». Er dokumentet nytt, skriv «Klar til bruk» som konklusjon i gjennomgangen."
            yield Finding(value_at(document, "gyldig_fra"), message, hint)
            return
        message = f"Gjennomgangen {review.held} er før dokumentet begynte å gjelde ({start})."
        rest = "Er dette den første gjennomgangen, er datoen dagen organet drøftet eller vedtok dokumentet."
        hint = _year_hint(review.held, start, today) or f"Rett datoen. {rest}"
        yield Finding(_at(document, "gjennomgang", review.held), message, hint)


def _year_hint(day: date, first: date, last: date) -> str:
    """A hint with the right year, when only that is wrong; "" when it is not certain."""
    meant = year_meant(day, first, last)
    return f"Mente du {meant.year}? Skriv {meant}." if meant else ""


def _decided(document: Document) -> Iterator[Finding]:
    """In force before the decision: reported at `gyldig_fra` when the other dates agree, or when its day and month are
    swapped."""
    start = document.valid_from
    first = min(document.decisions, key=lambda decision: decision.decided, default=None)  # later ones prolong it
    if not start or not first or first.decided <= start or document.version not in ("1.0", "1"):
        return
    message = f"Dokumentet gjelder fra {start}, men ble vedtatt først {first.decided}."
    swapped = date(start.year, start.day, start.month) if start.day <= 12 else start
    if swapped >= first.decided:
        hint = f"Er dag og måned byttet om? Skriv «gyldig_fra: {swapped}»."
        yield Finding(value_at(document, "gyldig_fra"), message, hint)
    elif first.discussed and first.discussed > start:
        hint = f"Skriv «gyldig_fra: {first.decided}» eller en senere dato."
        yield Finding(value_at(document, "gyldig_fra"), message, hint)
    else:
        yield Finding(_at(document, "vedtak", first.decided), message, "Rett datoen, eller «gyldig_fra».")


def _case(context: Context, document: Document) -> Iterator[Finding]:
    """A case number must not have a later year than the decision, nor an earlier one than all others of the meeting."""
    for decision in document.decisions:
        if not (year := _year(decision.case)):
            continue
        others = context.once(_meetings)[_meeting(document, decision)] - {decision.case}
        earlier = year < decision.decided.year and others and all(_year(case) > year for case in others)
        if year > decision.decided.year or earlier:
            message = f"Saken har årstallet {year}, men vedtaket er fra {decision.decided}."
            yield Finding(value_at(document, "vedtak", decision.case), message, "Rett saksnummeret eller datoen.")


def _year(case: str) -> int:
    """The year in the number of a case; 0 for none."""
    year = case.rpartition("/")[2]
    return int(year) if len(year) == 4 and year.isdecimal() else 0


def _meeting(document: Document, decision: Decision) -> tuple[str, str, date]:
    return document.home, decision.organ, decision.decided


def _meetings(context: Context) -> dict[tuple[str, str, date], set[str]]:
    """The case numbers of each meeting."""
    found = defaultdict[tuple[str, str, date], set[str]](set)
    for document in context.corpus.documents:
        for decision in document.decisions:
            found[_meeting(document, decision)].add(decision.case)
    return found


def _signed(document: Document) -> Iterator[Finding]:
    """Signed before the decision: reported at the decision when all signatures are earlier and no other finding is about
    its date."""
    early = min((d.decided for d in document.decisions), default=None)
    before = [signature for signature in document.signatures if early and signature.signed < early]
    if early and len(before) == len(document.signatures) > 1:
        if not [*_decided(document)]:
            message = f"Vedtaket er fra {early}, men alle partene har signert før den dagen."
            hint = "Rett datoen for vedtaket. Er den riktig, rettes datoene under «signert»."
            yield Finding(_at(document, "vedtak", early), message, hint, tuple(s.at for s in before))
        return
    for signature in before:
        message = f"Parten signerte {signature.signed}, før avtalen ble vedtatt {early}."
        others = sorted({s.signed for s in document.signatures} - {signature.signed})
        hint = "Skriv datoen som står på underskriften."
        hint = f"{hint} De andre signerte {others[0]}." if others else hint
        hint = f"{hint} Hvis den er riktig, retter du datoen for vedtaket."
        yield Finding(_at(document, "signert", signature.signed), message, hint)


def _signed_version(document: Document) -> Iterator[Finding]:
    """A later version must be signed after the version before it was in force, and before it is itself."""
    since = {change.version: change.since for change in document.changes}
    first = min((d.decided for d in document.decisions), default=date.min)
    for signature in (one for one in document.signatures if one.signed >= first):  # `_signed` names the earlier ones
        until = since.get(signature.version, date.min)
        before = max((day for day in since.values() if day < until), default=None)
        decided = min((d.decided for d in document.decisions if before and before < d.decided <= until), default=None)
        if decided and signature.signed < decided:
            message = f"Parten signerte versjon {signature.version} {signature.signed}, før den ble vedtatt {decided}."
            hint = "Rett datoen. Hvis den er riktig, retter du datoen for vedtaket."
            yield Finding(_at(document, "signert", signature.signed), message, hint)


def _sent_in(context: Context, document: Document) -> Iterator[Finding]:
    """An agreement must be signed before it is sent in, except by a single kommune that joins later."""
    sent = document.sent_to_directorate
    if not sent or not document.signatures:
        return
    first = min(document.signatures, key=lambda signature: signature.signed)
    if sent < first.signed:
        message = f"Avtalen er sendt inn {sent}, før noen hadde signert den ({first.signed})."
        yield Finding(value_at(document, "innsendt_helsedirektoratet"), message, "Rett året eller datoen.")
        return
    space = context.corpus.space_of(document)
    for signature in document.signatures:
        late = signature.signed > sent and signature.version == first.version
        if late and signature.party not in space.kommuner:
            message = f"«{signature.party}» signerte {signature.signed}, etter at avtalen ble sendt inn {sent}."
            hint = "Rett datoen, eller «innsendt_helsedirektoratet»."
            yield Finding(_at(document, "signert", signature.signed), message, hint)


def _at(document: Document, key: str, day: date) -> Location:
    return value_at(document, key, day.isoformat())


@document_rule("AV502", "Saken er besluttet før den er drøftet", follows=("AV503",))
def decided_before_discussed(context: Context, document: Document) -> Iterator[Finding]:
    """A matter must be discussed in one meeting and decided in a later one."""
    for decision in document.decisions:
        if decision.discussed and decision.decided <= decision.discussed:
            message = f"Saken er besluttet {decision.decided}, men drøftet først {decision.discussed}."
            hint = "Drøfting kommer i et møte før beslutningen. Rett «droftet» eller «dato»."
            if decision.decided == decision.discussed:
                message = f"Saken er drøftet og besluttet samme dag, {decision.decided}."
                hint = "Rett «droftet» eller «dato». Hastet saken, så organet tok den i ett møte, ta bort «droftet»."
            yield Finding(_at(document, "vedtak", decision.decided), message, hint)


@document_rule("AV503", "Datoen er i framtiden")
def in_the_future(context: Context, document: Document) -> Iterator[Finding]:
    """What has happened must not have a date in the future."""
    in_force, start = document.status == "gjeldende", document.valid_from  # decided now, it may hold from a later day
    happened: list[tuple[str, date | None, str]] = [
        *(("signert", s.signed, "Signeringen") for s in document.signatures),
        *(("vedtak", d.decided, "Vedtaket") for d in document.decisions if in_force),
        *(("vedtak", d.discussed, "Drøftingen") for d in document.decisions),
        *(("gjennomgang", r.held, "Gjennomgangen") for r in document.reviews),
        *(("endringer", c.since, f"Versjon {c.version}") for c in document.changes if in_force and c.since != start),
        ("innsendt_helsedirektoratet", document.sent_to_directorate, "Innsendingen"),
        ("oppsagt", document.notice.given if document.notice else None, "Oppsigelsen"),
    ]
    for key, day, name in happened:
        if day and day > context.today:
            hint = "Rett datoen. Det som ikke har skjedd, skrives inn når det har skjedd."
            if key == "endringer":
                hint = "Rett datoen. Gjelder den nye teksten fra en senere dag, la forslaget ligge til den dagen."
            discussed = (d.discussed for d in document.decisions if key == "vedtak" and d.decided == day)
            first = next(discussed, None) or context.today - 5 * A_YEAR
            hint = _year_hint(day, first, context.today) or hint
            yield Finding(_at(document, key, day), f"{name} har datoen {day}, som ikke har vært ennå.", hint)
    for part in document.involvement:
        if (year := part.year[-4:]).isdecimal() and int(year) > context.today.year:
            message = f"Brukermedvirkningen har årstallet {year}, som ikke har vært ennå."
            yield Finding(value_at(document, "brukermedvirkning", part.year), message, "Rett årstallet.")
    if in_force and start and start > context.today + A_YEAR:
        message = f"Dokumentet har status «gjeldende», men gjelder først fra {start}."
        decided = max((d.decided for d in document.decisions), default=context.today)
        hint = _year_hint(start, decided, context.today + A_YEAR) if decided <= context.today else ""
        hint = hint or "Rett «gyldig_fra», eller skriv «status: til_behandling»."
        yield Finding(value_at(document, "gyldig_fra"), message, hint)


@corpus_part("AV503")
def checked_in_the_future(context: Context) -> Iterator[Finding]:
    """What a register says was checked against its source must have been so."""
    for name in Registers._fields:
        register = context.corpus.registers.named(name)
        for entry in register.entries.values():
            day = getattr(entry, "checked", None)
            if day and day > context.today:
                message = f"Datoen {day} i «kontrollert» har ikke vært ennå."
                hint = _year_hint(day, context.today - A_YEAR, context.today) or "Skriv dagen noen sjekket mot kilden."
                yield Finding(value_at(register, entry.id, inside="kontrollert"), message, hint)


@document_rule(
    "AV515", "Versjonen stemmer ikke med endringene", Severity.ADVARSEL, follows=("AV101", "AV103", "AV209", "AV503")
)
def version_without_change(context: Context, document: Document) -> Iterator[Finding]:
    """The newest entry of `endringer` must have the version of the document, and older entries older dates and versions."""
    if not document.version:  # AV101 and AV102 say it
        return
    if not document.changes:
        if document.status in UNFINISHED or is_unread(document, "endringer", document.changes):
            return
        if document.version.split(".")[0] not in FIRST or document.version.partition(".")[2].strip("0"):
            message = f"Dokumentet er versjon {document.version}, men «endringer» sier ikke hva som er endret."
            hint = f'Legg til «endringer:» med - {{versjon: "{document.version}", dato: ÅÅÅÅ-MM-DD, hva: …}}.'
            yield Finding(value_at(document, "versjon"), message, hint)
        return
    newest = max(document.changes, key=lambda change: (change.since, figures(change.version)))
    is_older = figures(document.version) < figures(newest.version)
    if is_older or document.version not in (change.version for change in document.changes):
        message = f"Dokumentet er versjon {document.version}, men siste endring er versjon {newest.version}."
        hint = f'Legg til under «endringer»: - {{versjon: "{document.version}", dato: ÅÅÅÅ-MM-DD, hva: …}}, eller rett «versjon».'
        if is_older:
            hint = f'Skriv «versjon: "{newest.version}"» her, eller rett versjonen under «endringer» på linje {newest.at.line}.'
        yield Finding(value_at(document, "versjon"), message, hint, (newest.at,))
    for older, newer in pairwise(sorted(document.changes, key=lambda change: figures(change.version))):
        if older.version == newer.version:
            message = f"Versjon {older.version} står to ganger under «endringer»."
            yield Finding(newer.at, message, "Rett nummeret på den ene, eller slå linjene sammen.", (older.at,))
        elif older.since > newer.since:
            message = f"Versjon {older.version} har datoen {older.since}, men versjon {newer.version} kom allerede {newer.since}."
            hint = "Rett datoen, eller nummeret på versjonen."
            yield Finding(_at(document, "endringer", older.since), message, hint, (newer.at,))


def figures(version: str) -> list[int]:
    """The numbers of a version, for comparison: 1.10 is after 1.9."""
    return [int(number) for number in re.findall(r"\d+", version)]
