"""Opening hours in a text are those of the contact list."""

import pytest

from tests.conftest import Minimal


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Ring tildelingskontoret. Det svarer hele døgnet.", []),  # «det» may be the number
        ("Ring tildelingskontoret, som alltid svarer hele døgnet.", ["AV642"]),
        ("Ring tildelingskontoret nå. Den svarer hele døgnet.", ["AV642"]),
        ("Ring et nummer som svarer hele døgnet, og varsle tildelingskontoret.", []),
        ("Tildelingskontoret svarer hverdager 8–15.", []),
        ("Tildelingskontoret svarer hverdager kl. 8–16.", ["AV642"]),
    ],
)
def test_a_text_says_the_hours_of_the_list(three: Minimal, words: str, codes: list[str]) -> None:
    assert [d.code for d in three.saying(words).check()] == codes


def test_the_role_is_named_as_the_text_has_it(three: Minimal) -> None:
    finding = three.saying("Ring Tildelingskontoret, som alltid svarer hele døgnet.").only()
    assert finding.message.startswith(
        "Her står det at «Tildelingskontoret» svarer «hele døgnet», men kontakter.yml sier «H"
    )
    assert finding.hint.startswith("Skriv «hverdager ")
