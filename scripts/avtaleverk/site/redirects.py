"""Former addresses as rules for a web server, which saves the reader a page on the way.

A browser carries the fragment along, so a renumbered clause still answers. A document that was merged into another
has no rule: only its page knows where each clause went.
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
