"""The handbook lists every id that editors choose among, with its name, and no id that is gone."""

import re
from collections.abc import Iterable

import pytest

from avtaleverk.corpus.model import Corpus, Reference
from avtaleverk.examine import Examined
from avtaleverk.pages.addresses import RESERVED, belongs_to_site, guide_path
from avtaleverk.pages.page import Page
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "redaktor" / "id-ene.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def real(content: Examined) -> Corpus:
    return content.corpus


def rows_under(heading: str) -> list[tuple[str, str]]:
    """The ids and names in the table below a heading."""
    section = PAGE.split(f"\n## {heading}\n", 1)[1].split("\n## ")[0]
    return re.findall(r"^\| `([\w-]+)` \| (.+) \|$", section, re.MULTILINE)


def table(rows: Iterable[tuple[str, str]]) -> str:
    """The table to paste into the handbook when the list has changed."""
    return "\n".join(f"| `{id}` | {name} |" for id, name in rows)


@pytest.mark.parametrize(
    ("heading", "register", "named"),
    [
        ("Faser", "faser", "{0.name}"),
        ("Tema", "tema", "{0.name}"),
        ("Pasientgrupper", "pasientgrupper", "{0.name}"),
        ("Roller", "roller", "{0.name}"),
        ("Meldinger", "meldinger", "{0.name}"),
        ("Lovkrav", "lovkrav", "{0.short} {0.title}"),
        ("Satser", "satser", "{0.name}"),
        ("Kilder", "kilder", "{0.title}"),
    ],
)
def test_every_entry_is_listed_with_what_it_is_known_by(real: Corpus, heading: str, register: str, named: str) -> None:
    entries = [
        (id, f"{named.format(entry)}{' (opphevet)' if getattr(entry, 'repealed', None) else ''}")
        for id, entry in getattr(real.registers, register).entries.items()
    ]
    assert rows_under(heading) == entries, table(entries)


def test_every_organ_is_listed_with_its_name(real: Corpus) -> None:
    for space in real.helsefellesskap.values():
        entries = [(organ.id, organ.name) for organ in space.organs.values()]
        assert rows_under(f"Organer i {space.short_name}") == entries, table(entries)


def test_every_name_that_a_page_of_the_site_has_is_refused_as_an_id(
    real: Corpus, content_pages: tuple[Page, ...]
) -> None:
    guides = {guide_path(guide.path).split("/")[0] for guide in real.guides}
    outer, below = set[str](), set[str]()
    for first, *rest in (page.path.split("/") for page in content_pages if page.kind not in ("forside", "flyttet")):
        if first not in real.helsefellesskap:
            outer.add(first)
        elif rest and real.document(Reference(first, rest[0])) is None:
            below.add(rest[0])
    assert outer - guides - RESERVED == set()
    assert {"organer", "rolle", "kjenner-du-avtalen"} <= below
    assert [name for name in below if not belongs_to_site(name)] == []
