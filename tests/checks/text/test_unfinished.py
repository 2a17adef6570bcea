"""Sentences that were cut off, and blanks that nobody filled in."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    "text",
    [
        "Legen takker for og Den ansatte går.",
        "Kommunen melder fra og\n\nRing legen.",
        "Skriv navn og.",
        "Se:\n\n1. Les eller\n2. Ring.",
        "Ring vaktlegen på XX.",
        "Ring [sett inn navn].",
    ],
)
def test_a_sentence_that_is_not_finished(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == ["AV624"]


@pytest.mark.parametrize(
    "text",
    [
        "Se etter at\n\n- noen er hjemme",
        "Hva gjelder det for?",
        "Les «Er du klar?» før møtet.",
        "Sett inn kateter, se kapittel XX.",
    ],
)
def test_a_sentence_that_only_looks_unfinished(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []


@pytest.mark.parametrize(
    ("end", "codes"), [("Skriv gr", ["AV624"]), ("3. **Lege:** Ring", ["AV624"]), ("- feber", []), ("Ja.", [])]
)
def test_a_file_that_was_cut_off_while_it_was_sent(minimal: Minimal, end: str, codes: list[str]) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8").rstrip()
    assert minimal.write(PROCEDURE, f"{text}\n\n{end}").codes() == codes
