"""AV5: what an agreement says about its term, notice and reviews must agree with its fields and the law."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import around, in_body, matches, scalars, value_at
from avtaleverk.corpus.days import MONTHS, long_date, month_number
from avtaleverk.corpus.due import months_after
from avtaleverk.corpus.duration import LOOSE, UNIT_MINUTES, minutes
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_DAY = rf"(?P<day>\d{{1,2}})\.\s(?P<month>{'|'.join(MONTHS)})\s(?P<year>\d{{4}})"
_ONE_DAY = when_used(_DAY)
_FROM = when_used(rf"gjeld(?:er)?(?:(?<=vtalen gjelder)|(?<=vtalen gjeld)|(?<=vtala gjeld))\s(?:fra|frå)\s{_DAY}")
_UNTIL = when_used(rf"[Gg]jeld(?:er)?\s(?:fra|frå)\s[^.\n]{{0,4}}\.?\s?[^.\n]{{0,40}}\btil\s(?:og\smed\s)?{_DAY}")
_LAST_WORDS = ("varsel", "frist", "oppsigelse", "oppseiing")
_LAST = when_used(r"(?:varsel|frist|oppsigelse|oppsigelsestid|oppseiing|oppseiingstid)\b")
_NOTICE = when_used(
    rf"\b(?P<count>\w+)\s(?P<unit>år|måned|månad|uke|veke|dag)\w{{0,4}}\s(?:skriftl[ei]g\s)?{_LAST.pattern}$"
)
# «en frist på seks måneder»
_LENGTH = when_used(r"\w*\s(?:på|er)\s(?P<count>\w+)\s(?P<unit>år|måned|månad|uke|veke|dag)\w{0,4}\b")
_ITS_LAW = "hol-6-5"
_GIVEN = when_used(r"\b(?:si|sier|sies|seie|seier|seiast)\b[^.\n]*\bopp\b|\bopps(?:igelse|eiing)", re.IGNORECASE)
_A_YEAR = {*product(("år",), ("ett", "eitt", "1")), *product(("måned", "månad"), ("tolv", "12"))}
_ORDINAL = r"(?:annet|anna|andre|tredje|fjerde|femte)"
_SELDOM = when_used(rf"(?:hvert|kvart) {_ORDINAL} år\b|nnethvert år\b|nnakvart år\b", re.IGNORECASE)
_UNTIL_DAY = when_used(
    r" gjeld(?:er)? til (?:og med )?"
    rf"(?P<day>\d{{1,2}})\.\s?(?:(?P<month>{'|'.join(MONTHS)})\s|(?P<number>\d{{1,2}})\.)(?P<year>\d{{4}})"
)
_EVALUATED = when_used(
    rf"valuering(?:a|en)? (?:er|blir|skjer|skal skje) i (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"
)
_FIRST_TIME = ("ørste gang ", "ørste gong ")
_AWAY = 30  # letters between «første gang» and the end of «etter 12 måneder»
_LENIENT = 2  # months by which the day of a first evaluation may be later: a meeting is held when it can be
_UNTIL_SIGNS = (" gjelder til ", " gjeld til ")
_ITSELF = when_used(r"(?:prosedyr|retningslinj|rutin|sjekklist|avtal)(?:en|a)$", re.IGNORECASE)
_TELLS = when_used(
    r"(?P<who>\b[Kk]ommun(?:en|ene|ane)|(?<!ale )\b(?:[Hh]else(?:foretaket|føretaket)|[Ss](?:yk|juk)ehuset)) "
    r"(?:skal )?(?:varsle?r?|varslar|meld(?:e|er|ar)?) (?:\w+ )?(?:til )?$"
)
_TOLD = "Helsedirektoratet"
_BEFORE, _AFTER = 100, 100  # letters of the sentence before and after that
_SELDOM_SIGNS = ("hvert ", "Hvert ", "kvart ", "Kvart ", "nnethvert ", "nnakvart ")
_REVIEWED = when_used(r"\bgå\w*\s(?:\w+\s){0,3}gjennom\s(?:\w+\s)?avtal|\bgjennomgå\w*\s(?:\w+\s){0,3}avtal")
_OTHER_INTERVAL = when_used(r"\bår(?:lig|leg)?\b|\bgang|\bgong|evaluer")
_SENTENCE = when_used(r"[.;]\s|\n\s*\n")
_LEADS = ("tittel", "sammendrag")
_A_MONTH = UNIT_MINUTES["måned"]
BOUND = ("overordnet", "delavtale")  # hol. § 6-5 sets the notice of these


@document_rule(
    "AV517",
    "Varigheten i teksten stemmer ikke",
    Severity.ADVARSEL,
    follows=("AV103", "AV205", "AV501", "AV506", "AV509"),  # an end that is wrong in the field
)
def term_in_text(context: Context, document: Document) -> Iterator[Finding]:
    """«Avtalen gjelder fra … til …» must have the dates of the fields; notice must be one year, and reviews yearly."""
    text = document.body.text
    yield from _ended(document)
    yield from _evaluated(context, document)
    yield from _first_evaluated(context, document)
    yield from _other_notice(document)
    yield from _told_by_kommune(document)
    if context.corpus.world_of(document) != "overordnet":
        return
    for found in matches(_UNTIL, ("gjeld", "Gjeld"), text):
        end = _date(found)
        if end and document.valid_from and end != document.valid_to and not document.notice:  # its end: AV507
            until = f"«gyldig_til» er {document.valid_to}" if document.valid_to else "feltet «gyldig_til» mangler"
            message = f"Teksten sier at avtalen gjelder til «{text[found.start('day') : found.end()]}», men {until}."
            hint = f"Rett datoen i teksten, eller skriv «gyldig_til: {end}»."
            if document.valid_to:
                hint = f"Skriv «{long_date(document.valid_to)}». Er det feltet som er galt, skriver du «gyldig_til: {end}» der."
            yield Finding(in_body(document, found.start("day")), message, hint, (document.at("gyldig_til"),))
    for found in matches(_FROM, ("gjeld",), text):
        start, known = _date(found), {document.valid_from, *(change.since for change in document.changes)}
        on_line = map(_date, _ONE_DAY.finditer(text, found.start("day"), text.find("\n", found.end())))
        if start and document.valid_from and known.isdisjoint(on_line):
            written = text[found.start("day") : found.end()]
            message = f"Teksten sier at avtalen gjelder fra «{written}», men «gyldig_fra» er {document.valid_from}."
            hint = f"Skriv «{long_date(document.valid_from)}». Er det feltet som er galt, skriver du «gyldig_fra: {start}» der."
            yield Finding(in_body(document, found.start("day")), message, hint, (value_at(document, "gyldig_fra"),))
    if document.type not in BOUND:
        return
    yield from _reviewed_too_seldom(document)


def ends_in_text(document: Document) -> Iterator[date]:
    """The days that «Avtalen gjelder fra … til …» names."""
    days = (_date(found) for found in matches(_UNTIL, ("gjeld", "Gjeld"), document.body.text))
    yield from (day for day in days if day)


def _other_notice(document: Document) -> Iterator[Finding]:
    """Another notice than one year, in an agreement or a procedure for ending one: in the text, the title or the summary."""
    if document.type not in BOUND and _ITS_LAW not in document.lovkrav:
        return
    nodes = (document.fields.values.get(key) for key in _LEADS)
    leads = [(one.text, one.at) for node in nodes if node for one in scalars(node)]
    for text, at in [(document.body.text, None), *leads]:
        for found in _notices(text):
            sentence = re.split(r"[.\n]", text[max(0, found.start() - 200) : found.end()])[-1]
            if _GIVEN.search(sentence) and (found["unit"], found["count"].lower()) not in _A_YEAR:
                message = f"Oppsigelsestiden er «{found[0].strip()}» her, men loven sier ett år (hol. § 6-5)."
                hint = "Skriv «eitt års varsel»." if document.language == "nn" else "Skriv «ett års varsel»."
                yield Finding(at or in_body(document, found.start()), message, hint)


def _ended(document: Document) -> Iterator[Finding]:
    """«Prosedyren gjelder til 1.1.2020», where the field has another day."""
    for found in matches(_UNTIL_DAY, _UNTIL_SIGNS, document.body.text):
        end, what = _date(found), document.body.text[: found.start()].rpartition(" ")[2]
        if end and end != document.valid_to and not document.notice and _ITSELF.search(what):
            until = f"«gyldig_til» er {document.valid_to}" if document.valid_to else "feltet «gyldig_til» mangler"
            message = f"Teksten sier at dokumentet gjelder til {end}, men {until}."
            at = in_body(document, found.start() + 1)
            yield Finding(at, message, "Slett setningen: siden viser datoen selv.", (document.at("gyldig_til"),))


def _evaluated(context: Context, document: Document) -> Iterator[Finding]:
    """«Første evaluering er i mars 2027», where the field has another month; a month that has passed is history."""
    planned, today = document.evaluation.next if document.evaluation else None, context.today
    for found in matches(_EVALUATED, ("valuering",), document.body.text) if planned else ():
        said = int(found["year"]), month_number(found)
        start = document.valid_from
        if start and said < (start.year, start.month):
            message = f"Teksten sier «{found['month']} {found['year']}», men «gyldig_fra» er {start}."
            hint = "Rett måneden. Er evalueringen ferdig, tar du ut setningen."
            yield Finding(in_body(document, found.start("month")), message, hint, (document.at("gyldig_fra"),))
        elif planned and said >= (today.year, today.month) and said != (planned.year, planned.month):
            message = f"Teksten sier «{found['month']} {found['year']}», men «neste» i «evaluering» er {planned}."
            at = value_at(document, "evaluering", planned.isoformat())
            month = long_date(planned).partition(" ")[2]
            hint = f"Skriv «{month}». Hvis det er feltet som er feil, retter du «neste» på linje {at.line}."
            yield Finding(in_body(document, found.start("month")), message, hint, (at,))


def _first_evaluated(context: Context, document: Document) -> Iterator[Finding]:
    """«SSU evaluerer avtalen første gang etter 12 måneder», where the field has a much later day."""
    planned, start = document.evaluation.next if document.evaluation else None, document.valid_from
    text = document.body.text
    for first in standing(_FIRST_TIME, text) if planned and start else ():
        span = LOOSE.search(text, first, first + len(_FIRST_TIME[0]) + _AWAY)
        months = minutes(span) // _A_MONTH if span else 0
        if not months or not planned or not start or "valuer" not in _SENTENCE.split(text[:first])[-1]:
            continue
        day = months_after(start, months)
        if context.today < day and planned > months_after(day, _LENIENT):
            message = f"Her står det «{text[first - 1 : span.end() if span else first]}», altså {day}, men «neste» i «evaluering» er {planned}."
            at = value_at(document, "evaluering", planned.isoformat())
            hint = f"Skriv «neste: {day}» i «evaluering», eller rett teksten."
            yield Finding(at, message, hint, (in_body(document, first),))


def _told_by_kommune(document: Document) -> Iterator[Finding]:
    """«Kommunen skal varsle Helsedirektoratet når en part sier opp»: by hol. § 6-5 the regional trust does that."""
    text = document.body.text
    for told in standing((_TOLD,), text):
        found = _TELLS.search(text, max(0, told - _BEFORE), told)
        if found and _GIVEN.search(_SENTENCE.split(text[found.start() : told + len(_TOLD) + _AFTER])[0]):
            message = f"Her er det {found['who']} som varsler Helsedirektoratet, men loven sier det regionale helseforetaket (hol. § 6-5)."
            trust = "helseføretaket" if document.language == "nn" else "helseforetaket"
            yield Finding(in_body(document, found.start()), message, f"Skriv det regionale {trust}.")


def _reviewed_too_seldom(document: Document) -> Iterator[Finding]:
    """«Partene går gjennom avtalen hvert tredje år»: the only interval in a sentence about reviews."""
    text = document.body.text
    for found in matches(_SELDOM, _SELDOM_SIGNS, text):
        sentence = around(text, found, _SENTENCE)
        if _REVIEWED.search(sentence) and not _OTHER_INTERVAL.search(sentence.replace(found[0], "")):
            message = f"Her står det at avtalen blir gjennomgått {found[0].lower()}, men loven krever det hvert år (hol. § 6-5)."
            hint = f"Skriv «{'kvart' if document.language == 'nn' else 'hvert'} år»."
            yield Finding(in_body(document, found.start()), message, hint)


def _notices(text: str) -> Iterator[re.Match[str]]:
    """Periods of notice, such as «seks måneders varsel». The search starts from the last word, which few texts have."""
    for word in matches(_LAST, _LAST_WORDS, text):
        if found := _NOTICE.search(text, max(0, word.start() - 40), word.end()) or _LENGTH.match(text, word.end()):
            yield found


def _date(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), month_number(found), int(found["day"]))
    except ValueError:
        return None
