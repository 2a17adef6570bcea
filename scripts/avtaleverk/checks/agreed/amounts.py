"""AV6: an amount of money in the text must be a rate of `satser.yml`, with its year."""

import re
from collections.abc import Iterable, Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import around, in_body
from avtaleverk.corpus.model import Document
from avtaleverk.corpus.place import standing
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used
from avtaleverk.rules import document_rule

_AMOUNT = when_used(
    r"(?<![\d.,])(?:(?:kr\.?|NOK)[ \u00a0](?P<before>\d[\d \u00a0.]*\d)|(?P<after>\d[\d \u00a0.]*\d)(?:[ \u00a0](?:kr\b|kroner\b)|,-(?![\d-])))",
    re.IGNORECASE,
)
_SENTENCE = when_used(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])|\n\n")
_CURRENCIES = ("kr", "kroner", "nok")


@document_rule("AV607", "Beløpet mangler år eller stemmer ikke med satsen")
def amounts(context: Context, document: Document) -> Iterator[Finding]:
    """An amount in the text must be a rate of the register, with its year."""
    text = document.body.text
    told = told_years(context, document)
    yield from (other_year(document, found, last) for found, last in told if found["year"] > last)
    named = [word for word in _CURRENCIES if word in document.body.words]
    if not named and ",-" not in text:
        return
    for found in _amounts(text, (*named, ",-")):
        amount = re.sub(r"\D", "", found["before"] or found["after"])
        if len(amount) < 3:
            continue
        sentence = around(text, found, _SENTENCE)
        if wrong := _wrong(context, amount, found[0], re.findall(r"\b(?:19|20)\d\d\b", sentence)):
            yield Finding(in_body(document, found.start()), *wrong)


_LAST_YEAR = when_used(r"til og med (?P<year>20\d\d)\b[^.\n]{0,20}tabell")


def told_years(context: Context, document: Document) -> Iterator[tuple[re.Match[str], str]]:
    """Where a page says how far its only rate goes, each with the last year of the rate."""
    entries = context.corpus.registers.satser.entries
    last = {max(entries[name].by_year, default="") for name in document.rates if name in entries}
    if len(last) == 1 and (right := last.pop()):
        yield from ((found, right) for found in _LAST_YEAR.finditer(document.body.text))


def other_year(document: Document, found: re.Match[str], right: str) -> Finding:
    """«Døgnprisen til og med 2026 står i tabellen», of a rate that ends in 2024."""
    message = f"Her står det at tabellen går til {found['year']}, men satser.yml går til {right}."
    return Finding(in_body(document, found.start("year")), message, f"Skriv {right}.")


def _amounts(text: str, named: Iterable[str]) -> Iterator[re.Match[str]]:
    """The amounts in the lines that have one of the currencies named."""
    end = -1
    for place in standing(named, text.lower()):
        if place > end:
            start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
            end = end if end >= 0 else len(text)
            yield from _AMOUNT.finditer(text, start, end)


def _wrong(context: Context, amount: str, written: str, years: list[str]) -> tuple[str, str] | None:
    """What is wrong with an amount, as it is `written`, beside these years, and how to mend it; None when it is the rate of one of them."""
    rates = context.corpus.registers.satser.entries.values()
    having = [year for rate in rates for year, value in rate.by_year.items() if value == amount]
    if not set(having).isdisjoint(years):
        return None
    if having:
        hint = f"Skriv «{amount} kroner i {having[0]}», eller slett beløpet: siden viser satsene selv."
        return f"Beløpet «{written.strip()}» gjelder {having[0]}, men året står ikke her.", hint
    if right := next((f"{rate.by_year[y]} kroner i {y}" for rate in rates for y in years if y in rate.by_year), ""):
        kroner, _, year = right.partition(" i ")
        hint = f"Skriv «{kroner}», som er satsen i {year}."
        return f"Beløpet «{written.strip()}» stemmer ikke med satser.yml.", hint
    hint = "Slett beløpet og bruk feltet «satser», så viser siden riktig beløp med år."
    return f"Beløpet {amount} finnes ikke i satser.yml.", hint
