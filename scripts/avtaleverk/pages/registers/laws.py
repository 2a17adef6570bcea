"""The law points: what each demands, and the documents that meet it."""

from collections import defaultdict

from avtaleverk.corpus.model import LawPoint
from avtaleverk.links.names import Named
from avtaleverk.pages.addresses import href, law_path
from avtaleverk.pages.crumbs import HOME
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.overviews.coverage import holes
from avtaleverk.pages.page import Block, Crumb, Page
from avtaleverk.pages.page_links import links_to
from avtaleverk.pages.templates import headed, part


def law_page(edition: Edition, law: LawPoint) -> Page:
    """One law point: what it demands, and the agreements and procedures that meet it."""
    here = law_path(law.id)
    named = edition.web.documents_naming("lovkrav", law.id)
    blocks = [Block(part("registers/lov", law=law))]
    for world in ("overordnet", "pasientnaer"):
        found = [d for d in named if edition.corpus.world_of(d) == world]
        if found:
            links = links_to(edition, found, here, "nb", placed=True)
            blocks.append(headed(f"{world}.flertall", world, "liste", "nb", links=links))
    spaces = edition.corpus.helsefellesskap.values()
    if without := [(space, why) for space in spaces for point, why in holes(edition, space) if point.id == law.id]:
        blocks.append(headed("tabell.hull", "mangler", "registers/hull_i", "nb", without=without))
    mentioned = [d for d in edition.web.mentioned.get(Named("lovkrav", law.id), ()) if d not in named]
    if mentioned:
        links = links_to(edition, mentioned, here, "nb", placed=True)
        blocks.append(headed("nevnt_i", "nevnt", "liste", "nb", links=links))
    return Page(
        here,
        f"{law.short}: {law.title}",
        "liste",
        tuple(blocks),
        law.demand,
        crumbs=(HOME, Crumb("Lovkrav", "lov")),
        label="Lovkrav",
    )


def law_list(edition: Edition) -> Page:
    """Every law point, with how many documents meet it, and the helsefellesskap that must have an agreement and lack it."""
    groups: dict[str, list[tuple[LawPoint, str, int, list[str]]]] = defaultdict(list)
    spaces = edition.corpus.helsefellesskap.values()
    lacks = {space.short_name: {point.id for point, _ in holes(edition, space)} for space in spaces}
    for law in edition.corpus.registers.lovkrav.entries.values():
        count = len(edition.web.documents_naming("lovkrav", law.id))
        without = [name for name, points in lacks.items() if law.id in points]
        groups[law.law].append((law, href("lov", law_path(law.id)), count, without))
    html = part("registers/lovliste", groups=groups)
    return Page("lov", "Lovkrav", "liste", (Block(html),), "Hva loven krever, og hvor det er oppfylt.", crumbs=(HOME,))
