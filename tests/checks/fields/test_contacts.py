"""A phone number or an e-mail address stands in the contact lists only."""

import pytest

from tests.conftest import CONTACTS, PROCEDURE, Minimal


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


@pytest.mark.parametrize(("written", "meant"), [("post@by.no", ""), ("avik@by.no", "Mente du avvik@by.no? ")])
def test_the_address_of_another_office_of_the_same_place_was_not_meant(
    minimal: Minimal, written: str, meant: str
) -> None:
    minimal.replace(CONTACTS, "telefon: 00 00 00 01", "telefon: 00 00 00 01, epost: avvik@by.no")
    [found] = [d for d in minimal.saying(f"Skriv til {written}.").check() if d.code == "AV609"]
    assert found.hint.startswith(f"{meant}Skriv rollen i stedet")
