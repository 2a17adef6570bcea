"""A text for all kommuner names no one of them."""

import pytest

from tests.conftest import Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tildelingskontoret i Annevik kommune tar imot.", ["AV422"]),
        ("Tildelingskontoret i Annevik tar imot.", ["AV422"]),
        ("Gi den til dem i Annevik.", ["AV422"]),
        ("I Annevik er apoteket åpent.", []),
        ("Ring vaktlegen på Sykehuset Østfold Kalnes.", ["AV422"]),
        ("Spør Helse Bergen.", ["AV422"]),
        ("Spør Oslo universitetssykehus.", ["AV422"]),
        ("Ring vaktlegen på Prøve sykehus. Sykehuset Prøve svarer.", []),
        ("Sykehuset. Kommunen svarer.", []),
    ],
)
def test_a_text_for_all_names_no_one_place(three: Minimal, text: str, codes: list[str]) -> None:
    assert [d.code for d in three.saying(text).check() if d.code == "AV422"] == codes
