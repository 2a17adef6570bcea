"""The pages of hand-written guidance. The one for leaders starts with links to the overviews that it explains."""

from markupsafe import Markup

from avtaleverk.corpus.model import Guide
from avtaleverk.pages.addresses import guide_path, href
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.front import FOR_LEADERS
from avtaleverk.pages.meanings import meanings_block
from avtaleverk.pages.overviews.every import overview_list, overviews_of
from avtaleverk.pages.page import Block, Crumb, Heading, Kind, Page
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import word


def guide(edition: Edition, source: Guide) -> Page:
    """One file of `docs/`; its first heading is the page's title."""
    here = guide_path(source.path)
    blocks = []
    for section in source.body.sections:
        html = edition.html(source.path, source.body, section, here)
        is_title = section is source.body.sections[0] and section.level == 1
        if here == FOR_LEADERS:
            html = _with_overview_links(edition, html, here)
        heading = None if is_title else Heading(section.label, section.anchor, section.level)
        blocks.append(Block(html, heading))
        if is_title and here == FOR_LEADERS:
            blocks += _overviews(edition, here)
    explained = edition.explained(source.path, source.body, source.language)
    if block := meanings_block(explained.meanings, here, source.language):
        blocks.append(block)
    kind: Kind = "regel" if here.partition("/")[0] == "regler" else "veiledning"
    return Page(
        here,
        source.title,
        kind,
        tuple(blocks),
        source.summary,
        source.language,
        crumbs=_crumbs(edition, here),
        source=source.path,
    )


def _crumbs(edition: Edition, here: str) -> tuple[Crumb, ...]:
    """The way to a page of guidance: the front page, and the index of its folder."""
    folder, slash, _ = here.partition("/")
    if not slash:
        return (HOME,)
    index = next((guide for guide in edition.corpus.guides if guide_path(guide.path) == folder), None)
    return HOME, Crumb(index.title, folder) if index else Crumb(folder.capitalize(), "")


def _with_overview_links(edition: Edition, html: Markup, here: str) -> Markup:
    """The HTML in which a table cell that names an overview has links to it in every helsefellesskap."""
    overviews = {space.short_name: overviews_of(space.id) for space in edition.corpus.helsefellesskap.values()}
    for key in overviews_of(""):
        links = [(name, href(here, paths[key])) for name, paths in overviews.items()]
        cell = Markup("<td>{}</td>").format(word(key, "nb"))
        html = Markup(html.replace(cell, part("documents/oversikt_celle", caption=word(key, "nb"), links=links)))
    return html


def _overviews(edition: Edition, here: str) -> list[Block]:
    """The overviews of every helsefellesskap."""
    return [
        Block(overview_list(edition, space, here), Heading(space.name, space.id), space)
        for space in edition.corpus.helsefellesskap.values()
    ]
