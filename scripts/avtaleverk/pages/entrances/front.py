"""The front page: search, what to do now, who you are, where the patient is, and what is new."""

from dataclasses import dataclass
from datetime import date

from avtaleverk.corpus.model import Guide, Helsefellesskap, Language
from avtaleverk.pages.addresses import guide_path, href, overview_path, role_path, situation_path
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.page import Block, Page
from avtaleverk.pages.page_links import PageLink
from avtaleverk.pages.templates import part
from avtaleverk.pages.words import collate, in_language

FRONT = "Rett rutine når pasienten flytter seg"
NEWS = 4
NYNORSK: Language = "nn"
FOR_LEADERS = "for-ledere"


@dataclass(frozen=True, slots=True)
class News:
    """A change that readers should know of."""

    day: date
    what: str
    title: str
    href: str
    space: str
    place: str
    language: Language


@dataclass(frozen=True, slots=True)
class Entrance:
    """A way in. `own` is the same entrance below a helsefellesskap of the reader's own, `nynorsk` its text there."""

    text: str
    href: str
    own: str
    nynorsk: str = ""


def entrances(edition: Edition, here: str, language: Language, below: str = "") -> dict[str, list[Entrance]]:
    """The ways in by role, by phase and by patient group, from the page `here` to pages under `below`."""
    registers = edition.corpus.registers
    phases = sorted((f for f in registers.faser.entries.values() if f.patient_phrase), key=lambda f: f.order)
    groups = registers.pasientgrupper.entries.values()

    def way(entry: object, name: str, own: str) -> Entrance:
        texts = [in_language(entry, name, wanted) for wanted in (language, NYNORSK)]
        return Entrance(texts[0], href(here, f"{below}/{own}".strip("/")), own, texts[1])

    return {
        "roles": [way(r, "name", role_path(r.id)) for r in edition.frontline],
        "phases": [way(f, "patient_phrase", situation_path("faser", f.id)) for f in phases],
        "groups": [way(g, "name", situation_path("pasientgrupper", g.id)) for g in groups],
    }


def front_page(edition: Edition) -> Page:
    """Search, the acute card, the patient's way, roles, groups, the helsefellesskap, and what is new."""
    html = part(
        "entrances/forside",
        edition=edition,
        **entrances(edition, "", "nb"),
        spaces=[
            (s, href("", s.id), len(edition.documents(s, "pasientnaer")), len(edition.documents(s, "overordnet")))
            for s in edition.corpus.helsefellesskap.values()
        ],
        places=[(s, places(edition, s)) for s in edition.corpus.helsefellesskap.values()],
        news=news(edition),
        all_news=[(s, href("", overview_path(s.id, "nytt"))) for s in edition.corpus.helsefellesskap.values()],
        leaders=next(
            (href("", guide_path(g.path)) for g in edition.corpus.guides if guide_path(g.path) == FOR_LEADERS), ""
        ),
        guides=[PageLink(g.title, href("", guide_path(g.path))) for g in edition.corpus.guides if _leads(g)],
    )
    summary = "Søk i prosedyrer og avtaler mellom kommuner og sykehus. Du får frist, avsender og mottaker."
    nynorsk = "Søk i prosedyrar og avtalar mellom kommunar og sjukehus. Du får frist, avsendar og mottakar."
    return Page("", FRONT, "forside", (Block(html),), summary, nynorsk=("", nynorsk))


def places(edition: Edition, space: Helsefellesskap) -> list[tuple[str, list[tuple[str, str]]]]:
    """Where one can work in a helsefellesskap: kommuner and units, each as id and name, by name."""
    kommuner = [(kommune, edition.corpus.party_name(kommune)) for kommune in space.kommuner]
    units = [(unit.id, unit.name) for unit in space.units.values()]
    return [("kommune", sorted(kommuner, key=lambda k: collate(k[1]))), ("enhet", units)]


def news(edition: Edition) -> list[News]:
    """The latest changes, newest first; each helsefellesskap has some among them."""
    found = []
    for space in edition.corpus.helsefellesskap.values():
        changed = [
            News(c.since, c.what, d.title, edition.link_to(d.reference, ""), space.id, space.short_name, d.language)
            for world in ("pasientnaer", "overordnet")
            for d in edition.documents(space, world)
            for c in d.changes[:1]
            if c.since <= edition.today
        ]
        found += sorted(changed, key=lambda n: (-n.day.toordinal(), collate(n.title)))[:NEWS]
    return sorted(found, key=lambda n: (-n.day.toordinal(), collate(n.title)))


def _leads(guide: Guide) -> bool:
    """Whether the front page points to the guidance: the single pages, and the first page of each handbook."""
    return guide.path.count("/") == 1 or guide.path.endswith("/index.md")
