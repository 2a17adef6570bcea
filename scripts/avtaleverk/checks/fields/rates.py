"""AV1: the amounts of a rate by year."""

from collections.abc import Iterator
from itertools import pairwise

from avtaleverk.checks.agreed.amounts import other_year, told_years
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Rate, Register
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.patterns import when_used
from avtaleverk.rules import corpus_rule

_FEW = 2
_MOST = 1.2  # times the amount of the year before
_YEAR = when_used(r"\b20\d\d\b")


def _known_by_now(rate: Rate, last: int, register: Register[Rate]) -> Iterator[Finding]:
    """«Døgnprisen for 2025 og senere år står ikke her ennå», beside the amount of 2025."""
    for key, text in (("mangler", rate.missing), ("mangler_nn", rate.missing_nn)):
        found = _YEAR.search(text)
        if found and int(found[0]) <= last:
            message = f"Teksten sier at beløpet for {found[0]} mangler, men det siste beløpet er for {last}."
            at = value_at(register, rate.id, text, inside=key)
            yield Finding(at, message, f"Skriv {last + 1} i stedet for {found[0]}.")


@corpus_rule("AV121", "Satsen hopper fra ett år til det neste", Severity.ADVARSEL)
def leaping_rate(context: Context) -> Iterator[Finding]:
    """Rates follow prices: they must not fall, rise by more than a fifth a year, or skip a year. Reports the first jump."""
    register = context.corpus.registers.satser
    for document in context.corpus.documents:  # where the register has gone on; AV607 reports a year that it has not
        years_told = told_years(context, document) if document.rates else ()
        yield from (other_year(document, found, last) for found, last in years_told if found["year"] < last)
    for rate in register.entries.values():
        amounts = [(year, int(amount)) for year, amount in sorted(rate.by_year.items()) if amount.isdecimal()]
        years = [int(year) for year, _ in amounts]
        missing = {*range(min(years, default=0), max(years, default=0))} - {*years}
        if len(missing) == 1 and len(years) > _FEW:  # more may never have been entered
            gap = missing.pop()
            message = f"Satsen har beløp for {gap - 1} og {gap + 1}, men ikke for {gap}."
            at = value_at(register, rate.id, rate.by_year[str(gap + 1)], inside="ar")
            yield Finding(at, message, f"Legg til beløpet for {gap}.")
        yield from _known_by_now(rate, max(years, default=0), register)
        for (before, old), (year, new) in pairwise(amounts):
            if not old <= new <= old * _MOST:
                message = f"Satsen er {new} kroner i {year}, men {old} kroner i {before}."
                at = value_at(register, rate.id, rate.by_year[year], inside="ar")
                hint = "Se etter begge beløpene i kilden. Det kan mangle et siffer, eller to er byttet."
                yield Finding(at, message, hint)
                break
