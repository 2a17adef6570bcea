"""A personal number is found in whatever way it is written, and never repeated."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    "number",
    [
        "17/82/29-99069",
        "17-82-29/99069",
        "17.82.1929 99069",
        "178229/99069",
        "178229_99069",
        "**178229**99069",
        "178229 – 99069",
        "178229 (99069)",
        "| 178229 | 99069 |",
    ],
)
def test_a_personal_number_in_two_parts(minimal: Minimal, number: str) -> None:
    assert minimal.saying(f"Se {number}.").codes() == ["AV701"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hun er født 040761.", ["AV706"]),
        ("Hun er innlagt.Født 04.07.1961.", ["AV706"]),
        ("Skriv fødselsnr. 040761 og navn.", ["AV706"]),
        ("Avtalen er født 201920.", []),
        ("Se sak 178229/99068.", []),
        ("Se sak 178229 og 99069.", []),
        ("Se sak 178229-99068.", []),
        ("Se 178229-99068.", ["AV706"]),
        ("Fødselsnummer: 17.82.29-99068.", ["AV706"]),
        ("Personnummeret er 1782 2999 068.", ["AV706"]),
        ("Fødselsnummer på testpasienten er 1782 2999 068.", ["AV706"]),
        ("Husk personnummer. Se 1782 2999 068.", []),
        ("Eksempel: 17.82.29-99068.", ["AV706"]),
        ("Fødselsnummer 178229/99068.", ["AV706"]),
    ],
)
def test_six_digits(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize("number", ["12054542079", "120545 42079", "12054542079,", "fnr:12054542079,Ola"])
def test_a_personal_number_is_found_whatever_stands_beside_it(minimal: Minimal, number: str) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", f"Gjelder {number} mann.\n\n## Ansvar")
    finding = minimal.only("AV701")
    assert "12054" not in finding.message + finding.hint


# Eleven digits that begin with a date, and are no one's number: the last control digit is wrong.
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("journalnummer ", []),
        ("saksnr. ", []),
        ("ordrenummer: ", []),
        ("fødselsnummer ", ["AV706"]),
        ("personnummer ", ["AV706"]),
        ("pasienten ", ["AV706"]),
        ("nr. ", ["AV706"]),
    ],
)
def test_a_number_that_says_what_it_is_is_no_birth_number(minimal: Minimal, words: str, codes: list[str]) -> None:
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"Se {words}01019012345. Skriv grunnen").codes() == codes
