"""The pages of a phase and of a patient group: what to do with a patient who is there, in every helsefellesskap or in one."""

from avtaleverk.corpus.model import Document, Helsefellesskap, Language, NamedEntry
from avtaleverk.pages.addresses import binder_path, href, situation_path
from avtaleverk.pages.crumbs import HOME, way_to
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.emergency import PHASE, TOPIC, first_numbers, most_urgent_first
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import Groups, by_topic, links_to
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language


def situation_page(edition: Edition, register: str, entry: NamedEntry) -> Page:
    """The patient-near documents of a phase or a patient group, in every helsefellesskap."""
    here = situation_path(register, entry.id)
    blocks, ways = [], []
    for space in edition.corpus.helsefellesskap.values():
        if documents := situation_documents(edition, space, register, entry):
            ways.append((space, href(here, f"{space.id}/{here}")))
            groups = _groups(edition, space, documents, entry, here)
            blocks.append(
                Block(part("entrances/grupper", groups=groups, level=3), Heading(space.name, space.id), space)
            )
    first = (*first_numbers(here, entry.id, "nb"), *only_one(ways))
    return Page(here, _title(entry, "nb"), "liste", (*first, *blocks), crumbs=(HOME,))


def only_one(ways: list[tuple[Helsefellesskap, str]]) -> tuple[Block, ...]:
    """Links from a page for several helsefellesskap to the page of just one, in the language of the page."""
    return (Block(part("entrances/bare_ett", ways=ways)),) if len(ways) > 1 else ()


def own_situation_page(edition: Edition, space: Helsefellesskap, register: str, entry: NamedEntry) -> Page:
    """The same within one helsefellesskap, in its language."""
    here, language = f"{space.id}/{situation_path(register, entry.id)}", space.language
    groups = _groups(edition, space, situation_documents(edition, space, register, entry), entry, here)
    binder = href(here, binder_path(space.id, entry.id)) if register == "faser" else ""
    return Page(
        here,
        _title(entry, language),
        "liste",
        (
            *first_numbers(here, entry.id, language),
            Block(part("entrances/valgt_eget", groups=groups, binder=binder, language=language)),
        ),
        language=language,
        world="pasientnaer",
        crumbs=way_to(space, language),
    )


def _groups(
    edition: Edition, space: Helsefellesskap, documents: list[Document], entry: NamedEntry, here: str
) -> Groups:
    """The documents by topic; where it may be an emergency, what is urgent comes first."""
    urgent = [d for d in documents if TOPIC in d.topics] if entry.id == PHASE else []
    groups = by_topic(edition, space, [d for d in documents if d not in urgent], here, entry.id)
    if not urgent:
        return groups
    links = [link for d in most_urgent_first(edition, urgent) for link in links_to(edition, [d], here, space.language)]
    return [(in_language(edition.corpus.registers.tema.entries[TOPIC], "name", space.language), links), *groups]


def situation_documents(edition: Edition, space: Helsefellesskap, register: str, entry: NamedEntry) -> list[Document]:
    """The patient-near documents that name the entry."""
    naming = edition.web.documents_naming(register, entry.id)
    return [d for d in edition.documents(space, "pasientnaer") if d in naming]


def _title(entry: NamedEntry, language: Language) -> str:
    phrase = in_language(entry, "patient_phrase", language)
    return f"Pasienten {phrase}" if phrase else in_language(entry, "name", language)
