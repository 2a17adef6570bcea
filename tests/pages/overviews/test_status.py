"""What the entrance to the overviews answers before one opens any of them."""

import re
from html import unescape

import pytest

from avtaleverk.cli import main
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def said(minimal: Minimal) -> dict[str, tuple[str, bool]]:
    """What each overview answers, and whether it is marked as something to be done."""
    page = minimal.html("prove/oversikt")
    rows = re.findall(r'<dt><a href="([^"/]+)/">.*?</a></dt><dd( class="forfalt")?>(.*?)</dd>', page)
    return {name: (unescape(text), bool(mark)) for name, mark, text in rows}


def test_each_question_of_a_leader_is_answered(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, endringer='[{versjon: "1.0", dato: 2026-11-01, hva: Nytt nummer.}]')
    minimal.with_(AGREEMENT, endringer='[{versjon: "1.0", dato: 2026-11-01, hva: Ny avtale.}]')
    assert said(minimal) == {
        "krav": ("Alle 1 punktene har avtale. Alle 1 kommunene er bundet av disse avtalene.", False),
        "versjoner": ("Alle 2 parter har signert alle 2 avtalene.", False),
        "innsending": ("Alle 2 avtaler er sendt inn.", False),
        "kalender": (
            "Ingenting er forfalt. Neste: evaluering innen 1. januar 2027, Overordnet samarbeidsavtale.",
            False,
        ),
        "vurderes": ("Ingen dokumenter må vurderes nå.", False),
        "nytt": ("Sist endret 1. november 2026: Delavtale 5: Utskrivning, og 1 til.", False),
    }


ONE_SIGNED = '[{part: hf-prove, dato: 2025-12-10, versjon: "1.0"}]'


@pytest.mark.parametrize(
    ("overview", "file", "fields", "told"),
    [
        ("krav", AGREEMENT, {"lovkrav": "[]"}, "0 av 1 punkter har avtale. Mangler: nr. 5."),
        ("krav", AGREEMENT, {"signert": ONE_SIGNED}, "0 av 1 kommuner er bundet av alle disse avtalene."),
        ("versjoner", AGREEMENT, {"signert": ONE_SIGNED}, "1 underskrifter mangler."),
        ("innsending", AGREEMENT, {"innsendt_helsedirektoratet": None}, "1 av 2 avtaler er ikke sendt inn."),
        ("innsending", AGREEMENT, {"innsendt_helsedirektoratet": "2025-12-10"}, "1 av 2 avtaler er ikke sendt inn."),
        (
            "kalender",
            PROCEDURE,
            {"gjennomgang": "[{dato: 2025-06-11, av: FSU, konklusjon: Ja.}]"},
            "Forfalt: 1. Neste: ",
        ),
    ],
)
def test_what_is_to_be_done_is_marked(
    minimal: Minimal, overview: str, file: str, fields: dict[str, str | None], told: str
) -> None:
    minimal.with_(file, **fields)
    text, is_marked = said(minimal)[overview]
    assert told in text and is_marked


def test_documents_to_be_reviewed_again_are_counted(minimal: Minimal) -> None:
    assert main(["--root", str(minimal.root), "review"]) == 0
    minimal.replace(AGREEMENT, "på sengepost varsler", "på vakt varsler")
    assert said(minimal)["vurderes"] == ("Dokumenter som må vurderes: 1.", True)


def test_a_change_that_has_not_begun_is_not_the_last(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, endringer='[{versjon: "1.0", dato: 2026-12-01, hva: Nytt nummer.}]')
    assert "nytt" not in said(minimal)
