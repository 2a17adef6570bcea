"""The right answer of a question is the one on the page."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ("svar: Innen 24 timer, galt: [Innen 48 timer]", []),
        ("svar: Tildelingskontoret, galt: [Fastlegen, Legevakta]", []),
        ("svar: Innen 48 timer, galt: [Innen 24 timer]", ["AV111"]),
        ("svar: Innen 24 timer, galt: [innen 24 timer.]", ["AV111"]),
        ("svar: Fastlegen, galt: [Legevakta, Legevakta]", ["AV111"]),
    ],
)
def test_the_answer_of_a_question_is_the_right_one(minimal: Minimal, answers: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: Hva gjelder?, {answers}, hjemmel: da05#3.1}}]")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("answer", "said", "codes"),
    [
        ("Nei", "kan ikke bruke tvang hjemme hos pasienten.", []),
        ("Nei", "kan bruke tvang hjemme hos pasienten.", ["AV111"]),
        ("Ja", "kan ikke bruke tvang hjemme hos pasienten.", ["AV111"]),
        ("Nei", "kan bruke bil.", []),  # something else
    ],
)
def test_a_question_is_answered_as_the_clause_does(minimal: Minimal, answer: str, said: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. Kommunens ansatte {said}")
    question = f"tekst: Kan kommunens ansatte bruke tvang?, svar: {answer}, galt: [Av og til]"
    minimal.with_(PROCEDURE, sporsmal=f"[{{{question}, hjemmel: da05#3.1}}]")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("answer", "wrong", "codes"),
    [("Kommunen", "Sykehuset", []), ("Sykehuset", "Kommunen", ["AV111"]), ("Sykehuset", "Legen", [])],
)
def test_who_does_it_is_the_one_of_whom_the_clause_says_it(
    minimal: Minimal, answer: str, wrong: str, codes: list[str]
) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer. Kommunen betaler transporten fra akuttmottaket.")
    question = f"tekst: Hvem betaler transporten fra akuttmottaket?, svar: {answer}, galt: [{wrong}]"
    minimal.with_(PROCEDURE, sporsmal=f"[{{{question}, hjemmel: da05#3.1}}]")
    assert minimal.codes() == codes


def test_a_wrong_answer_is_led_to_the_words_of_the_clause(minimal: Minimal) -> None:
    question = "{tekst: Når varsler du?, svar: Innen 36 timer, galt: [Innen to uker], hjemmel: da05#3.1}"
    [found] = minimal.with_(PROCEDURE, sporsmal=f"\n  - {question}").check()
    assert (found.code, found.hint) == ("AV111", "Skriv det som står der: «24 timer».")


@pytest.mark.parametrize(
    ("answer", "wrong", "found"),
    [
        ("Pasienten bestemmer selv tidspunktet", "Sender varselet innen 24 timer", True),
        ("Sender varselet innen 24 timer", "Pasienten bestemmer selv tidspunktet", False),
        ("Pasienten bestemmer selv tidspunktet", "Innen 48 timer", False),
    ],
)
def test_an_answer_that_the_page_gives_is_not_wrong(minimal: Minimal, answer: str, wrong: str, found: bool) -> None:
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: Hva gjør du?, svar: {answer}, galt: [{wrong}]}}]")
    assert minimal.codes() == (["AV111"] if found else [])


@pytest.mark.parametrize(
    ("question", "answer", "codes"),
    [
        ("Hvem skal ha varselet?", "Tildelingskontoret", []),
        ("Hvem skal ha varselet?", "Samhandlingskoordinatoren", ["AV111"]),
        ("Hvem skal ha varselet?", "Den som bor der", []),
        ("Hvem bestemmer hva tildelingskontoret får?", "Samhandlingskoordinatoren", []),
        ("Hva er rådet?", "Det er rådgivende", []),
        ("Hva er rådet?", "Det er bindende", ["AV111"]),
    ],
)
def test_an_answer_says_no_other_receiver_and_no_opposite(
    minimal: Minimal, question: str, answer: str, codes: list[str]
) -> None:
    minimal.saying("Rådet er rådgivende.")
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: '{question}', svar: {answer}, galt: [Nei], hjemmel: da05#3.1}}]")
    assert [code for code in minimal.codes() if code == "AV111"] == codes


@pytest.mark.parametrize(
    ("question", "answer", "wrong", "codes"),
    [
        ("Hvem varsler kommunen?", "Legen", "Sykepleieren på sengepost", ["AV111"]),
        ("Pasienten er innlagt. Hvem varsler kommunen?", "Legen", "Sengeposten", ["AV111"]),
        ("Hvem varsler kommunen?", "Sengeposten", "Legen", []),
        ("Hvem varsler legen?", "Kommunen", "Sengeposten", []),
        ("Hva varsler kommunen?", "Legen", "Sengeposten", []),
    ],
)
def test_an_answer_says_no_other_doer(
    minimal: Minimal, question: str, answer: str, wrong: str, codes: list[str]
) -> None:
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: '{question}', svar: {answer}, galt: [{wrong}], hjemmel: da05#3.1}}]")
    assert [code for code in minimal.codes() if code == "AV111"] == codes
