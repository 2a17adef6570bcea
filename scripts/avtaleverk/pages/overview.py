"""The entrances below the front page: a helsefellesskap, a phase, a patient group, and the search page."""

from itertools import groupby

from markupsafe import Markup

from avtaleverk.corpus.model import Document, Helsefellesskap, Language, NamedEntry
from avtaleverk.pages.addresses import binder_path, chosen_path, href, kommune_path, law_path, survey_path
from avtaleverk.pages.crumbs import HOME, home, way_to
from avtaleverk.pages.duty import holes
from avtaleverk.pages.emergency import first_numbers
from avtaleverk.pages.front import entrances
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import PageLink, links_to, state_mark
from avtaleverk.pages.site import Site
from avtaleverk.pages.surveys import survey_links
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate, in_language, lower_first, word

Groups = list[tuple[str, list[PageLink]]]


def space_page(site: Site, space: Helsefellesskap) -> Page:
    """A helsefellesskap: what you do now, what was agreed, and who decides."""
    language = space.language
    near, above = site.documents(space, "pasientnaer"), site.documents(space, "overordnet")
    near_words, above_words = word("pasientnaer.flertall", language), word("overordnet.flertall", language)
    blocks = [
        _top(site, space),
        Block(
            part("verden", intro=word("pasientnaer.hva", language), groups=by_topic(site, space, near, space.id)),
            Heading(near_words, "prosedyrer"),
        ),
        Block(
            part("verden", intro=word("overordnet.hva", language), groups=_by_type(site, space, above))
            + _holes(site, space),
            Heading(above_words, "avtaler"),
        ),
        Block(part("merker", links=_kommuner(site, space)), Heading(word("kommuner", language), "kommuner")),
        Block(part("organer", space=space, language=language), Heading(word("organer", language), "organer")),
        Block(part("liste", links=survey_links(space, space.id)), Heading(word("oversikt", language), "oversikt")),
    ]
    return Page(
        space.id,
        space.name,
        "helsefellesskap",
        tuple(blocks),
        summary=f"{near_words} ({len(near)}) og {lower_first(above_words)} ({len(above)}).",
        language=language,
        crumbs=(home(language),),
        source=space.path,
    )


def _top(site: Site, space: Helsefellesskap) -> Block:
    """The entrances, and the way to the overviews."""
    html = part(
        "helsefellesskap_topp",
        space=space,
        language=space.language,
        overviews=href(space.id, survey_path(space.id)),
        **entrances(site, space.id, space.language, space.id),
    )
    return Block(html)


def _holes(site: Site, space: Helsefellesskap) -> Markup:
    """The numbers of § 6-2 that no agreement covers."""
    found = [(point, why, href(space.id, law_path(point.id))) for point, why in holes(site, space)]
    return part("hull", holes=found, language=space.language)


def _kommuner(site: Site, space: Helsefellesskap) -> list[PageLink]:
    """The pages of the kommuner, by name."""
    named = sorted(((site.corpus.party_name(k), k) for k in space.kommuner), key=lambda pair: collate(pair[0]))
    return [PageLink(name, href(space.id, kommune_path(space.id, kommune))) for name, kommune in named]


def by_topic(site: Site, space: Helsefellesskap, documents: list[Document], here: str) -> Groups:
    """Documents under their first topic, in the register's order."""
    topics = site.corpus.registers.tema.entries
    order = {id: i for i, id in enumerate(topics)}
    keyed = sorted(documents, key=lambda d: (order.get(_topic(d), len(order)), collate(d.title)))
    return [
        (
            in_language(topics[topic], "name", space.language) if topic in topics else word("annet", space.language),
            links_to(site, list(group), here, space.language),
        )
        for topic, group in groupby(keyed, key=_topic)
    ]


def _topic(document: Document) -> str:
    return document.topics[0] if document.topics else ""


def _by_type(site: Site, space: Helsefellesskap, documents: list[Document]) -> Groups:
    found = []
    for kind in site.corpus.registers.typer.entries.values():
        group = sorted((d for d in documents if d.type == kind.id), key=lambda d: (_number(d.number), collate(d.title)))
        if group:
            links = [
                PageLink(d.title, site.link_to(d.reference, space.id), state_mark(site, d, space.language))
                for d in group
            ]
            found.append((in_language(kind, "plural", space.language), links))
    return found


def _number(text: str) -> tuple[int, str]:
    digits = "".join(c for c in text if c.isdigit())
    return (int(digits) if digits else 999, text)


def chosen_page(site: Site, register: str, entry: NamedEntry) -> Page:
    """The patient-near documents of a phase or a patient group, in every helsefellesskap."""
    here = chosen_path(register, entry.id)
    blocks, ways = [], []
    for space in site.corpus.helsefellesskap.values():
        if documents := chosen(site, space, register, entry):
            ways.append((space, href(here, f"{space.id}/{here}")))
            groups = by_topic(site, space, documents, here)
            blocks.append(Block(part("valgt", groups=groups), Heading(space.name, space.id), space))
    first = (*first_numbers(here, entry.id, "nb"), *only_one(ways))
    return Page(here, _title(entry, "nb"), "liste", (*first, *blocks), crumbs=(HOME,))


def only_one(ways: list[tuple[Helsefellesskap, str]]) -> tuple[Block, ...]:
    """Links from a page for several helsefellesskap to the page of just one, in the language of the page."""
    return (Block(part("bare_ett", ways=ways)),) if len(ways) > 1 else ()


def own_chosen_page(site: Site, space: Helsefellesskap, register: str, entry: NamedEntry) -> Page:
    """The same within one helsefellesskap, in its language."""
    here, language = f"{space.id}/{chosen_path(register, entry.id)}", space.language
    groups = by_topic(site, space, chosen(site, space, register, entry), here)
    binder = href(here, binder_path(space.id, entry.id)) if register == "faser" else ""
    return Page(
        here,
        _title(entry, language),
        "liste",
        (
            *first_numbers(here, entry.id, language),
            Block(part("valgt_eget", groups=groups, binder=binder, language=language)),
        ),
        language=language,
        world="pasientnaer",
        crumbs=way_to(space, language),
    )


def chosen(site: Site, space: Helsefellesskap, register: str, entry: NamedEntry) -> list[Document]:
    """The patient-near documents that name the entry."""
    naming = site.web.documents_naming(register, entry.id)
    return [d for d in site.documents(space, "pasientnaer") if d in naming]


def _title(entry: NamedEntry, language: Language) -> str:
    phrase = in_language(entry, "patient_phrase", language)
    return f"Pasienten {phrase}" if phrase else in_language(entry, "name", language)


def search_page() -> Page:
    """The page that shows results; without JavaScript it points to the alphabetic index."""
    return Page("sok", "Søk", "sok", (Block(part("sok", index=href("sok", "a-aa"))),), crumbs=(HOME,))
