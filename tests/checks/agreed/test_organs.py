"""An organ is the one that the agreement gives the matter to."""

import pytest

from tests.conftest import PROCEDURE, Minimal

CLAUSE = "FSU behandler saken innen 4 uker. Blir FSU ikke enig, behandler SSU den innen 6 uker."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Legg saken fram for AU innen 4 uker.", ["AV213"]),
        ("Legg saken fram for FSU innen 4 uker.", []),
        ("Legg saken fram for FSU innen 4 uker, og AU får en kopi.", []),
        ("Legg saken fram for SSU innen 4 uker.", []),
        ("AU har møte hver måned.", []),
    ],
)
def test_the_organ_with_the_time_is_that_of_the_clause(minimal: Minimal, text: str, codes: list[str]) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "Skriv grunnen", f"{text} Skriv grunnen")
    assert [d.code for d in minimal.check() if d.code == "AV213"] == codes


@pytest.mark.parametrize(
    ("reviewer", "codes"),
    [
        ("FSU akutt", ["AV213"]),
        ("Faglig samarbeidsutvalg", []),
        ("SSU", []),
        ("FSU akutt og vaktlegene", []),
    ],
)
def test_a_decision_is_entered_on_the_organ_that_reviews_it(minimal: Minimal, reviewer: str, codes: list[str]) -> None:
    other = "fsu-akutt: {navn: Faglig samarbeidsutvalg akutt, niva: faglig, oppgave: Akutt., kalles: [FSU akutt]}"
    minimal.replace("helsefellesskap.yml", "  kommunestyre:", f"  {other}\n  kommunestyre:")
    minimal.replace(PROCEDURE, "av: FSU,", f"av: {reviewer},")
    assert minimal.codes() == codes
