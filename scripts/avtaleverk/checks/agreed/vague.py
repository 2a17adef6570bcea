"""AV6: vague words in the place of an agreed deadline: «før vakten er slutt», «når det passer»."""

import re
from collections.abc import Iterator

from avtaleverk.checks.agreed.basis import AT_ONCE, subjects
from avtaleverk.checks.agreed.limits import LATER
from avtaleverk.checks.context import Context
from avtaleverk.checks.places import in_body, matches, value_at
from avtaleverk.corpus.duration import LOOSE
from avtaleverk.corpus.model import Deadline, Document
from avtaleverk.corpus.nodes import Scalar
from avtaleverk.diagnostics import Finding
from avtaleverk.patterns import when_used

# What people write in place of a deadline.
VAGUE = when_used(
    rf"{LATER}|(?:når|så snart) (?:(?:du|de|dere|dykk) (?:har|får) tid|det (?:passer|høver))|ved anledning"
    r"|inn[ea]n (?:rimel[ei]g|kort) tid|i løpet av dei? første (?:dag|uke|veke)\w*|helst samm?e dag",
    re.IGNORECASE,
)
_LATER = when_used(LATER)
_A_SHIFT = 8 * 60  # minutes
# Of those, where «straks» is agreed; not «neste dag», which the agreement may say of something else.
_SIGNS = (
    "i løpet av ", "før vakt", "før dagen", "når d", "så snart d", "ved anledning", "helst sam",
    "innen rimel", "innan rimel", "innen kort", "innan kort",
)  # fmt: skip
AS_SOON_AS = ("så snart", "så fort", "samtidig", "samstundes")
STEP = when_used(r"^(?P<mark>\d+\.\s+).*$", re.MULTILINE)


def put_off(context: Context, document: Document) -> Iterator[Finding]:
    """«Send avmelding før vakten er slutt», where the agreement says at once."""
    text = document.body.text
    for later in matches(VAGUE, _SIGNS, text):
        line = text[text.rfind("\n", 0, later.start()) + 1 : text.find("\n", later.end())]
        if not STEP.match(line) or any(word in line for word in (*AT_ONCE, *AS_SOON_AS)):
            continue
        for _, deadline in context.web.deadlines_of(document):
            verb = deadline.what.partition(" ")[0].removesuffix("e").casefold()
            if deadline.within.minutes == 0 and verb in line.casefold() and shares_word(line, deadline.what):
                message = f"Fristen «{deadline.id}» er «{deadline.within.text}», men her står det «{later[0]}»."
                at = in_body(document, later.start())
                yield Finding(at, message, f"Skriv «{deadline.within.text}» her.", (deadline.at,))
                break


def vague_summary(context: Context, document: Document) -> Iterator[Finding]:
    """«… sender rapporten innen rimelig tid», in the field that says the whole in short."""
    node = document.fields.values.get("sammendrag")
    if not isinstance(node, Scalar) or not (vague := next(matches(VAGUE, _SIGNS, node.text.casefold()), None)):
        return
    shortest = _A_SHIFT if _LATER.match(vague[0]) else None  # «før vakten er slutt» is sooner than three days
    for _, deadline in context.web.deadlines_of(document):
        length = deadline.within.minutes
        is_longer = length is not None and (shortest is None or length < shortest)
        if is_longer and shares_word(node.text, deadline.what):
            message = f"Fristen «{deadline.id}» er «{deadline.within.text}», men sammendraget sier «{vague[0]}»."
            hint = f"Skriv «{limit_said(document, deadline, vague[0])}» i sammendraget."
            yield Finding(value_at(document, "sammendrag"), message, hint, (deadline.at,))
            return


def limit_said(document: Document, deadline: Deadline, instead: str) -> str:
    """A deadline as a step says it, in place of other words."""
    within = "innan " if document.language == "nn" else "innen "
    said = f"{within if deadline.within.minutes and not LOOSE.fullmatch(instead) else ''}{deadline.within.text}"
    return said[:1].upper() + said[1:] if instead[:1].isupper() else said


def shares_word(step: str, what: str) -> bool:
    """Whether a step has one of the long words of a deadline."""
    return not subjects(step).isdisjoint(subjects(what))
