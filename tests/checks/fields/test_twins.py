"""A register says the same in nynorsk and bokmål."""

import pytest

from tests.conftest import Minimal


@pytest.mark.parametrize(
    ("text", "codes"), [("Senger i kommunen for øyeblikkelig hjelp.", ["AV122"]), ("En liste.", [])]
)
def test_each_word_has_an_explanation_of_its_own(minimal: Minimal, text: str, codes: list[str]) -> None:
    words = minimal.path("agreements/register/ordliste.yml").read_text(encoding="utf-8")
    minimal.write("agreements/register/ordliste.yml", f"{words}\nliste: {{nb: [sjekkliste], forklaring: {text}}}\n")
    assert minimal.codes() == codes
