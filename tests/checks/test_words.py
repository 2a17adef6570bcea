"""Words, names and numbers that an editor did not mean to leave in a document."""

import pytest

from avtaleverk.checks.text.word_lists import rows
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Det koster 2500,- per døgn.", ["AV607"]),
        ("Det koster 2 500,- per døgn.", ["AV607"]),
        ("Bestill 3,- eller 12,5.", []),
        ("Gjelder kvinne født 12. mai 1945.", ["AV706"]),
        ("Gjelder mann, f. 3 jan. 1960.", ["AV706"]),
        ("Barn født 1. mai eller senere.", []),
        ("Avtalen er fra 12. mai 1945.", []),
        ("Se § 99-9.", ["AV308"]),
        ("Si fra til helsesøster.", ["AV307"]),
        ("Det er fylkesnemnda som avgjør.", ["AV307"]),
        (f"{'Forutsetningen for gjennomføring av alternative oppgjørsordninger er enighet ' * 4}.", ["AV611"]),
        (f"{'Forutsetningen for gjennomføring av alternative oppgjørsordninger er enighet. ' * 4}", ["AV625"]),
        (f"{'Kan hun eller han gå hjem i dag, og er det noen der som hjelper til ' * 3}?", []),
    ],
)
def test_words_of_the_text(minimal: Minimal, words: str, codes: list[str]) -> None:
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"{words} Skriv grunnen").codes() == codes


@pytest.mark.parametrize(("when", "codes"), [("etterpå", ["AV611"]), ("fra nå", [])])
def test_a_procedure_has_a_lix_of_45_at_most(minimal: Minimal, when: str, codes: list[str]) -> None:
    steps = "".join(f"- Spør henne om pasienten trenger hjelpemidler {n} timer {when}.\n" for n in range(2, 14))
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"\n\n{steps}\nSkriv grunnen").codes() == codes


@pytest.mark.parametrize(("times", "codes"), [(4, ["AV611"]), (3, [])])
def test_an_agreement_may_be_heavier(minimal: Minimal, times: int, codes: list[str]) -> None:
    heavy = "Forutsetningen for gjennomføring av alternative oppgjørsordninger er enighet " * times
    assert minimal.replace(AGREEMENT, "trygt hjem.", f"trygt hjem. {heavy}.").codes() == codes


@pytest.mark.parametrize(
    ("field", "value", "codes"),
    [
        ("sokeord", "[ring 22 33 44 55]", ["AV609"]),
        ("sokeord", "[skriv til ola@example.org]", ["AV609"]),
        ("sokeord", "['113', '116117', '2026']", []),
        ("sporsmal", "[{tekst: Hvem?, svar: Ring 22 33 44 55, galt: [Ingen]}]", ["AV609"]),
        ("fagansvarlig", "Kari Hansen", ["AV112"]),
        ("fagansvarlig", '"Dr. Ola Nordmann, Hamar"', ["AV112"]),
        ("fagansvarlig", '"Sykepleier ved medisinsk sengepost, Hamar"', []),
        ("fagansvarlig", "Overlege Barneavdelingen", []),
        ("fagansvarlig", "Åse sykehjem", []),
        ("endringer", '[{versjon: "1.0", dato: 2027-02-01, hva: Ny frist.}]', ["AV503"]),
    ],
)
def test_words_of_the_fields(minimal: Minimal, field: str, value: str, codes: list[str]) -> None:
    assert minimal.with_(PROCEDURE, **{field: value}).codes() == codes


def test_nynorsk_gets_nynorsk_words(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, sprak="nn").replace(PROCEDURE, "Skriv grunnen", "Helsesøster veit det. Skriv grunnen")
    finding = minimal.only("AV307")
    assert finding.hint == "Skriv «Helsesjukepleiar»."


@pytest.mark.parametrize("field", ["tittel", "sammendrag"])
def test_words_that_are_gone_are_gone_from_the_title_too(minimal: Minimal, field: str) -> None:
    finding = minimal.with_(PROCEDURE, **{field: "Varsle kommunen og helsesøster innen 24 timer"}).only("AV307")
    assert finding.hint == "Skriv «helsesykepleier»."


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [("frister", "[varsel, varsler]", 19), ("vedtak", "[{organ: fsu2, dato: 2025-11-01}]", 18)],
)
def test_a_value_that_no_register_has_is_found_at_its_place(
    minimal: Minimal, field: str, value: str, column: int
) -> None:
    [finding] = minimal.with_(PROCEDURE, **{field: value}).check()
    assert (finding.code, finding.at.column) == ("AV104", column)


def test_a_mention_is_found_at_its_place(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "Skriv grunnen", "Se delavtale 25. Skriv grunnen").check()
    assert (finding.code, finding.at.column) == ("AV411", 37)


def test_a_law_that_is_gone_is_known_in_both_forms_of_norwegian() -> None:
    gone = {row[0] for row in rows("utgatt.tsv")}
    ended = {
        name.removesuffix(end) + other
        for name in gone
        for end, other in (("loven", "lova"), ("lova", "loven"))
        if name.endswith(end) and " " not in name
    }
    assert ended <= gone
