"""The organs of a helsefellesskap: the tasks and members of each, what it has decided, and where it is mentioned."""

from avtaleverk.corpus.model import Helsefellesskap, Organ
from avtaleverk.links.names import Named
from avtaleverk.pages.addresses import organs_path
from avtaleverk.pages.crumbs import way_to
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import links_to
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language, word


def organs_page(edition: Edition, space: Helsefellesskap) -> Page:
    """Every organ of the helsefellesskap, in the order of its file."""
    language = space.language
    return Page(
        organs_path(space.id),
        word("organer", language),
        "liste",
        tuple(_organ(edition, space, organ) for organ in space.organs.values()),
        word("organer.hva", language),
        language,
        crumbs=way_to(space, language),
        source=space.path,
    )


def _organ(edition: Edition, space: Helsefellesskap, organ: Organ) -> Block:
    here = organs_path(space.id)
    decided = [d for d in edition.web.documents_naming("organ", organ.id) if d.home == space.id]
    mentioned = [d for d in edition.web.mentioned.get(Named("organ", organ.id, space.id), ()) if d not in decided]
    html = part(
        "registers/organ",
        organ=organ,
        decided=links_to(edition, decided, here, space.language),
        mentioned=links_to(edition, mentioned, here, space.language),
        language=space.language,
    )
    return Block(html, Heading(in_language(organ, "name", space.language), organ.id))
