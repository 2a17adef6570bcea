"""A binder for the ward: every procedure of a role or a phase on one page, with a table of contents, to be printed.

A binder stands at the same depth as the procedures it holds, so that the addresses in them hold; what points to
a place on the same page gets the procedure's id in front.
"""

import re

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.pages.addresses import binder_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.procedure import procedure
from avtaleverk.pages.site import Site
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word

# Read on the screen or by telephone, not in a binder.
LEFT_OUT = ("kontakt", "meld-avvik", "om-dokumentet", "lovkrav", "nevnt")
_LOCAL = re.compile(r'(?<= )(id="|for="|aria-labelledby="|aria-describedby="|popovertarget="|href="#)')
_TO_LEFT_OUT = re.compile(rf'(?<= href=")(?=#(?:{"|".join(LEFT_OUT)})")')


Leaves = dict[Document, tuple[Block, ...]]


def leaves(site: Site, space: Helsefellesskap) -> Leaves:
    """Every procedure as it stands in a binder, made once for all binders that hold it."""
    return {document: _leaf(site, document) for document in site.documents(space, "pasientnaer")}


def binder(space: Helsefellesskap, entry: str, name: str, documents: list[Document], made: Leaves) -> Page:
    """The documents one after another, each on its own sheet."""
    language = space.language
    contents = part("perm", documents=documents, language=language)
    blocks = [Block(contents), *(block for document in documents for block in made[document])]
    return Page(
        binder_path(space.id, entry),
        f"{word('perm', language)} {name}",
        "perm",
        tuple(blocks),
        word("perm.hva", language),
        language,
        world="pasientnaer",
        crumbs=way_to(space, language),
    )


def _leaf(site: Site, document: Document) -> tuple[Block, ...]:
    foot = part("perm_fot", document=document, language=document.language)
    blocks = [block for block in procedure(site, document).blocks if _belongs(block)]
    first, *rest = blocks
    answer = Markup("<p>{}</p>\n").format(document.summary)
    return (
        Block(answer + _prefixed(first.html, document.id), Heading(document.title, document.id, 2)),
        *(Block(_prefixed(b.html, document.id), b.heading and _below(b.heading, document.id)) for b in rest),
        Block(foot),
    )


def _belongs(block: Block) -> bool:
    return block.heading is None or block.heading.anchor not in LEFT_OUT


def _below(heading: Heading, prefix: str) -> Heading:
    return Heading(heading.text, f"{prefix}--{heading.anchor}", heading.level + 1)


def _prefixed(html: Markup, prefix: str) -> Markup:
    """The HTML with every local anchor, and every reference to one, made the document's own. What is not in the binder is
    on the document's page."""
    return Markup(_LOCAL.sub(rf"\g<1>{prefix}--", _TO_LEFT_OUT.sub(f"../{prefix}/", str(html))))
