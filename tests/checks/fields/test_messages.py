"""A message is sent by whom and when it was agreed."""

import pytest

from tests.conftest import AGREEMENT, Minimal


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("[sykepleier-sengepost], m", "[samhandlingskoordinator], m", ["AV119"]),
        (
            "[sykepleier-sengepost], mottakere: [tildelingskontor]",
            "[tildelingskontor], mottakere: [sykepleier-sengepost]",
            ["AV119"],
        ),
        ("nar: innen 24 timer", "nar: innen 48 timer", ["AV119"]),
        ("nar: innen 24 timer", "nar: innen 24 timer, nar_nn: innan 2 døgn", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen et døgn, nar_nn: innan 24 timar", []),
        ("nar: innen 24 timer", "nar: innen 24 timer etter utreisen, nar_nn: innan 24 timar før utreisa", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen 24 timer. Ikke til KAD., nar_nn: innan 24 timar. Til KAD.", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen 24 timer. Aldri fra før., nar_nn: innan 24 timar. Aldri frå før.", []),
        ("nar: innen 24 timer", "nar: som delavtalen sier, nar_nn: som særavtalen seier", ["AV122"]),
        ("nar: innen 24 timer", "nar: innen 24 timer til kommunen, nar_nn: innan 24 timar til sjukehuset", ["AV122"]),
        ("nar: innen 24 timer", "nar: når sykehuslegen vil, nar_nn: når sjukepleiaren vil", ["AV122"]),
        ("nar: innen 24 timer", "nar: når sykehuslegen vil, nar_nn: når sjukehuslegen vil", []),
        ("nar: innen 24 timer", "nar: når pasienten er innlagt", []),
        ("mottakere: [", "alltid_til: [sykepleier-sengepost], mottakere: [sykepleier-sengepost, ", ["AV119"]),
        ("mottakere: [", "alltid_til: [tildelingskontor], mottakere: [", []),
    ],
)
def test_a_message_is_sent_by_whom_and_when_it_was_agreed(
    minimal: Minimal, old: str, new: str, codes: list[str]
) -> None:
    minimal.replace(AGREEMENT, "hva: Varsle kommunen", "hva: Sende tidligmelding")
    minimal.with_(AGREEMENT, meldinger="[helseopplysninger]")
    assert minimal.codes() == []
    minimal.replace("agreements/register/meldinger.yml", old, new)
    assert minimal.codes() == codes
