"""Links from a page of one helsefellesskap to its counterpart in another."""

import shutil

import pytest

from avtaleverk.pages.page import Page
from tests.conftest import PROCEDURE, Minimal


def counterparts(page: Page) -> list[tuple[str, str]]:
    """The links that the page has for readers of the other helsefellesskap."""
    return [(one.title, f"{one.path}/#{one.anchor}".rstrip("#")) for one in page.counterparts]


@pytest.fixture
def two(minimal: Minimal) -> Minimal:
    """A second helsefellesskap, «nabo», that is a copy of the first."""
    shutil.copytree(minimal.path("."), minimal.path("../nabo"))
    return minimal


def test_a_page_that_all_have_leads_to_the_same_there(two: Minimal) -> None:
    pages = two.pages()
    assert counterparts(pages["prove/p-varsel"]) == [("Varsle kommunen innen 24 timer", "nabo/p-varsel/")]
    assert counterparts(pages["nabo/oversikt/krav"]) == [("Loven og avtalene", "prove/oversikt/krav/")]
    assert counterparts(pages["prove"]) == [("Helsefellesskapet Prøve", "nabo/")]
    assert counterparts(pages["frister"]) == []


def test_an_organ_lists_what_is_decided_in_its_own_helsefellesskap(two: Minimal) -> None:
    organs = two.html("prove/organer")
    assert 'href="../p-varsel/"' in organs
    assert "nabo/" not in organs


def test_the_law_is_met_by_what_is_agreed_in_its_own_helsefellesskap(two: Minimal) -> None:
    assert 'href="../../da05/"' in two.html("prove/oversikt/krav") and "nabo" not in two.html("prove/oversikt/krav")


def test_a_procedure_is_paired_with_the_one_that_is_about_the_same(two: Minimal) -> None:
    other = two.path("../nabo/prosedyrer/p-varsel.md")
    other.write_text(other.read_text(encoding="utf-8").replace("id: p-varsel", "id: p-varsle"), encoding="utf-8")
    pages = two.pages()
    assert counterparts(pages["prove/p-varsel"]) == [("Varsle kommunen innen 24 timer", "nabo/p-varsle/")]
    assert counterparts(pages["nabo/p-varsle"]) == [("Varsle kommunen innen 24 timer", "prove/p-varsel/")]


@pytest.mark.parametrize(
    ("topic", "way"),
    [
        ("utskrivning", ("Pasientnære prosedyrer", "nabo/#prosedyrer")),
        ("akutt", ("Akutt nå", "akutt/#nabo")),
    ],
)
def test_what_the_other_has_not_leads_to_where_to_look(two: Minimal, topic: str, way: tuple[str, str]) -> None:
    two.with_(PROCEDURE, tema=f"[{topic}]")
    two.path("../nabo/prosedyrer/p-varsel.md").unlink()
    assert counterparts(two.pages()["prove/p-varsel"]) == [way]
