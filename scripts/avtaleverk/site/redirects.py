"""Former addresses as redirects for a web server, which spares readers a page on the way.

A browser keeps the fragment, so a renumbered clause is still found. A document that was merged into another has no
redirect: only the page at its old address knows where each clause went.
"""

from dataclasses import dataclass

from avtaleverk.links.web import Web
from avtaleverk.pages.addresses import document_path


@dataclass(frozen=True, slots=True, order=True)
class Redirect:
    """From an address to another, both below the root of the site, without slashes at the ends."""

    old: str
    new: str


def redirects(web: Web) -> list[Redirect]:
    """The documents that have changed id and were not merged, by address."""
    return sorted(
        Redirect(document_path(old), document_path(new))
        for old, new in web.former.now.items()
        if not old.clause and old not in web.former.merged
    )
