"""The sentences of a text before and after a change, as messages show them."""

import pytest

from avtaleverk.checks.change.sentences import before_and_now


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Ring legen. Skriv grunnen.", "Ring legen. Skriv årsaken.", "Før: «Skriv grunnen.» Nå: «Skriv årsaken.»"),
        ("- Kari er\n  hjemme", "- Kari er  syk", "Før: «Kari er hjemme» Nå: «Kari er syk»"),
        ("Kom kl. 9. Vent.", "Kom ca. kl. 9. Vent.", "Før: «Kom kl. 9.» Nå: «Kom ca. kl. 9.»"),
        ("Vent.", "Vent. Ring legen.", "Nå: «Ring legen.»"),
        ("Vent. Ring legen.", "Vent.", "Før: «Ring legen.»"),
        ("A er. B er. C er. D er.", "A er. X er. B er. C er. Y er. Z er.", "Nå: «X er.»"),
        ("A er. X er. B er. C er. D er. F er.", "A er. B er. C er. G er. F er.", "Før: «X er.»"),
        ("A er. B er. C er. D er. E er.", "X er. B er. C er. D er. Y er.", "Før: «A er.» Nå: «X er.»"),
        ("Ring 116 117. **Vent**.", "Ring 116117.\nVent.", ""),
        ("### 6.1 Tid\nEtt år. Slutt.", "### 6.1 Tid\nTo år. Slutt.", "Før: «Ett år.» Nå: «To år.»"),
        ("**Legen:** Vent.", "__Legen:__ Vent.", ""),
        ("| A b | Nå. Ja |", "| A b | Så. Ja |", "Før: «| A b | Nå. Ja |» Nå: «| A b | Så. Ja |»"),
        ("Se [A](a.md#1).", "Se [A](../b.md).", ""),
        ("Se [A](https://a.no/x).", "Se [A](https://a.no/y).", ""),
        ("Se [A](a.md).", "Se [A](https://a.no).", "Før: «Se [A](a.md).» Nå: «Se [A](https://a.no).»"),
        (f"{'lang ' * 90}slutt.", f"{'lang ' * 90}start.", f"Før: «… {'lang ' * 16}slutt.» Nå: «… {'lang ' * 16}start.»"),
    ],
)  # fmt: skip
def test_the_sentences_that_differ_are_shown(old: str, new: str, said: str) -> None:
    assert before_and_now(old, new) == said
