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


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Strategisk samarbeidsutvalg | 7, én fra hver region | 7 direktører og 2 andre | 1 | 2 | –", ""),
        ("SSU | 7 | Direktører | 1 fast | Etter behov | 3", ""),
        ("SSU | 7 | 9 | 2 | 2 | –", "Her står «2» for Fastleger, men helsefellesskap.yml har 1 i SSU."),
        ("SSU | 7 | 2 og 7 | 1 | – | –", "Her står «–» for Brukere, men helsefellesskap.yml har 2 i SSU."),
        (
            "SSU | 8, én fra hver region | 9 | 1 | 2 | –",
            "Her står «8» for Kommunen, men helsefellesskap.yml har 7 i SSU.",
        ),
        ("FSU | 5 | 4 | 1 | 2 | –", "Her står «4» for Helseforetaket, men helsefellesskap.yml har 5 i FSU."),
        ("Fagrådet | 1 | 1 | 9 | 9 | 9", ""),
    ],
)
def test_a_table_of_organs_has_the_members_of_the_register(minimal: Minimal, row: str, told: str) -> None:
    space = minimal.path("helsefellesskap.yml")
    kommune, trust = '{hvem: "Kommunalsjefer", antall: "%s"}', '{hvem: I helseforetaket, antall: "%s"}'
    others = '{hvem: Fastlege, antall: "1"}, {hvem: Brukerrepresentant, antall: "2"}'
    for name, seats in (
        ("Strategisk", [kommune % 7, '{hvem: Direktører i helseforetaket, antall: "7"}', trust % 2, others]),
        ("Faglig", [kommune % 5, trust % 5, others]),
    ):
        called = f"niva: {name.lower()}, kalles: [{name[0]}SU], representanter: [{', '.join(seats)}]"
        space.write_text(space.read_text().replace(f"niva: {name.lower()}", called))
    head = "| Organ | Kommunen | Helseforetaket | Fastleger | Brukere | Ansatte |"
    table = f"{head}\n{'|---' * 6}|\n| {row} |\n\nAvtalen gjelder pasienter"
    minimal.replace(AGREEMENT, "Avtalen gjelder pasienter", table)
    assert [d.message for d in minimal.examine().found if d.code == "AV636"] == ([told] if told else [])
