"""AV524: a document in force that a change withdraws by its status, or an agreement to which it gives notice."""

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
    if old.status != "gjeldende" or not new.status:
        return
    if new.status == "gjeldende":
        yield from _given_notice(old, new)
        return
    message = f"Dokumentet gjaldt, men har nå status «{new.status}»: det er ikke lenger noe leserne skal følge."
    back = "Er det ikke ment, skriver du «status: gjeldende»."
    if new.status != "utgatt":
        hint = f"{back} Arbeider dere med en ny utgave, lar du den gamle gjelde til den nye er vedtatt. Gjelder den ikke lenger, skriver du «status: utgatt»."
        yield Finding(value_at(new, "status"), message, hint)
    elif not (new.replaced_by or len(new.decisions) > len(old.decisions) or len(new.changes) > len(old.changes)):
        hint = f"{back} Er det avviklet, sier du hvorfor og når øverst i «endringer», eller hva som gjelder nå, i «erstattes_av»."
        yield Finding(value_at(new, "status"), message, hint)


def _given_notice(old: Document, new: Document) -> Iterator[Finding]:
    """Notice ends an agreement a year later (hol. § 6-5), so nobody should give it by a slip."""
    if new.notice and not old.notice:
        message = (
            f"Forslaget sier at «{new.notice.by}» sa opp avtalen {new.notice.given}. Da tar den slutt ett år senere."
        )
        hint = "Er det ikke ment, sletter du «oppsagt». Har parten sagt opp, lar du advarselen stå: den blir borte når forslaget er tatt inn."
        yield Finding(new.notice.at, message, hint)
