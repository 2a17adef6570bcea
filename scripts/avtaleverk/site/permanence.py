"""Every published address must keep answering: the list of them only grows, and lost ones are found here."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from avtaleverk.corpus.model import by_number
from avtaleverk.pages.addresses import href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.page import Block, Page
from avtaleverk.site.manifest import Manifest
from avtaleverk.site.published import Published


def grown(published: Mapping[str, Published], manifest: Manifest) -> dict[str, Published]:
    """The published addresses with those of the manifest added; none is ever removed."""
    result = dict(published)
    for address, anchors in manifest.pages.items():
        before = result.get(address, Published())
        result[address] = Published(before.clauses | {a for a in anchors if a[:1].isdigit()}, before.instead)
    return result


def lost(published: Mapping[str, Published], manifest: Manifest) -> Iterator[str]:
    """The addresses that no longer answer."""
    for address, entry in sorted(published.items()):
        if address not in manifest.pages:
            yield f"{address}/"
        elif not entry.instead:
            yield from (f"{address}/#{c}" for c in sorted(entry.clauses - set(manifest.pages[address]), key=by_number))


def removed_pages(published: Mapping[str, Published], there: frozenset[str]) -> Iterator[Page]:
    """A page for each address that was removed, saying what applies instead."""
    for address, entry in sorted(published.items()):
        if entry.instead and address not in there:
            says = Markup("<p>{}</p>").format(_instead(entry.instead, address, there))
            yield Page(address, "Siden er tatt bort", "flyttet", (Block(says),), crumbs=(HOME,))


def _instead(instead: str, here: str, there: frozenset[str]) -> Markup | str:
    target, _, clause = instead.partition("#")
    if target.strip("/") not in there:
        return instead
    return Markup('Denne siden gjelder nå: <a href="{}">{}</a>.').format(href(here, target.strip("/"), clause), target)
