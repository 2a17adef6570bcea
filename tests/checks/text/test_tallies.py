"""As many are listed as the text says."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Skriv tre ting: grunnen, tiden og navnet.", False),
        ("Skriv to ting: grunnen, tiden og navnet.", True),
        ("Skriv minst to ting: grunnen, tiden og navnet.", False),
        ("Skriv to ting: helse- og bosted, tiden og navnet (fornavn, etternavn).", True),
        ("Skriv to ting: grunnen og tiden, stedet og navnet.", False),  # nobody can tell
        ("Skriv innen to timer: grunnen, tiden og navnet.", False),
        ("Skriv tre ting:\n\n- grunnen\n- tiden", True),
        ("Skriv to ting:\n\n- grunnen\n  - kort\n- tiden", False),
        ("De to tiltakene for trygg hjemreise er: plan, samtale og liste.", True),
        ("De to kan hjelpe hverandre med tre ting: plan, samtale og liste.", False),
        ("Skriv to av dem:\n\n- grunnen\n- tiden\n- navnet", False),
    ],
)
def test_as_many_are_listed_as_the_text_says(minimal: Minimal, words: str, found: bool) -> None:
    assert [code for code in minimal.saying(words).codes() if code != "AV608"] == (["AV641"] if found else [])


@pytest.mark.parametrize(
    ("summary", "codes"), [("To vilkår gir varsel.", []), ("Sju vilkår gir varsel.", ["AV641"]), ("Sju dager.", [])]
)
def test_what_a_summary_counts_is_on_the_page(minimal: Minimal, summary: str, codes: list[str]) -> None:
    minimal.saying("\n\n- Sju er ukjent.\n- Pasienten er hjemme.".replace("Sju", "Sjuende dag")).with_(
        PROCEDURE, sammendrag=summary
    )
    assert [code for code in minimal.codes() if code == "AV641"] == codes


def test_those_with_a_part_under_ansvar_are_not_what_a_summary_counts(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "sender varselet.\n", "sender varselet.\n- **Begge** følger opp.\n")
    assert minimal.with_(PROCEDURE, sammendrag="Tre tiltak gir varsel.").only("AV641")


@pytest.mark.parametrize(
    ("words", "codes"),
    [("to tiltak i to deler", []), ("tre tiltak", ["AV641"]), ("steg 1 og 2", []), ("nok i steg 1, 2 og 4", ["AV641"])],
)
def test_what_the_text_counts_of_a_pathway_it_has(minimal: Minimal, words: str, codes: list[str]) -> None:
    steps = '[{nr: "1", tittel: Varsel, dokumenter: [p-varsel]}, {nr: "2", tittel: Svar gitt, dokumenter: [p-varsel]}]'
    minimal.saying(f"Forløpet har {words}.").with_(PROCEDURE, steg=steps)
    assert [code for code in minimal.codes() if code == "AV641"] == codes


@pytest.mark.parametrize(
    ("heading", "row", "codes"),
    [
        ("Først (steg 1–2)", "2 Svar", []),
        ("Først (steg 1–3)", "2 Svar", ["AV641"]),
        ("Først (steg 1–2)", "2 Nei", ["AV641"]),
    ],
)
def test_the_table_of_a_pathway_has_its_steps(minimal: Minimal, heading: str, row: str, codes: list[str]) -> None:
    steps = '[{nr: "1", tittel: Varsel, dokumenter: [p-varsel]}, {nr: "2", tittel: Svar gitt, dokumenter: [p-varsel]}]'
    minimal.saying(f"\n\n### {heading}\n\n| Steg | Når |\n|---|---|\n| 1 Varsel | 3 dager |\n| {row} | 1 dag etter |")
    minimal.with_(PROCEDURE, steg=steps)
    assert [code for code in minimal.codes() if code == "AV641"] == codes
