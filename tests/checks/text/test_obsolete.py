"""Names of laws and titles that have successors."""

import pytest

from avtaleverk.checks.text.word_lists import rows
from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Si fra til helsesøster.", ["AV307"]),
        ("Det er fylkesnemnda som avgjør.", ["AV307"]),
        ("Følg fylkesmannens råd.", ["AV307"]),
        ("Følg psykiatrilovens regler.", ["AV307"]),
        ("Følg statsforvalterens råd.", []),
    ],
)
def test_a_name_that_has_a_successor_is_found_in_every_form(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


def test_nynorsk_gets_nynorsk_words(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, sprak="nn").replace(PROCEDURE, "Skriv grunnen", "Helsesøster veit det. Skriv grunnen")
    finding = minimal.only("AV307")
    assert finding.hint == "Skriv «Helsesjukepleiar»."


@pytest.mark.parametrize("field", ["tittel", "sammendrag"])
def test_words_that_are_gone_are_gone_from_the_title_too(minimal: Minimal, field: str) -> None:
    finding = minimal.with_(PROCEDURE, **{field: "Varsle kommunen og helsesøster innen 24 timer"}).only("AV307")
    assert finding.hint == "Skriv «helsesykepleier»."


def test_a_law_that_is_gone_is_known_in_both_forms_of_norwegian() -> None:
    gone = {row[0] for row in rows("utgatt.tsv")}
    ended = {
        name.removesuffix(end) + other
        for name in gone
        for end, other in (("loven", "lova"), ("lova", "loven"))
        if name.endswith(end) and " " not in name
    }
    assert ended <= gone
