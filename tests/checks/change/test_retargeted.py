"""A link with the same words and another target."""

from tests.checks.changes import after
from tests.conftest import PROCEDURE, Minimal


def test_another_address_of_a_link_is_no_other_version(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Se [varsel](p-varsel.md). Skriv grunnen")
    assert after(minimal, PROCEDURE, "(p-varsel.md)", "(../prosedyrer/p-varsel.md)") == []
    [found] = after(minimal, PROCEDURE, "(../prosedyrer/p-varsel.md)", "(../delavtaler/da05.md#3.1)")
    assert found.code == "AV425"
