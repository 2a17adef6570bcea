"""A text is in the language that its field says."""

import pytest

from tests.conftest import CONTACTS, PROCEDURE, Minimal

NYNORSK = """## Når gjeld dette?

Pasienten er innlagd, og ein trur at han kan trenge hjelp frå kommunen heime. Sjukepleiaren veit ikkje kva som
kjem, og seier frå til dei som skal vere med. Kven det gjeld, står på eininga.

## Ansvar

- **Kommunen** tek imot varselet.

## Slik gjer du

1. **Sykepleier på sengepost:** Send varselet innan 24 timar.

## Når kan du fråvike?

Når pasienten ikkje vil ha hjelp.
"""


def test_a_text_in_the_other_language_is_one_finding_at_the_field(minimal: Minimal) -> None:
    front = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("---\n")[1]
    minimal.write(PROCEDURE, f"---\n{front}---\n\n{NYNORSK}")
    [finding] = [d for d in minimal.check() if d.code in ("AV612", "AV601")]
    assert (finding.at.line, finding.at.column) == (6, 8)
    assert finding.hint == "Skriv «sprak: nn»."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("**Ikkje** vent.", ["AV612"]),
        ("Korleis går det?", ["AV612"]),
        ("Spør i Kommunane Medlem.", []),
    ],
)
def test_a_word_of_the_other_language(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (PROCEDURE, "sammendrag: Sykepleieren", "sammendrag: Ikkje vent. Sykepleieren", "«Ikkje» er nynorsk."),
        (PROCEDURE, "sokeord: [", "sokeord: [ikkje vent, ", ""),  # readers write what they like
        (CONTACTS, "hverdager 8–15.30", "hverdager 8–15.30, merknad: Ring utan å vente.", "«utan» er nynorsk."),
    ],
)
def test_what_the_fields_say_is_in_one_language_too(minimal: Minimal, name: str, old: str, new: str, told: str) -> None:
    minimal.replace(name, old, new)
    assert [d.message for d in minimal.check() if d.code == "AV612"] == ([told] if told else [])
