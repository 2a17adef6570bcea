"""An entry of the history says something."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("what", "conclusion", "codes"),
    [
        ("Redaksjonelle endringer.", "Videreføres.", ["AV527"]),
        ("Noe av teksten er skrevet enklere. Rutinen er den samme.", "OK", ["AV527", "AV527"]),
        ("Små språklege endringar", "Årleg gjennomgang er gjennomført.", ["AV527", "AV527", "AV612"]),
        ("-", "Rutinen er sett på. Ring tidligere.", ["AV527"]),
        ("Første utgave.", "Videreføres uten endring.", []),
        ("Samtykke er nytt.", "Gjennomgått etter avvik. Steg 2 er nytt.", []),
    ],
)
def test_an_entry_of_the_history_says_something(minimal: Minimal, what: str, conclusion: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, endringer=f'[{{versjon: "1.0", dato: 2026-01-01, hva: "{what}"}}]')
    minimal.replace(PROCEDURE, "konklusjon: Videreføres.", f'konklusjon: "{conclusion}"')
    assert minimal.codes() == codes
