"""AV524: a document in force that a change withdraws by its status."""

from collections.abc import Iterator

from avtaleverk.checks.places import value_at
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import declare

AV524 = declare(
    "AV524", "Dokumentet gjaldt, og gjelder ikke lenger", Severity.ADVARSEL, follows=("AV103", "AV204", "AV405")
)


def withdrawn(old: Document, new: Document) -> Iterator[Finding]:
    """A document that is no longer in force, and says neither who ended it, nor why, nor what replaced it."""
    if old.status != "gjeldende" or new.status in ("gjeldende", ""):
        return
    message = f"Dokumentet gjaldt, men har nå status «{new.status}»: det er ikke lenger noe leserne skal følge."
    back = "Er det ikke ment, skriver du «status: gjeldende»."
    if new.status != "utgatt":
        hint = f"{back} Arbeider dere med en ny utgave, lar du den gamle gjelde til den nye er vedtatt. Gjelder den ikke lenger, skriver du «status: utgatt»."
        yield Finding(value_at(new, "status"), message, hint)
    elif not (new.replaced_by or len(new.decisions) > len(old.decisions) or len(new.changes) > len(old.changes)):
        hint = f"{back} Er det avviklet, sier du hvorfor og når øverst i «endringer», eller hva som gjelder nå, i «erstattes_av»."
        yield Finding(value_at(new, "status"), message, hint)
