"""The entrance of a role, and its documents."""

from avtaleverk.corpus.model import Document, Helsefellesskap, Language, Role
from avtaleverk.pages.addresses import href, role_path, sheet_path
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.situations import only_one
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.pages.page_links import Groups, links_to
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language


def role_page(edition: Edition, role: Role) -> Page:
    """The entrance of a role: its documents in each helsefellesskap, and the way to its sheets."""
    here = role_path(role.id)
    blocks, ways = [], []
    for space in edition.corpus.helsefellesskap.values():
        documents = role_documents(edition, space, role)
        if not documents:
            continue
        sheet = href(here, sheet_path(space.id, role.id))
        ways.append((space, sheet))
        groups = by_phase(edition, documents, here, space.language)
        html = part("roles/rolle", sheet=sheet, groups=groups, language=space.language)
        blocks.append(Block(html, Heading(space.name, space.id), space))
    return Page(here, role.name, "liste", (*only_one(ways), *blocks), role.description, crumbs=(HOME,), label="Rolle")


def role_documents(edition: Edition, space: Helsefellesskap, role: Role) -> list[Document]:
    """The patient-near documents that are written for the role."""
    return [d for d in edition.documents(space, "pasientnaer") if role.id in d.roles]


def by_phase(edition: Edition, documents: list[Document], here: str, language: Language) -> Groups:
    """Links to the documents under their first phase, in the register's order."""
    found = []
    for phase in edition.corpus.registers.faser.entries.values():
        group = [d for d in documents if d.phases and d.phases[0] == phase.id]
        if group:
            found.append((in_language(phase, "name", language), links_to(edition, group, here, language)))
    return found
