"""The names of files."""

from tests.conftest import PROCEDURE, Minimal


def test_a_letter_put_together_in_the_name_of_a_file(minimal: Minimal) -> None:
    minimal.write("prosedyrer/p-va\u030arsel.md", minimal.path(PROCEDURE).read_bytes())
    minimal.path(PROCEDURE).unlink()
    assert minimal.codes() == ["AV011"]
