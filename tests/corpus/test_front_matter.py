"""A file that starts with something else than its fields."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("start", "hint"),
    [
        ("\n---", "Slett den tomme linjen over «---»."),
        ("———", "Skriv tre bindestreker (---)"),
        ("id: p-ny", "Start filen"),
    ],
)
def test_a_file_that_starts_with_something_else(minimal: Minimal, start: str, hint: str) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = minimal.write(PROCEDURE, text.replace("---", start, 1)).check()
    assert (found.code, found.hint[: len(hint)]) == ("AV002", hint)
