"""What the formats share: words for the severities, the count of findings, and fingerprints."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from avtaleverk.diagnostics import Diagnostic, Severity

HEAVIEST_FIRST = (Severity.FEIL, Severity.ADVARSEL, Severity.MERKNAD)
_MANY = {Severity.FEIL: "feil", Severity.ADVARSEL: "advarsler", Severity.MERKNAD: "merknader"}


def tally(found: Iterable[Diagnostic], documents: int) -> str:
    """«204 dokumenter kontrollert: 1 feil, 2 advarsler.»"""
    counts = Counter(diagnostic.severity for diagnostic in found)
    parts = [f"{n} {s if n == 1 else _MANY[s]}" for s in HEAVIEST_FIRST if (n := counts[s])]
    noun = "dokument" if documents == 1 else "dokumenter"
    return f"{documents} {noun} kontrollert: {', '.join(parts) or 'ingen funn'}."


def fingerprints(found: Iterable[Diagnostic]) -> Iterator[str]:
    """A name for each finding that stays the same when lines are added above it: rule, file, message, and which one."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for diagnostic in found:
        key = (diagnostic.code, diagnostic.at.path, diagnostic.message)
        seen[key] += 1
        yield sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest()
