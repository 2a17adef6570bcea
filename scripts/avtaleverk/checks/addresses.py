"""AV9: two things that would stand at one address of the site."""

from collections.abc import Iterator

from avtaleverk.checks.context import Context
from avtaleverk.diagnostics import Finding, Location
from avtaleverk.pages.addresses import RESERVED, guide_path
from avtaleverk.rules import corpus_rule


@corpus_rule("AV901", "Navnet er opptatt av nettstedet selv")
def taken_address(context: Context) -> Iterator[Finding]:
    """A helsefellesskap is not called what a page or a folder of guidance is called."""
    guides = {guide_path(guide.path).split("/")[0]: guide.path for guide in context.corpus.guides}
    for space in context.corpus.helsefellesskap.values():
        owner = f"siden {guides[space.id]}" if space.id in guides else "en fast side" if space.id in RESERVED else ""
        if owner:
            message = f"Helsefellesskapet kan ikke hete «{space.id}»: adressen hører til {owner}."
            yield Finding(Location(space.path), message, "Gi mappen et annet navn, for eksempel navnet på området.")
