"""What holds for all pages: examples are marked, nothing an editor writes becomes markup, and nynorsk is nynorsk."""

import pytest

from avtaleverk.pages.phrases import PHRASES
from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal, block


def test_examples_are_marked_on_every_page(minimal: Minimal) -> None:
    pages = minimal.pages()
    assert {pages[p].example for p in ("prove", "prove/os", "prove/da05", "prove/p-varsel")} == {
        "Eksempelinnhold. Dette er ikke avtaler som gjelder."
    }


def test_a_helsefellesskap_keeps_the_two_worlds_apart(minimal: Minimal) -> None:
    page = minimal.pages()["prove"]
    near, above = block(page, "prosedyrer"), block(page, "avtaler")
    assert "p-varsel" in near and "da05" not in near
    assert "da05" in above and "p-varsel" not in above


@pytest.mark.parametrize("field", ["tittel", "sammendrag", "fagansvarlig", "sokeord", "versjon"])
def test_front_matter_never_becomes_markup(minimal: Minimal, field: str) -> None:
    attack = "<img src=x>"
    minimal.with_(PROCEDURE, **{field: f'["{attack}"]' if field == "sokeord" else f'"{attack}"'})
    for page in minimal.pages().values():
        assert attack not in html(page)


def test_body_markup_is_shown_as_text(minimal: Minimal) -> None:
    minimal.replace(
        PROCEDURE, "Pasienten er innlagt", "<script>alert(1)</script> [x](javascript:alert(1)) Pasienten er innlagt"
    )
    page = html(minimal.pages()["prove/p-varsel"])
    assert "<script>" not in page and "&lt;script&gt;" in page
    assert 'href="javascript' not in page


def test_nynorsk_content_has_a_nynorsk_page(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, sprak="nn")
    page = minimal.pages()["prove/p-varsel"]
    assert page.language == "nn"
    assert "Dette byggjer på" in [h.text for h in page.headings]


def test_every_word_of_the_interface_is_in_both_languages() -> None:
    assert [key for key, (nb, nn) in PHRASES.items() if not (nb and nn)] == []


def test_the_same_corpus_gives_the_same_pages(minimal: Minimal) -> None:
    assert minimal.pages() == minimal.pages()


def test_no_link_has_an_empty_label(minimal: Minimal) -> None:
    assert [page.path for page in minimal.pages().values() if "<small></small>" in html(page)] == []
