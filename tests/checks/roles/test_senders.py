"""A message is sent by those who may send it."""

import pytest

from tests.conftest import PROCEDURE, Minimal

MESSAGES = "agreements/register/meldinger.yml"


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("**Sykepleier på sengepost:** Send tidligmelding.", []),
        ("**Tildelingskontor:** Send tidligmelding.", ["AV619"]),
        ("**Kommunen:** Les den, og send tidligmelding.", ["AV619"]),
        ("**Begge parter:** Send tidligmelding.", []),
        ("**Tildelingskontor:** Send varsel om plass.", []),
        ("**Parten som sier opp:** Send tidligmelding.", []),
        ("**Tildelingskontor:** Les tidligmeldingen.", []),
        ("**Tildelingskontor:** Be sengeposten sende det som mangler i tidligmeldingen.", []),
    ],
)
def test_the_sender_of_a_message_is_on_the_right_side(minimal: Minimal, step: str, codes: list[str]) -> None:
    minimal.replace(MESSAGES, "nar: innen 24 timer", "kalles: [tidligmelding]")
    minimal.replace(PROCEDURE, "2. **Tildelingskontor:** Bekreft at du har fått det.", f"2. {step}")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("by", "named", "hints"),
    [
        ("sykepleier-sengepost", "helseopplysninger, utskrift", []),
        ("sykepleier-sengepost", "helseopplysninger", ["Skriv «Tidligmelding». Skal begge sendes, legger du «utskrift» til"]),
        ("samhandlingsradgiver", "helseopplysninger", ["Skriv «Tidligmelding». Hvis det er «journalutskrift» som sendes"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("verb", ["Send", "Skriv i"])
def test_a_message_that_is_not_named_is_not_sent_in_place_of_ones_own(
    minimal: Minimal, by: str, named: str, hints: list[str], verb: str
) -> None:
    note = f"utskrift: {{navn: Journalutskrift, avsender: [{by}], mottakere: [tildelingskontor], kalles: [journalutskrift]}}\n"
    minimal.replace(MESSAGES, "helseopplysninger:", f"{note}helseopplysninger:")
    minimal.replace(PROCEDURE, "Send varselet innen", f"{verb} journalutskrift innen").with_(
        PROCEDURE, meldinger=f"[{named}]"
    )
    found = [d.hint for d in minimal.check() if d.code == "AV619"]
    assert len(found) == len(hints)
    assert all(map(str.startswith, found, hints))


def test_a_message_that_the_procedure_does_not_name_has_its_sender_too(minimal: Minimal) -> None:
    note = "utskrift: {navn: Journalutskrift, avsender: [sykepleier-sengepost], mottakere: [tildelingskontor], kalles: [journalutskrift]}\n"
    minimal.replace(MESSAGES, "helseopplysninger:", f"{note}helseopplysninger:")
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", "Send journalutskrift.").with_(
        PROCEDURE, meldinger="[helseopplysninger]"
    )
    assert "AV619" in minimal.codes()
