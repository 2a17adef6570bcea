"""Findings as lines of text for a person at a terminal."""

from collections import Counter

from avtaleverk.diagnostics import Diagnostic, Severity


def report(found: list[Diagnostic], documents: int) -> str:
    """A line a finding, and a last line that counts them."""
    counts = Counter(d.severity for d in found)
    words = {Severity.FEIL: "feil", Severity.ADVARSEL: "advarsler", Severity.MERKNAD: "merknader"}
    tally = ", ".join(f"{counts[s]} {words[s]}" for s in Severity if counts[s]) or "ingen funn"
    return "\n".join([*map(str, found), f"{documents} dokumenter kontrollert: {tally}."])
