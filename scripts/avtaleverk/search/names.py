"""Display names for the search: helsefellesskap, filter values in both languages, and the entrances."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from avtaleverk.corpus.model import Corpus
from avtaleverk.pages.addresses import kommune_path, overview_path, role_path
from avtaleverk.pages.page import Page
from avtaleverk.pages.words import word

SUGGEST = "foresla-endring"
SECRETARIAT = "sekretariat"  # the contact role to ask when a search finds nothing


@dataclass(frozen=True, slots=True)
class Names:
    """`spaces` maps ids of helsefellesskap to names; `values` maps filter and value to [bokmål, nynorsk]; `kommuner` maps
    names to helsefellesskap; `places` maps helsefellesskap and kommune name to the kommune's page; `entrances` are the
    pages offered when a search finds nothing, with their names; `nynorsk` are the helsefellesskap that write it."""

    spaces: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, list[str]]] = field(default_factory=dict)
    kommuner: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    entrances: Mapping[str, list[object]] = field(default_factory=dict)
    nynorsk: tuple[str, ...] = ()


NO_NAMES = Names()


def names(corpus: Corpus, pages: tuple[Page, ...]) -> Names:
    """The names of this corpus."""
    registers, spaces, parties = corpus.registers, corpus.helsefellesskap, corpus.registers.parter
    paths = {page.path for page in pages}
    roles = [[role_path(r.id), r.name] for r in registers.roller.entries.values() if role_path(r.id) in paths]
    phases = [[f"fase/{f.id}", f.name] for f in registers.faser.entries.values() if f"fase/{f.id}" in paths]
    return Names(
        spaces={space.id: space.short_name for space in spaces.values()},
        values=_values(corpus),
        kommuner={kommune.name: space.id for space in spaces.values() for kommune in parties.having(space.kommuner)},
        places={
            space.id: {kommune.name: kommune_path(space.id, kommune.id) for kommune in parties.having(space.kommuner)}
            for space in spaces.values()
        },
        entrances={
            "rolle": [*roles],
            "fase": [*phases],
            "sekretariat": [
                [f"{overview_path(space.id, 'kontakter')}#{SECRETARIAT}", space.short_name, space.id]
                for space in spaces.values()
                if SECRETARIAT in space.contacts
            ],
            "forslag": [SUGGEST] if SUGGEST in paths else [],
        },
        nynorsk=tuple(space.id for space in spaces.values() if space.language == "nn"),
    )


def _values(corpus: Corpus) -> dict[str, dict[str, list[str]]]:
    """What each filter can be set to: by filter and value, [bokmål, nynorsk]."""
    values = {
        name: {entry.id: [entry.name, entry.name_nn or entry.name] for entry in entries.values()}
        for name, entries in (
            ("type", corpus.registers.typer.entries),
            ("rolle", corpus.registers.roller.entries),
            ("fase", corpus.registers.faser.entries),
            ("gruppe", corpus.registers.pasientgrupper.entries),
        )
    }
    values["verden"] = {
        world: [word(f"{world}.flertall", "nb"), word(f"{world}.flertall", "nn")]
        for world in ("pasientnaer", "overordnet")
    }
    values["omrade"] = {space.id: [space.short_name, space.short_name] for space in corpus.helsefellesskap.values()}
    return values
