"""The entrances: front page, a helsefellesskap, a role, and the search page."""

from itertools import groupby

from avtaleverk.corpus.model import Document, Helsefellesskap, Language, Role
from avtaleverk.pages.addresses import guide_path, href, role_path
from avtaleverk.pages.document import Target, targets
from avtaleverk.pages.page import Block, Crumb, Heading, Page
from avtaleverk.pages.site import Site
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import in_language, word

FRONT = "Rett rutine når pasienten flytter seg"


def front_page(site: Site) -> Page:
    """Search, roles, the phases of a patient's way, and the helsefellesskap."""
    roles = [r for r in site.corpus.registers.roller.entries.values() if r.frontline]
    phases = [f for f in site.corpus.registers.faser.entries.values() if f.patient_phrase]
    html = part(
        "forside",
        roles=[Target(r.name, href("", role_path(r.id))) for r in roles],
        phases=[Target(f.patient_phrase, href("", f"fase/{f.id}")) for f in sorted(phases, key=lambda f: f.order)],
        groups=[
            Target(g.name, href("", f"gruppe/{g.id}")) for g in site.corpus.registers.pasientgrupper.entries.values()
        ],
        spaces=[
            (s, href("", s.id), len(_documents(site, s, "pasientnaer")), len(_documents(site, s, "overordnet")))
            for s in site.corpus.helsefellesskap.values()
        ],
        guides=[Target(t, href("", p)) for t, p in _first_guides(site)],
    )
    return Page(
        "",
        FRONT,
        "forside",
        (Block(html),),
        summary="Prosedyrer og avtaler mellom kommuner og sykehus, med frist, avsender og mottaker.",
    )


def _first_guides(site: Site) -> list[tuple[str, str]]:
    return [
        (g.title, guide_path(g.path))
        for g in site.corpus.guides
        if g.path.count("/") == 1 or g.path.endswith("/index.md")
    ]


def _documents(site: Site, space: Helsefellesskap, world: str) -> list[Document]:
    return [
        d
        for d in site.corpus.documents
        if d.reference.helsefellesskap == space.id and site.corpus.world_of(d) == world and d.status != "utgatt"
    ]


def space_page(site: Site, space: Helsefellesskap) -> Page:
    """A helsefellesskap: what you do now, what was agreed, and who decides."""
    language = space.language
    near, above = _documents(site, space, "pasientnaer"), _documents(site, space, "overordnet")
    blocks = [
        Block(part("helsefellesskap_topp", space=space, site=site, language=language, word=word)),
        Block(
            part("verden", intro=word("pasientnaer.hva", language), groups=_by_topic(site, space, near), open=False),
            Heading(word("pasientnaer.flertall", language), "prosedyrer"),
        ),
        Block(
            part("verden", intro=word("overordnet.hva", language), groups=_by_type(site, space, above), open=True),
            Heading(word("overordnet.flertall", language), "avtaler"),
        ),
        Block(
            part("organer", space=space, language=language, in_language=in_language),
            Heading("Samarbeidsorgan" if language == "nn" else "Samarbeidsorganer", "organer"),
        ),
    ]
    return Page(
        space.id,
        space.name,
        "helsefellesskap",
        tuple(blocks),
        summary=f"{word('pasientnaer.flertall', language)} ({len(near)}) og {word('overordnet.flertall', language).lower()} ({len(above)}).",
        language=language,
        crumbs=(Crumb(word("hjem", language), ""),),
        example=word("eksempel", language) if space.example else "",
        source=space.path,
    )


def _by_topic(site: Site, space: Helsefellesskap, documents: list[Document]) -> list[tuple[str, list[Target]]]:
    """Documents under their first topic, in the register's order."""
    topics = site.corpus.registers.tema.entries
    order = {id: i for i, id in enumerate(topics)}
    keyed = sorted(documents, key=lambda d: (order.get(d.topics[0] if d.topics else "", 999), d.title))
    found = []
    for topic, group in groupby(keyed, key=lambda d: d.topics[0] if d.topics else ""):
        name = (
            in_language(topics[topic], "name", space.language)
            if topic in topics
            else ("Anna" if space.language == "nn" else "Annet")
        )
        found.append((name, targets(site, list(group), space.id, space.language)))
    return found


def _by_type(site: Site, space: Helsefellesskap, documents: list[Document]) -> list[tuple[str, list[Target]]]:
    types = site.corpus.registers.typer.entries
    found = []
    for kind in types.values():
        group = sorted((d for d in documents if d.type == kind.id), key=lambda d: (_number(d.number), d.title))
        if group:
            links = [Target(d.title, site.link_to(d.reference, space.id)) for d in group]
            found.append((in_language(kind, "plural", space.language), links))
    return found


def _number(text: str) -> tuple[int, str]:
    digits = "".join(c for c in text if c.isdigit())
    return (int(digits) if digits else 999, text)


def role_page(site: Site, role: Role) -> Page:
    """What one role must know: its deadlines, and the documents of each helsefellesskap."""
    here = role_path(role.id)
    blocks: list[Block] = []
    for space in site.corpus.helsefellesskap.values():
        documents = [d for d in _documents(site, space, "pasientnaer") if role.id in d.roles]
        deadlines = [
            (deadline, site.link_to(document.reference, here), deadline.clause)
            for (home, _), (document, deadline) in site.web.deadlines.items()
            if home == space.id and deadline.by == role.id
        ]
        if not documents:
            continue
        language = space.language
        html = part(
            "rolle",
            deadlines=deadlines,
            groups=_by_phase(site, documents, here, language),
            site=site,
            language=language,
            word=word,
        )
        blocks.append(Block(html, Heading(space.name, space.id)))
    return Page(
        here,
        role.name,
        "liste",
        tuple(blocks),
        summary=role.description,
        crumbs=(Crumb("Forsiden", ""),),
        label="Rolle",
    )


def _by_phase(site: Site, documents: list[Document], here: str, language: Language) -> list[tuple[str, list[Target]]]:
    found = []
    for phase in site.corpus.registers.faser.entries.values():
        group = [d for d in documents if d.phases and d.phases[0] == phase.id]
        if group:
            found.append((in_language(phase, "name", language), targets(site, group, here, language)))
    return found


def chosen_page(site: Site, path: str, title: str, register: str, entry: str) -> Page:
    """The patient-near documents of a phase or a patient group, in each helsefellesskap."""
    chosen = site.web.documents_naming(register, entry)
    blocks = []
    for space in site.corpus.helsefellesskap.values():
        documents = [d for d in _documents(site, space, "pasientnaer") if d in chosen]
        if documents:
            html = part("verden", intro="", groups=_by_topic_at(site, space, documents, path), open=True)
            blocks.append(Block(html, Heading(space.name, space.id)))
    return Page(path, title, "liste", tuple(blocks), crumbs=(Crumb("Forsiden", ""),))


def _by_topic_at(
    site: Site, space: Helsefellesskap, documents: list[Document], here: str
) -> list[tuple[str, list[Target]]]:
    topics = site.corpus.registers.tema.entries
    groups: dict[str, list[Document]] = {}
    for document in documents:
        groups.setdefault(document.topics[0] if document.topics else "", []).append(document)
    return [
        (in_language(topics[t], "name", space.language), targets(site, groups[t], here, space.language))
        for t in topics
        if t in groups
    ]


def search_page() -> Page:
    """The page that shows results; without JavaScript it points to the alphabetic index."""
    return Page("sok", "Søk", "sok", (Block(part("sok", index=href("sok", "a-aa"))),), crumbs=(Crumb("Forsiden", ""),))
