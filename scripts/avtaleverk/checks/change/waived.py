"""AV522: a waiver that the change adds or prolongs, and the findings that it hides."""

from collections.abc import Iterator, Sequence
from datetime import date

from avtaleverk.checks.change.revision import Change
from avtaleverk.checks.context import Context
from avtaleverk.checks.settle import is_valid
from avtaleverk.corpus.model import Document, Waiver
from avtaleverk.diagnostics import Diagnostic, Finding, Severity
from avtaleverk.rules import RULES, declare

AV522 = declare("AV522", "Forslaget setter en regel til side", Severity.ADVARSEL)


def new_waivers(
    context: Context, change: Change, were: Sequence[Document], found: Sequence[Diagnostic]
) -> Iterator[Diagnostic]:
    """Each new or prolonged waiver, at its line. `found` holds the findings before waivers are applied."""
    had = {context.web.resolve(old.reference): old.waivers for old in were}
    for document in context.corpus.documents:
        is_changed = document.path in change.before or document.path in change.added
        before = {one.rule: one.until for one in had.get(document.reference, ())}
        for waiver in document.waivers if is_changed else ():
            is_longer = waiver.rule not in before or waiver.until > before[waiver.rule]
            hidden = [d for d in found if d.at.path == document.path and d.code == waiver.rule]
            if is_longer and hidden and is_valid(waiver, context.today):
                yield AV522.diagnostic(_told(waiver, before.get(waiver.rule), hidden))


def _told(waiver: Waiver, before: date | None, hidden: Sequence[Diagnostic]) -> Finding:
    first, *more = sorted(hidden)
    if before:
        since = f"Unntaket fra {waiver.rule} gjaldt til {before}, og gjelder nå til"
    else:
        since = f"{waiver.rule} («{RULES[waiver.rule].title}») er satt til side til"
    others = f" (Og {len(more)} funn til.)" if more else ""
    message = f"{since} {waiver.until}. Derfor blir ikke dette sagt: linje {first.at.line}: {first.message}{others}"
    hint = f"Den som godkjenner forslaget, må mene at grunnen («{waiver.reason}») er god nok. Er den ikke det, retter du det som er galt, og sletter linjen under «unntak»."
    return Finding(waiver.at, message, hint, tuple(one.at for one in (first, *more)))
