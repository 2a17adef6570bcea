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


@pytest.mark.parametrize(
    ("nb", "nn", "hint"),
    [
        ("Det gjelder i ett år.", "Det gjeld i to år.", "Skriv «ett» på nynorsk i stedet for «to»."),
        ("Ikke vent i 3 år.", "Ikkje vent i 2 år.", "Skriv «3» i stedet for «2»."),
        ("Ikke vent.", "Vent.", "Her mangler «ikkje»."),
        ("Vent.", "Ikkje vent.", "Skriv setningen slik bokmålet sier den, uten «ikkje»."),
    ],
)
def test_what_is_to_be_written_is_as_it_is_written(minimal: Minimal, nb: str, nn: str, hint: str) -> None:
    words = minimal.path("agreements/register/ordliste.yml").read_text(encoding="utf-8")
    entry = f"ventetid: {{nb: [ventetid], nn: [ventetid], forklaring: {nb}, forklaring_nn: {nn}}}"
    minimal.write("agreements/register/ordliste.yml", f"{words}\n{entry}\n")
    assert [d.hint.partition(" Hvis")[0] for d in minimal.check() if d.code == "AV122"] == [hint]
