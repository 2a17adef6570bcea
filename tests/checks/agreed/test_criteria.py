"""Whether all points of a list must be met, or one, is as in the clause."""

import pytest

from tests.conftest import PROCEDURE, Minimal

LIST = "\n\n- Pasienten har feber og frost.\n- Legen har undersøkt pasienten.\n- Pasienten bor alene.\n"


@pytest.mark.parametrize(("words", "found"), [("**Minst ett** av disse:", True), ("**Alle** disse:", False)])
def test_a_list_of_criteria_asks_for_as_many_as_the_clause(minimal: Minimal, words: str, found: bool) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer når alle disse er oppfylt:{LIST}")
    minimal.replace(PROCEDURE, "## Sjekkliste", f"## Kriterier\n\n{words}{LIST}\n## Sjekkliste")
    assert minimal.codes() == (["AV635"] if found else [])


@pytest.mark.parametrize(("words", "found"), [("**Minst ett** av disse:", True), ("**Alle** disse:", False)])
def test_a_sentence_of_the_clause_lists_criteria_too(minimal: Minimal, words: str, found: bool) -> None:
    listed = "når alle disse vilkårene er oppfylt: pasienten har feber og frost, legen har undersøkt pasienten og det er natt, og pasienten bor alene"
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer {listed}.")
    minimal.replace(PROCEDURE, "## Sjekkliste", f"## Kriterier\n\n{words}{LIST}\n## Sjekkliste")
    assert minimal.codes() == (["AV635"] if found else [])


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("**Alle** punktene gjør at pasienten ikke skal dit:", ["AV606"]),
        ("**Minst ett** av dette gjør at pasienten ikke skal dit:", []),
        ("Ring legen nå. **Alle** punktene må være oppfylt:", ["AV606"]),
        ("Meld fra nå. **Minst ett** av punktene er nok:", []),
        ("**Alle** punktene må være oppfylt:", []),
    ],
)
def test_one_reason_is_enough_to_refuse(minimal: Minimal, words: str, codes: list[str]) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste", f"## Kriterier\n\n{words}\n\n- feber\n- frost\n\n## Sjekkliste")
    assert minimal.codes() == codes
