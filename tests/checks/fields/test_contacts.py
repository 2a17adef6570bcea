"""A phone number or an e-mail address stands in the contact lists only."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("field", "value", "codes"),
    [
        ("sokeord", "[ring 22 33 44 55]", ["AV609"]),
        ("sokeord", "[skriv til ola@example.org]", ["AV609"]),
        ("sokeord", "['113', '116117', '2026']", []),
        ("sporsmal", "[{tekst: Hvem?, svar: Ring 22 33 44 55, galt: [Ingen]}]", ["AV609"]),
    ],
)
def test_a_number_in_a_field(minimal: Minimal, field: str, value: str, codes: list[str]) -> None:
    assert minimal.with_(PROCEDURE, **{field: value}).codes() == codes
