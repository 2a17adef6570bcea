"""How many kommuner there are, and how often an organ meets, is what `helsefellesskap.yml` says."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Avtalen er inngått med hver av de 3 kommunene.", True),
        ("Avtalen er inngått med hver av de 1 kommunene.", False),
        ("Gruppen har to medlemmer fra kommunene, ett fra hver helseregion.", True),
        ("Gruppen har 1 medlem fra kommunene, ett fra hver helseregion.", False),
        ("Gruppen har to medlemmer fra hver helseregion.", False),
        ("Det er 8, én fra hver helseregion.", True),
        ("Det er 1, én fra hver helseregion.", False),
        ("Strategisk samarbeidsutvalg drøfter den. Det møtes to ganger i året.", True),
        ("Strategisk samarbeidsutvalg drøfter den. Det møtes fire ganger i året.", False),
        ("Strategisk samarbeidsutvalg drøfter den. Det møtes hver måned.", True),
        ("Strategisk samarbeidsutvalg drøfter den. Det møtes hvert kvartal.", False),
        ("Faglig samarbeidsutvalg forbereder. Strategisk samarbeidsutvalg møtes hver måned.", True),
        ("Nettverket møtes to ganger i året.", False),
        ("Avtalen er prøvd i de tre kommunene som ville.", False),
    ],
)
def test_a_number_is_that_of_the_register(minimal: Minimal, words: str, found: bool) -> None:
    minimal.replace(
        "helsefellesskap.yml", "oppgave: Planlegger sammen.", "oppgave: Planlegger., moter: Fire ganger i året"
    )
    minimal.replace("helsefellesskap.yml", "enheter:", "regioner: {a: {navn: A, kommuner: [k-0001]}}\nenheter:")
    minimal.replace(AGREEMENT, "Avtalen gjelder pasienter", f"{words} Avtalen gjelder pasienter")
    assert minimal.lines() == ([("AV636", 37)] if found else [])


@pytest.mark.parametrize(
    ("summary", "codes"),
    [("To steg fra varsel til svar.", []), ("Tre steg til svar.", ["AV636"]), ("Tre tiltak.", ["AV636"])],
)
def test_a_pathway_has_as_many_steps_as_its_summary_says(minimal: Minimal, summary: str, codes: list[str]) -> None:
    steps = '[{nr: "1", tittel: Varsel, dokumenter: [p-varsel]}, {nr: "2", tittel: Svar, dokumenter: [p-varsel]}]'
    minimal.with_(PROCEDURE, sammendrag=summary, steg=steps)
    assert [code for code in minimal.codes() if code == "AV636"] == codes
