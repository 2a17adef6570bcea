"""A value that is none of its kind is told what it was meant to be."""

import pytest

from tests.conftest import PROCEDURE, Minimal


def test_a_list_where_an_id_belongs(minimal: Minimal) -> None:
    found = minimal.with_(PROCEDURE, id="[p-varsel, p-ny]").check()
    assert "Feltet «id» er en liste, men skal være én id." in [d.message for d in found]


def test_no_message_repeats_six_thousand_digits(minimal: Minimal) -> None:
    found = minimal.with_(PROCEDURE, versjon="1" * 6000).check()
    assert all(len(d.message) < 400 for d in found)


def test_a_number_only_is_no_id(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, id="123").check()
    assert (finding.code, finding.hint[:10]) == ("AV105", "Bruk bare ")


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2026-02-31", "Datoen finnes ikke: februar 2026 har 28 dager."),
        ("2026-13-01", "Måneden står i midten"),
        ("1. april 2026", "Skriv datoen slik: 2026-04-01"),
        ("01.04.2026", "Skriv datoen slik: 2026-04-01"),
        ("31. juni 2026", "Skriv datoen slik: 2026-02-01"),
        ("våren 2026", "Skriv datoen slik: 2026-02-01"),
    ],
)
def test_a_day_that_is_none_is_told_what_it_was_meant_to_be(minimal: Minimal, written: str, hint: str) -> None:
    finding = minimal.with_(PROCEDURE, gyldig_fra=written).only()
    assert (finding.code, finding.hint[: len(hint)]) == ("AV103", hint)
