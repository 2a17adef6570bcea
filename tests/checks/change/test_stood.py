"""The hint of a finding on a line that was rewritten begins with what stood there."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.checks.changes import change_of
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def told_to(minimal: Minimal, change: Change) -> dict[str, str]:
    """The hint of each finding, by code."""
    return {d.code: d.hint for d in minimal.examine(change=change).found}


def test_a_hint_begins_with_what_stood_there(minimal: Minimal) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, "gyldig_fra: 2026-01-01", "gyldig_fra: 2026-02-30")
    assert told_to(minimal, change)["AV103"].startswith("Før sto det «gyldig_fra: 2026-01-01». Sett det tilbake.")


def test_an_end_that_cannot_be_read_is_not_also_a_new_one(minimal: Minimal) -> None:
    minimal.with_(AGREEMENT, gyldig_til="2029-12-31")
    minimal.replace(AGREEMENT, "Partene går gjennom", "Avtalen gjelder til 31. desember 2029. Partene går gjennom")
    change = change_of(minimal, AGREEMENT)
    minimal.with_(AGREEMENT, gyldig_til="2029-12-32")
    assert list(told_to(minimal, change)) == ["AV103"]


def test_a_field_that_was_there_is_given_with_its_value(minimal: Minimal) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.with_(AGREEMENT, gyldig_fra=None)
    assert told_to(minimal, change)["AV101"].startswith("Før sto det «gyldig_fra: 2026-01-01». Sett det tilbake.")


def test_the_address_of_a_link_is_given(minimal: Minimal) -> None:
    change = change_of(minimal.saying("Se [avtalen](../delavtaler/da05.md#3.1)."), PROCEDURE)
    minimal.replace(PROCEDURE, "da05.md#3.1)", "da05.md#3.11)")
    assert told_to(minimal, change)["AV402"].startswith("Før sto det «../delavtaler/da05.md#3.1». Sett det tilbake.")


def test_what_the_hint_gives_is_not_given_twice(minimal: Minimal) -> None:
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer", "Send varselet innen 48 timer")
    assert told_to(minimal, change)["AV207"].count("24 timer") == 1


@pytest.mark.parametrize("secret", ["13097248022", "Passord: Vinter2024"])
def test_what_must_not_be_repeated_is_not_told(minimal: Minimal, secret: str) -> None:
    minimal.replace(PROCEDURE, "Bekreft at du har", f"{secret}: Bekreft at du har")
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, f"{secret}: Bekreft at du har", "Ring 12 34 56 78 når du har")
    found = minimal.examine(change=change).found
    assert "AV609" in {d.code for d in found}
    assert not any(secret.split()[-1] in d.message + d.hint for d in found)


def test_what_stood_elsewhere_is_told_when_that_is_what_was_changed(minimal: Minimal) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, "24 timer", "12 timer")
    hint = told_to(minimal, change)["AV207"]
    assert hint == (
        "da05.md, linje 28, er endret. Før sto det «innen: 24 timer». Sett det tilbake der. "
        "Skal det være noe nytt? Skriv «12 timer»."
    )


def test_where_only_the_wording_is_wrong_the_mend_comes_first(minimal: Minimal) -> None:
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, "Skriv grunnen i journalen.", "Skriv grunnen i QXZ.")
    hint = told_to(minimal, change)["AV613"]
    assert hint.startswith("Skriv ordene") and hint.endswith(" Før sto det «Skriv grunnen i journalen.»")
