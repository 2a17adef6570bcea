"""Letters that cannot be seen, or that are put together of two."""

from tests.conftest import PROCEDURE, Minimal


def test_invisible_characters_on_one_line_are_one_finding(minimal: Minimal) -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "Godkjent")
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Skriv{hidden} grunnen")
    [finding] = minimal.check()
    assert (finding.code, "8 tegn" in finding.message) == ("AV704", True)


def test_a_heading_with_letters_put_together_is_the_same_heading(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "## Når gjelder dette?", "## Na\u030ar gjelder dette?").codes() == ["AV705"]
