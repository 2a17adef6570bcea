"""The breadcrumbs of pages, and the mark of example content."""

from collections.abc import Iterable

from avtaleverk.corpus.model import Helsefellesskap, Language
from avtaleverk.pages.addresses import overview_path
from avtaleverk.pages.page import Crumb
from avtaleverk.pages.words import word


def home(language: Language) -> Crumb:
    """The front page."""
    return Crumb(word("hjem", language), "")


HOME = home("nb")


def way_to(space: Helsefellesskap, language: Language) -> tuple[Crumb, Crumb]:
    """From the front page to the page of a helsefellesskap."""
    return home(language), Crumb(space.short_name, space.id)


def way_to_overviews(space: Helsefellesskap) -> tuple[Crumb, ...]:
    """From the front page to the overviews of a helsefellesskap, in its language."""
    return *way_to(space, space.language), Crumb(word("oversikt", space.language), overview_path(space.id))


def example_mark(space: Helsefellesskap, language: Language) -> str:
    """What every page of a helsefellesskap with invented content says; "" for a real one."""
    return word("eksempel", language) if space.example else ""


def common_mark(spaces: Iterable[Helsefellesskap]) -> str:
    """The mark of pages for several helsefellesskap, when all of them, or some, are examples."""
    spaces = list(spaces)
    examples = [space.short_name for space in spaces if space.example]
    if len(examples) == len(spaces):
        return word("eksempel", "nb") if examples else ""
    return word("eksempel.noen", "nb").format(navn=", ".join(examples)) if examples else ""
