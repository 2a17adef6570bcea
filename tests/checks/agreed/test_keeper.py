"""A clause gives a deadline to the side that its field names."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("varsler tildelingskontoret innen", "skal varsle tildelingskontoret innen", []),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Sengeposten skal varsle tildelingskontoret", []),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Kommunen skal varsle sengeposten", [("AV638", 43)]),
        (
            "Sykepleier på sengepost varsler tildelingskontoret",
            "Er det mulig, skal tildelingskontoret varsle",
            [("AV638", 43)],
        ),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Kommunen og helseforetaket skal varsle", []),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Kommunen skal lese varselet", []),
    ],
)
def test_a_clause_gives_a_deadline_to_the_side_of_the_field(
    minimal: Minimal, old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert minimal.replace(AGREEMENT, old, new).lines(but="AV409") == expected


STEP = "1. **Sykepleier på sengepost:** Send varselet innen 24 timer."


def test_a_field_with_the_wrong_side_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, STEP.replace("Send varselet", "Varsle"))
    minimal.replace(AGREEMENT, "Sykepleier på sengepost varsler", "Sengeposten skal varsle")
    minimal.replace(AGREEMENT, "hvem: sykepleier-sengepost", "hvem: tildelingskontor")
    assert minimal.lines(but="AV409") == [("AV638", 28)]
