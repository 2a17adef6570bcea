"""A page for every folder of the site, so that a reader who shortens an address gets a list, not an error."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from avtaleverk.pages.addresses import KOMMUNE, ROLE, SELF_TEST, SITUATIONS, href
from avtaleverk.pages.crumbs import home, way_to
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate, word

_NAMES = {
    ROLE: "matrise.rolle",
    SITUATIONS["faser"]: "matrise.fase",
    SITUATIONS["pasientgrupper"]: "gruppe",
    KOMMUNE: "kommuner",
    SELF_TEST: "selvtest",
}


def with_folders(edition: Edition, pages: Iterable[Page]) -> Iterator[Page]:
    """The pages, and a list for each folder that has a name and no page."""
    made = {page.path: page for page in pages}
    below: dict[str, list[Page]] = defaultdict(list)
    for path, page in made.items():
        folder = path.rpartition("/")[0]
        if folder and folder not in made and folder.rpartition("/")[2] in _NAMES:
            below[folder].append(page)
    yield from made.values()
    for folder, found in below.items():
        yield _folder(edition, folder, found)


def _folder(edition: Edition, folder: str, found: list[Page]) -> Page:
    space = edition.corpus.helsefellesskap.get(folder.partition("/")[0])
    language = space.language if space else "nb"
    links = [PageLink(_label(page), href(folder, page.path)) for page in found]
    block = Block(part("liste", links=sorted(links, key=lambda link: collate(link.text))))
    title = word(_NAMES[folder.rpartition("/")[2]], language)
    return Page(
        folder,
        title,
        "liste",
        (block,),
        language=language,
        crumbs=way_to(space, language) if space else (home(language),),
    )


def _label(page: Page) -> str:
    """What distinguishes a page from its neighbours: the title, or the label when all have the same title."""
    return page.label if page.kind == "selvtest" else page.title
