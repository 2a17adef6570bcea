"""AV9: two pages with the same address, and malformed addresses."""

from collections.abc import Iterator
from pathlib import Path

from avtaleverk.checks.context import Context
from avtaleverk.diagnostics import Diagnostic, Finding, Location
from avtaleverk.pages.addresses import RESERVED, belongs_to_site, guide_path
from avtaleverk.rules import corpus_rule, declare
from avtaleverk.site.published import FILE, strange_lines, text_of

AV903 = declare("AV903", "Linjen er ingen adresse på nettstedet")


# Files at the root of the site, and the folder of the rule pages.
OUTER = frozenset({"index", "404"})
RULE_INDEX = "docs/regler/index.md"


@corpus_rule("AV901", "Navnet er opptatt av nettstedet selv")
def taken_address(context: Context) -> Iterator[Finding]:
    """No helsefellesskap, document or page of guidance has the address of another page."""
    guides = {guide_path(guide.path).split("/")[0]: guide.path for guide in context.corpus.guides}
    for space in context.corpus.helsefellesskap.values():
        owner = f"siden {guides[space.id]}" if space.id in guides else "en fast side" if space.id in RESERVED else ""
        if owner:
            message = f"Helsefellesskapet kan ikke hete «{space.id}»: adressen hører til {owner}."
            yield Finding(Location(space.path), message, "Gi mappen et annet navn, for eksempel navnet på området.")
    for source in context.corpus.guides:
        first, *rest = guide_path(source.path).split("/")
        if first in (RESERVED | OUTER) - ({"regler"} if rest else set()) and source.path != RULE_INDEX:
            message = f"Siden kan ikke ligge på adressen «{guide_path(source.path)}»: den hører til en fast side."
            yield Finding(Location(source.path), message, "Gi filen eller mappen et annet navn.")
    for document in context.corpus.documents:
        for key, id in (("id", document.id), *(("tidligere_id", former) for former in document.former_ids)):
            if belongs_to_site(id):
                message = f"Dokumentet kan ikke hete «{id}»: adressen hører til en fast side."
                yield Finding(
                    document.at(key), message, "Gi dokumentet en id som begynner med typen, for eksempel «p-»."
                )


def published_addresses(root: Path) -> Iterator[Diagnostic]:
    """The lines of `adresser.txt` that cannot be the address of a page."""
    for number, line in strange_lines(text_of(root)):
        shown = "".join(c if c.isprintable() else "�" for c in line[:60])
        message = f"«{shown}» er ingen adresse på nettstedet."
        hint = "Skriv adressen slik: innlandet/p-gammel. Bruk bare bokstavene a–z, tall, bindestrek og skråstrek."
        yield AV903.diagnostic(Finding(Location(FILE, number), message, hint))
