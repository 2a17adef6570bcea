"""AV9: two things that would stand at one address of the site."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.pages.addresses import RESERVED, RESERVED_BELOW, guide_path
from avtaleverk.rules import corpus_rule


@corpus_rule("AV901", "Navnet er opptatt av nettstedet selv")
def taken_address(context: Context) -> Iterator[Finding]:
    """Neither a helsefellesskap nor a document is called what a page or a folder of guidance is called."""
    guides = {guide_path(guide.path).split("/")[0]: guide.path for guide in context.corpus.guides}
    for space in context.corpus.helsefellesskap.values():
        owner = f"siden {guides[space.id]}" if space.id in guides else "en fast side" if space.id in RESERVED else ""
        if owner:
            message = f"Helsefellesskapet kan ikke hete «{space.id}»: adressen hører til {owner}."
            yield Finding(Location(space.path), message, "Gi mappen et annet navn, for eksempel navnet på området.")
    for document in context.corpus.documents:
        for key, id in (("id", document.id), *(("tidligere_id", former) for former in document.former_ids)):
            if id in RESERVED_BELOW:
                message = f"Dokumentet kan ikke hete «{id}»: adressen hører til en fast side."
                yield Finding(
                    document.at(key), message, "Gi dokumentet en id som begynner med typen, for eksempel «p-»."
                )
