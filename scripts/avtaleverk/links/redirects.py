"""Former addresses as rules for a web server, which saves the reader a page on the way.

A browser carries the fragment along, so a renumbered clause still answers. A document that was merged into another
has no rule: only its page knows where each clause went.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from avtaleverk.corpus.model import Corpus, Reference
from avtaleverk.links.web import Web


@dataclass(frozen=True, slots=True, order=True)
class Redirect:
    """From an address to another, both below the root of the site, without slashes at the ends."""

    old: str
    new: str


def redirects(corpus: Corpus, web: Web) -> list[Redirect]:
    """The documents that have changed id and were not merged, by address."""
    merged = {old.whole for old in web.aliases if old.clause and corpus.document(old) is None}
    return sorted(
        Redirect(_path(old), _path(new)) for old, new in web.aliases.items() if not old.clause and old not in merged
    )


def _path(reference: Reference) -> str:
    return f"{reference.helsefellesskap}/{reference.document}"


def nginx(rules: list[Redirect], base: str) -> Iterator[str]:
    """Lines for the server block, before the location of the site."""
    for rule in rules:
        yield f"location = {base}{rule.old} {{ return 301 {base}{rule.new}/; }}"
        yield f"location = {base}{rule.old}/ {{ return 301 {base}{rule.new}/; }}"


def iis(rules: list[Redirect], base: str) -> Iterator[str]:
    """A `<rewrite>` element for web.config (module URL Rewrite)."""
    yield "<rewrite>\n  <rules>"
    for rule in rules:
        name, match = quoteattr(f"flyttet {rule.old}"), quoteattr(f"^{rule.old}/?$")
        yield f'    <rule name={name} stopProcessing="true">'
        yield f"      <match url={match} />"
        yield f'      <action type="Redirect" url={quoteattr(f"{base}{rule.new}/")} redirectType="Permanent" />'
        yield "    </rule>"
    yield "  </rules>\n</rewrite>"
