"""A document is in the file that links lead to."""

from tests.conftest import PROCEDURE, Minimal


def test_links_to_a_file_that_got_another_name_are_told_at_the_file(minimal: Minimal) -> None:
    minimal.saying("Se [varsel](p-varsel.md).")
    path = minimal.path(PROCEDURE)
    path.rename(path.with_name("p-melding.md"))
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [("AV016", "p-melding.md")]
