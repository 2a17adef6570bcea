"""An abbreviation is explained where it is used."""

import pytest

from tests.conftest import Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mål qSOFA.", ["AV613"]),
        ("Mål qSOFA (kort skår for blodforgiftning).", []),
    ],
)
def test_an_abbreviation_with_small_letters_is_explained(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes
