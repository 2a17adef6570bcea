"""The amounts of a rate, year by year."""

import pytest

from tests.conftest import PROCEDURE, Minimal


def test_a_page_is_told_that_the_register_has_a_later_year(minimal: Minimal) -> None:
    minimal.replace("agreements/register/satser.yml", '"2024": "5745"', '"2024": "5745", "2025": "5900"')
    [found] = minimal.saying("Prisen til og med 2024 står i tabellen.").check()
    assert (found.code, found.hint, found.at.path.endswith(PROCEDURE)) == ("AV121", "Skriv 2025.", True)


@pytest.mark.parametrize(("year", "codes"), [("2025", []), ("2024", ["AV121"])])
def test_an_amount_that_is_there_is_not_said_to_be_missing(minimal: Minimal, year: str, codes: list[str]) -> None:
    minimal.replace("agreements/register/satser.yml", "ar: {", f"mangler: Prisen for {year} står ikke her., ar: {{")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("amounts", "year"),
    [
        ('"2022": "5306", "2023": "5805", "2024": "5745"', "2024"),
        ('"2023": "5508", "2024": "57450"', "2024"),
        ('"2022": "530", "2023": "5508", "2024": "5745"', "2023"),
        ('"2020": "5036", "2024": "5745"', ""),
    ],
)
def test_a_rate_does_not_leap(minimal: Minimal, amounts: str, year: str) -> None:
    minimal.replace("agreements/register/satser.yml", '"2024": "5745"', amounts)
    assert [(d.code, f"i {year}, men" in d.message) for d in minimal.check()] == [("AV121", True)] * bool(year)
