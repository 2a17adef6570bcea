"""Sentences that are heavy, or that do not say who acts."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (f"{'Forutsetningen for gjennomføring av alternative oppgjørsordninger er enighet ' * 4}.", ["AV611"]),
        (f"{'Forutsetningen for gjennomføring av alternative oppgjørsordninger er enighet. ' * 4}", ["AV625"]),
        (f"{'Kan hun eller han gå hjem i dag, og er det noen der som hjelper til ' * 3}?", []),
    ],
)
def test_a_sentence_that_is_heavy(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize("text", ["Det skal gis beskjed straks.", "Prøver skal tas før hjemreise."])
def test_short_passives_name_nobody_either(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == ["AV610"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Du veit kvar prøva skal leverast.", []),
        ("Du vet hvordan prøven skal leveres.", []),
        ("Kvar prøve skal leverast.", ["AV610"]),
    ],
)
def test_a_passive_that_is_asked_about_is_no_task(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert [code for code in minimal.saying(text).codes() if code == "AV610"] == codes


@pytest.mark.parametrize(("when", "codes"), [("etterpå", ["AV611"]), ("fra nå", [])])
def test_a_procedure_has_a_lix_of_45_at_most(minimal: Minimal, when: str, codes: list[str]) -> None:
    steps = "".join(f"- Spør henne om pasienten trenger hjelpemidler {n} timer {when}.\n" for n in range(2, 14))
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"\n\n{steps}\nSkriv grunnen").codes() == codes


@pytest.mark.parametrize(("times", "codes"), [(4, ["AV611"]), (3, [])])
def test_an_agreement_may_be_heavier(minimal: Minimal, times: int, codes: list[str]) -> None:
    heavy = "Forutsetningen for gjennomføring av alternative oppgjørsordninger er enighet " * times
    assert minimal.replace(AGREEMENT, "trygt hjem.", f"trygt hjem. {heavy}.").codes() == codes
