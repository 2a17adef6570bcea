"""The page of a helsefellesskap: what to do now, what was agreed, and who decides."""

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap
from avtaleverk.pages.addresses import href, kommune_path, law_path, overview_path
from avtaleverk.pages.crumbs import home
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.front import entrances
from avtaleverk.pages.overviews.coverage import holes
from avtaleverk.pages.overviews.every import overview_list
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import Groups, PageLink, by_topic, state_mark
from avtaleverk.pages.templates import headed, part
from avtaleverk.pages.words import collate, in_language, lower_first, word


def helsefellesskap_page(edition: Edition, space: Helsefellesskap) -> Page:
    """A helsefellesskap: what you do now, what was agreed, and who decides."""
    language = space.language
    near, above = edition.documents(space, "pasientnaer"), edition.documents(space, "overordnet")
    blocks = [
        _top(edition, space),
        headed(
            "pasientnaer.flertall",
            "prosedyrer",
            "entrances/verden",
            language,
            intro=word("pasientnaer.hva", language),
            groups=by_topic(edition, space, near, space.id),
            missing="",
        ),
        headed(
            "overordnet.flertall",
            "avtaler",
            "entrances/verden",
            language,
            intro=word("overordnet.hva", language),
            groups=_by_type(edition, space, above),
            missing=_holes(edition, space),
        ),
        headed("kommuner", "kommuner", "entrances/merker", language, links=_kommuner(edition, space)),
        headed("organer", "organer", "entrances/organer", language, space=space),
        Block(overview_list(edition, space, space.id), Heading(word("oversikt", language), "oversikt")),
    ]
    procedures, agreements = (word(f"{world}.flertall", language) for world in ("pasientnaer", "overordnet"))
    return Page(
        space.id,
        space.name,
        "helsefellesskap",
        tuple(blocks),
        summary=f"{procedures} ({len(near)}) og {lower_first(agreements)} ({len(above)}).",
        language=language,
        crumbs=(home(language),),
        source=space.path,
    )


def _top(edition: Edition, space: Helsefellesskap) -> Block:
    """The entrances, and the way to the overviews."""
    html = part(
        "entrances/helsefellesskap_topp",
        space=space,
        language=space.language,
        overviews=href(space.id, overview_path(space.id)),
        **entrances(edition, space.id, space.language, space.id),
    )
    return Block(html)


def _holes(edition: Edition, space: Helsefellesskap) -> Markup:
    """The numbers of § 6-2 that no agreement covers."""
    found = [(point, why, href(space.id, law_path(point.id))) for point, why in holes(edition, space)]
    return part("entrances/hull", holes=found, language=space.language)


def _kommuner(edition: Edition, space: Helsefellesskap) -> list[PageLink]:
    """The pages of the kommuner, by name."""
    links = [PageLink(edition.corpus.party_name(k), href(space.id, kommune_path(space.id, k))) for k in space.kommuner]
    return sorted(links, key=lambda link: collate(link.text))


def _by_type(edition: Edition, space: Helsefellesskap, documents: list[Document]) -> Groups:
    found = []
    for kind in edition.corpus.registers.typer.entries.values():
        group = sorted((d for d in documents if d.type == kind.id), key=lambda d: (_number(d.number), collate(d.title)))
        if group:
            links = [
                PageLink(d.title, edition.link_to(d.reference, space.id), state_mark(edition, d, space.language))
                for d in group
            ]
            found.append((in_language(kind, "plural", space.language), links))
    return found


def _number(text: str) -> tuple[int, str]:
    digits = "".join(c for c in text if c.isdigit())
    return (int(digits) if digits else 999, text)
