"""AV1: the amounts of a rate by year."""

from collections.abc import Iterator
from itertools import pairwise

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import corpus_rule

_MOST = 1.2  # times the amount of the year before


@corpus_rule("AV121", "Satsen hopper fra ett år til det neste", Severity.ADVARSEL)
def leaping_rate(context: Context) -> Iterator[Finding]:
    """A rate follows the prices: it never falls, and never rises by more than a fifth. The first leap is named."""
    register = context.corpus.registers.satser
    for rate in register.entries.values():
        amounts = [(year, int(amount)) for year, amount in sorted(rate.by_year.items()) if amount.isdecimal()]
        for (before, old), (year, new) in pairwise(amounts):
            if not old <= new <= old * _MOST:
                message = f"Satsen er {new} kroner i {year}, men {old} kroner i {before}."
                at = value_at(register, rate.id, rate.by_year[year], inside="ar")
                yield Finding(
                    at, message, "Se etter begge beløpene i kilden. Det kan mangle et siffer, eller to er byttet."
                )
                break
