"""AV9: two pages with the same address, and malformed addresses."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from avtaleverk.checks.context import Context
from avtaleverk.checks.places import value_at
from avtaleverk.corpus.latin import latin
from avtaleverk.corpus.persons import look_for_persons
from avtaleverk.corpus.place import place
from avtaleverk.diagnostics import Diagnostic, Finding, Location
from avtaleverk.pages.addresses import FOLDER_PAGES, RESERVED, belongs_to_site, guide_path
from avtaleverk.rules import Problems, corpus_rule, declare
from avtaleverk.site.published import FILE, strange_lines, text_of

AV903 = declare("AV903", "Linjen er ingen adresse på nettstedet")


RULE_INDEX = "docs/regler/index.md"
# The registers of which each entry has a page, below a folder of the site's own.
_WITH_PAGES = ("lovkrav", "roller", "faser", "pasientgrupper")


@corpus_rule("AV901", "Navnet er opptatt av nettstedet selv")
def taken_address(context: Context) -> Iterator[Finding]:
    """No helsefellesskap, document, entry or page of guidance has the address of another page."""
    guides = {guide_path(guide.path).split("/")[0]: guide.path for guide in context.corpus.guides}
    for space in context.corpus.helsefellesskap.values():
        owner = f"siden {guides[space.id]}" if space.id in guides else "en fast side" if space.id in RESERVED else ""
        if owner:
            message = f"Helsefellesskapet kan ikke hete «{space.id}»: adressen hører til {owner}."
            yield Finding(Location(space.path), message, "Gi mappen et annet navn, for eksempel navnet på området.")
    for source in context.corpus.guides:
        first, *rest = guide_path(source.path).split("/")
        is_taken = first in RESERVED - ({"regler"} if rest else set()) or [first, *rest][-1] in FOLDER_PAGES
        if is_taken and source.path != RULE_INDEX:
            message = f"Siden kan ikke ligge på adressen «{guide_path(source.path)}»: den hører til en fast side."
            yield Finding(Location(source.path), message, "Gi filen eller mappen et annet navn.")
    for register in map(context.corpus.registers.named, _WITH_PAGES):
        for id in FOLDER_PAGES & register.entries.keys():
            yield Finding(register.at(id), f"Id-en kan ikke være «{id}»: adressen hører til en fast side.", _HINT)
    for document in context.corpus.documents:
        if document.id in RESERVED or belongs_to_site(document.id):
            message = f"Dokumentet kan ikke hete «{document.id}»: navnet hører til en fast side."
            hint = f"Begynn med typen, og si hva det handler om, for eksempel «p-{document.id}»."
            yield Finding(value_at(document, "id"), message, hint)
        for former in filter(belongs_to_site, document.former_ids):
            message = f"Dokumentet kan ikke ha hett «{former}»: adressen hører til en fast side."
            yield Finding(value_at(document, "tidligere_id", former), message, "Slett id-en i «tidligere_id».")


_HINT = "Gi oppføringen en id som sier hva den er."


def published_addresses(root: Path) -> Iterator[Diagnostic]:
    """The lines of `adresser.txt` that cannot be the address of a page, and what it says of persons."""
    text = text_of(root)
    problems = Problems([])
    look_for_persons(text, latin(text), partial(place, FILE, text), problems)
    yield from problems.found
    for number, line in strange_lines(text):
        shown = "".join(c if c.isprintable() else "�" for c in line[:60])
        message = f"«{shown}» er ingen adresse på nettstedet."
        hint = "Skriv adressen slik: innlandet/p-gammel. Bruk bare bokstavene a–z, tall, bindestrek og skråstrek."
        yield AV903.diagnostic(Finding(Location(FILE, number), message, hint))
