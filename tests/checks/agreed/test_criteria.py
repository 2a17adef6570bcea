"""Whether all points of a list must be met, or one, is as in the clause."""

import pytest

from avtaleverk.checks.change.revision import UNCHANGED
from tests.checks.followed import left_after_hints
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

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


@pytest.mark.parametrize(("told", "codes"), [("alle tegnene", ["AV635"]), ("ett av tegnene", []), ("alle navnene", [])])
def test_a_sentence_above_a_list_asks_for_as_many_as_the_list(minimal: Minimal, told: str, codes: list[str]) -> None:
    criteria = "## Kriterier\n\n**Minst ett** av disse er nok til å ringe:\n\n- feber\n- frost\n\n## Sjekkliste"
    minimal.replace(PROCEDURE, "## Sjekkliste", criteria)
    assert minimal.replace(PROCEDURE, "fått det.", f"fått det. Ring når du ser {told} under.").codes() == codes


@pytest.mark.parametrize(("who", "codes"), [("Den ene parten", ["AV635"]), ("Begge partene", [])])
def test_both_or_one_as_in_the_clause(minimal: Minimal, who: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer. Begge må samtykke.")
    assert minimal.saying(f"{who} må samtykke.").codes() == codes


def test_what_is_enough_to_refuse_is_no_condition(minimal: Minimal) -> None:
    clause = "Plassen passer ikke når legen ser minst ett av disse: ustabil pust; hodeskade med oppkast; eller uro."
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. {clause}")
    listed = "## Kriterier\n\n**Alle** punktene må være oppfylt:\n\n- rolig pasient\n- hodeskade med oppkast\n\n## Sjekkliste"
    minimal.replace(PROCEDURE, "## Sjekkliste", listed)
    assert [d.message.partition(" står")[0] for d in minimal.check()] == ["«hodeskade med oppkast»"]


FITS = "## Kriterier\n\n### {}\n\n**Alle** punktene må være oppfylt:\n\n- feber\n\n{}**Minst ett** av dette gjør at du velger noe annet:\n\n- frost\n\n## Sjekkliste"


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        ("Passer", "### Passer ikke\n\n", []),
        ("Passer ikke", "### Passer\n\n", ["AV606", "AV606"]),
        ("Passer", "", ["AV606"]),
        ("Passer", "#### Passer ikke\n\n", ["AV614"]),
    ],
)
def test_criteria_stand_under_their_heading(minimal: Minimal, first: str, second: str, codes: list[str]) -> None:
    found = minimal.replace(PROCEDURE, "## Sjekkliste", FITS.format(first, second)).check()
    assert [d.code for d in found] == codes
    assert left_after_hints(minimal, found, UNCHANGED) == []
