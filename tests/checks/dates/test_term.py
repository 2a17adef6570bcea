"""What an agreement says of its term and reviews is what its fields and the law say."""

import pytest

from tests.conftest import AGREEMENT, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Hvert andre år skal partene gå gjennom avtalen.", ["AV517"]),
        ("Partene gjennomgår avtalen annethvert år, og melder fra.", ["AV517"]),
        ("Partene går gjennom avtalen hvert år, og evaluerer den hvert andre år.", []),
        ("Partene går gjennom avtalen hvert år. De øver hvert tredje år.", []),
        ("Neste evaluering er i mai 2027.", ["AV517"]),
        ("Første evaluering er i mai 2025.", ["AV517"]),
        ("Partene evaluerer avtalen første gang etter elleve måneder.", ["AV517"]),
        ("Partene evaluerer avtalen første gang etter ett år og deretter hvert andre år.", []),
        ("Kommunen skal varsle Helsedirektoratet når en part sier opp.", ["AV517"]),
        ("Det regionale helseforetaket skal varsle Helsedirektoratet når en part sier opp.", []),
        ("Kommunen skal varsle Helsedirektoratet om utbrudd.", []),
        ("Neste evaluering er i mars 2027. Første evaluering er i mai 2026.", []),
        ("Partene går gjennom avtalen én gang i året, og planen for beredskap hvert fjerde år.", []),
    ],
)
def test_an_agreement_is_gone_through_each_year(minimal: Minimal, text: str, codes: list[str]) -> None:
    minimal.with_(AGREEMENT, evaluering="{hvordan: Partene spør hverandre, neste: 2027-03-01}")
    assert minimal.replace(AGREEMENT, "trygt hjem.", f"trygt hjem. {text}").codes() == codes
