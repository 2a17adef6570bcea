"""AV6: the side that is responsible, by `ansvar`, must be the one that takes the steps."""

from collections import Counter
from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.checks.roles.senders import side_of, sides_by_name
from avtaleverk.checks.roles.steps import items
from avtaleverk.corpus.model import Document
from avtaleverk.diagnostics import Finding, Severity
from avtaleverk.rules import document_rule

_OTHER = {"kommune": "helseforetak", "helseforetak": "kommune"}
_FEW = 3  # steps of which most may be the other side's by chance


@document_rule("AV643", "Den andre siden gjør stegene", Severity.ADVARSEL, needs=("roller",))
def other_side(context: Context, document: Document) -> Iterator[Finding]:
    """«ansvar: kommune» where the hospital takes most steps, and the kommune has no more deadlines than the hospital."""
    other = _OTHER.get(document.side, "")
    if not other or document.type != "prosedyre":
        return
    sides = context.once(sides_by_name)
    taken = [(at, sides.get(actor.casefold(), "")) for at, actor in context.known(items, document)]
    steps = Counter(side for _, side in taken)
    kept = Counter(side_of(context, deadline.by) for _, deadline in context.web.deadlines_of(document))
    if steps[other] >= _FEW and steps[other] > steps[document.side] and kept[other] >= kept[document.side]:
        count = f"{steps[other]} av stegene er for {other}, og {steps[document.side]} for {document.side}"
        places = tuple(at for at, side in taken if side == other)
        write = f"Skriv «ansvar: {other}», eller «begge» når begge må handle."
        hint = f"{write} Er rollene foran stegene gale, retter du dem."
        yield Finding(value_at(document, "ansvar"), f"«ansvar» er {document.side}, men {count}.", hint, places)
