"""A binder for the ward: every procedure of a role or a phase on one page, with a table of contents, to be printed.

A binder has an address at the same depth as the procedures in it, so that their relative links still work; anchors and
links within a page are prefixed with the id of the procedure.
"""

import re

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.pages.addresses import binder_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.documents.procedure import procedure
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word

# Read on the screen or by telephone, not in a binder.
LEFT_OUT = ("kontakt", "meld-avvik", "om-dokumentet", "lovkrav", "nevnt")
_LOCAL = re.compile(r'(?<= )(id="|for="|aria-labelledby="|aria-describedby="|popovertarget="|href="#)')
_TO_LEFT_OUT = re.compile(rf'(?<= href=")(?=#(?:{"|".join(LEFT_OUT)})")')

Leaves = dict[Document, tuple[Block, ...]]


def leaves(edition: Edition, space: Helsefellesskap) -> Leaves:
    """Every procedure as it appears in binders, made once for all binders that have it."""
    return {document: _leaf(edition, document) for document in edition.documents(space, "pasientnaer")}


def binder(space: Helsefellesskap, entry: str, name: str, documents: list[Document], made: Leaves) -> Page:
    """The documents one after another, each on its own sheet."""
    language = space.language
    contents = part("roles/perm", documents=documents, language=language)
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


def _leaf(edition: Edition, document: Document) -> tuple[Block, ...]:
    foot = part("roles/perm_fot", document=document, language=document.language)
    blocks = [block for block in procedure(edition, document).blocks if _belongs(block)]
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
    """The HTML with `prefix` before every local anchor, and before every link to one; a link to a part that binders leave
    out leads to the document's own page."""
    return Markup(_LOCAL.sub(rf"\g<1>{prefix}--", _TO_LEFT_OUT.sub(f"../{prefix}/", str(html))))
