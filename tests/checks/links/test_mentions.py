"""Agreements and laws that a text mentions."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, TOP, Minimal

LAWS = "agreements/register/lovkrav.yml"


def test_a_paragraph_is_one_of_a_law(minimal: Minimal) -> None:
    assert minimal.saying("Se § 99-9.").codes() == ["AV308"]


@pytest.mark.parametrize(
    ("law", "hints"),
    [
        ("helse- og omsorgstjensteloven", ["Skriv «omsorgstjenesteloven»."]),
        ("Helse- og omsorgstjensetelovens regler", ["Skriv «omsorgstjenestelovens»."]),
        ("helse- og omsorgstjenestelova", []),
        ("helseregisterloven og apotekloven", []),
    ],
)
def test_a_law_whose_name_is_misspelt(minimal: Minimal, law: str, hints: list[str]) -> None:
    minimal.replace(LAWS, "kort: ", "kalles: [helse- og omsorgstjenesteloven], kort: ")
    found = minimal.replace(PROCEDURE, "Skriv grunnen", f"Følg {law}. Skriv grunnen").check()
    assert [d.hint for d in found if d.code == "AV308"] == hints


@pytest.mark.parametrize("successor", ["", "[da06]"])
def test_a_mention_of_an_agreement_that_ended_says_so(minimal: Minimal, successor: str) -> None:
    minimal.replace(TOP, "Partene har signert.", "Partene har signert. Se delavtale 5.")
    minimal.with_(AGREEMENT, status="utgatt", erstattes_av=successor or None)
    other = minimal.path(AGREEMENT).read_text(encoding="utf-8").replace("id: da05", "id: da06")
    minimal.write("delavtaler/da06.md", other.replace('nummer: "5"', 'nummer: "6"').replace("utgatt", "gjeldende"))
    finding = minimal.only("AV411")
    assert finding.message.endswith("gjelder ikke lenger.")
    assert ("da06" in finding.hint) is bool(successor)


def test_a_mention_is_found_at_its_place(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "Skriv grunnen", "Se delavtale 25. Skriv grunnen").check()
    assert (finding.code, finding.at.column) == ("AV411", 37)
