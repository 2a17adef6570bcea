"""Two times in a sentence are each where the deadlines, the clause and the summary have it."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

VISITS = "Hjemmetjenesten besøker pasienten innen {}, og fastlegen kontrollerer legemidlene innen {}."
SEEN = ("2 døgn", "3 uker")


def _two_deadlines(minimal: Minimal) -> None:
    visit = 'id: besok, hva: Besøke pasienten, innen: 2 døgn, hvem: tildelingskontor, punkt: "3.1"'
    control = 'id: kontroll, hva: Kontrollere legemidlene, innen: 3 uker, hvem: tildelingskontor, punkt: "3.1"'
    minimal.replace(AGREEMENT, "frister:\n", f"frister:\n  - {{{visit}}}\n  - {{{control}}}\n")
    minimal.saying(VISITS.format(*SEEN)).with_(PROCEDURE, frister="[varsel, besok, kontroll]")


@pytest.mark.parametrize(
    ("name", "told", "codes"),
    [
        (AGREEMENT, SEEN, []),
        (AGREEMENT, SEEN[::-1], ["AV644"]),
        (AGREEMENT, ("to døgn", "3 uker"), []),
        (PROCEDURE, SEEN[::-1], ["AV207"]),
    ],
)
def test_each_time_is_the_deadline_of_its_own_task(
    minimal: Minimal, name: str, told: tuple[str, str], codes: list[str]
) -> None:
    _two_deadlines(minimal)
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. {VISITS.format(*SEEN)}")
    minimal.replace(name, VISITS.format(*SEEN), VISITS.format(*told))
    assert [code for code in minimal.codes() if code != "AV420"] == codes


@pytest.mark.parametrize(
    ("summary", "hint"),
    [
        ("Legen ringer hver måned, og kontoret skriver hver uke.", ""),
        (
            "Legen ringer hver uke, og kontoret skriver hver måned.",
            "Skriv «hver uke» der det står «hver måned», og omvendt. Hvis det er sammendraget som er feil, retter du det.",
        ),
    ],
)
def test_a_page_is_as_its_summary(minimal: Minimal, summary: str, hint: str) -> None:
    minimal.saying("Legen ringer hver måned. Kontoret skriver hver uke.").with_(PROCEDURE, sammendrag=summary)
    assert [d.hint for d in minimal.check() if d.code == "AV644"] == ([hint] if hint else [])
