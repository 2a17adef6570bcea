"""An amount of money in the text is a rate of the register, with its year."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Det koster 2500,- per døgn.", ["AV607"]),
        ("Det koster 2 500,- per døgn.", ["AV607"]),
        ("Bestill 3,- eller 12,5.", []),
    ],
)
def test_an_amount_is_a_rate(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize(("year", "codes"), [("2024", []), ("2026", ["AV607"])])
def test_the_table_of_a_rate_goes_to_its_last_year(minimal: Minimal, year: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, satser="[dognpris]")
    assert minimal.saying(f"Prisen til og med {year} står i tabellen.").codes() == codes
