"""An organ is the one that the agreement gives the matter to."""

import pytest

from tests.conftest import PROCEDURE, Minimal

CLAUSE = "FSU behandler saken innen 4 uker. Blir FSU ikke enig, behandler SSU den innen 6 uker."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Legg saken fram for AU innen 4 uker.", ["AV213"]),
        ("Legg saken fram for FSU innen 4 uker.", []),
        ("Legg saken fram for FSU innen 4 uker, og AU får en kopi.", []),
        ("Legg saken fram for SSU innen 4 uker.", []),
        ("AU har møte hver måned.", []),
    ],
)
def test_the_organ_with_the_time_is_that_of_the_clause(minimal: Minimal, text: str, codes: list[str]) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "Skriv grunnen", f"{text} Skriv grunnen")
    assert [d.code for d in minimal.check() if d.code == "AV213"] == codes


@pytest.mark.parametrize(
    ("summary", "text", "hints"),
    [
        ("SSU har 4 uker.", "", ["Skriv «6 uker». Hvis det er fristen som er riktig, skriver du «FSU»."]),
        (
            "Saken går til fagleg utval, som har 6 veker.",
            "",
            ["Skriv «4 uker». Hvis det er fristen som er riktig, skriver du «SSU»."],
        ),
        (
            "Saken går til AU, som har 6 uker.",
            "",
            ["Skriv «SSU». Hvis det er organet som er riktig, retter du fristen."],
        ),
        (
            "FSU får saken.",
            "FSU behandler saken innen 6 uker.",
            ["Skriv «4 uker». Hvis det er fristen som er riktig, skriver du «SSU»."],
        ),
        ("FSU har 4 uker, og SSU har 6 uker.", "Blir ikke FSU enig, går saken til SSU, som har 6 uker.", []),
    ],
)
def test_an_organ_has_its_own_deadline(minimal: Minimal, summary: str, text: str, hints: list[str]) -> None:
    own = [
        f'  - {{id: {o}, hva: Behandle, innen: {n} uker, fra: saken kom, hvem: {o}, punkt: "3.1"}}\n'
        for o, n in (("fsu", 4), ("ssu", 6))
    ]
    minimal.replace("delavtaler/da05.md", "frister:\n", f"frister:\n{''.join(own)}")
    minimal.with_(PROCEDURE, frister="[varsel, fsu, ssu]", sammendrag=summary).saying(text)
    assert [d.hint for d in minimal.check() if d.code == "AV213"] == hints


@pytest.mark.parametrize(
    ("reviewer", "codes"),
    [
        ("FSU akutt", ["AV213"]),
        ("Faglig samarbeidsutvalg", []),
        ("SSU", []),
        ("FSU akutt og vaktlegene", []),
    ],
)
def test_a_decision_is_entered_on_the_organ_that_reviews_it(minimal: Minimal, reviewer: str, codes: list[str]) -> None:
    other = "fsu-akutt: {navn: Faglig samarbeidsutvalg akutt, niva: faglig, oppgave: Akutt., kalles: [FSU akutt]}"
    minimal.replace("helsefellesskap.yml", "  kommunestyre:", f"  {other}\n  kommunestyre:")
    minimal.replace(PROCEDURE, "av: FSU,", f"av: {reviewer},")
    assert minimal.codes() == codes
