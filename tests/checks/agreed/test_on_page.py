"""Who and when in a title, a summary or an answer is on the page too."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("summary", "codes"),
    [
        ("Kontoret svarer neste hverdag.", ["AV640"]),
        ("Kontoret får varselet på dagen.", []),
        ("Kontoret får varselet innen et døgn.", []),
        ("Varselet gjelder i seks måneder.", ["AV640"]),
        ("Hver part har seks måneders frist.", ["AV640"]),
        ("Etter kl. 18 ringer du kontoret.", ["AV640"]),
        ("Etter klokka 15.00 ringer du kontoret.", []),
        ("Samhandlingsrådgiveren får varselet.", ["AV640"]),
        ("Tildelingskontoret bekrefter.", []),
        ("Send tidligmelding.", []),
        ("Send journalutskrift.", ["AV640"]),
        ("Ring 113 ved fare for liv.", ["AV640"]),
        ("Ring 112 til politiet.", []),
        ("Sykehuset varsler et tildelingskontor.", []),
        ("Sengeposten sender varselet.", []),
        ("Tildelingskontoret sender varselet.", ["AV639"]),
        ("Tildelingskontoret sender alltid.", ["AV640"]),
    ],
)
def test_a_summary_says_what_the_page_says(minimal: Minimal, summary: str, codes: list[str]) -> None:
    note = "utskrift: {navn: Journalutskrift, avsender: [sykepleier-sengepost], mottakere: [tildelingskontor]}\n"
    minimal.replace("agreements/register/meldinger.yml", "helseopplysninger:", f"{note}helseopplysninger:")
    minimal.replace(AGREEMENT, "frister:", "meldinger: [utskrift]\nfrister:")
    minimal.saying("Etter kl. 15 ringer du. Politiet har 112.").with_(PROCEDURE, sammendrag=summary)
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("answer", "codes"), [("Tildelingskontoret", []), ("Samhandlingsrådgiveren", ["AV640"]), ("Hele døgnet", ["AV640"])]
)
def test_an_answer_says_what_the_page_says(minimal: Minimal, answer: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: Hva gjelder?, svar: {answer}, galt: [Ingen], hjemmel: 'da05#3.1'}}]")
    assert minimal.codes() == codes
