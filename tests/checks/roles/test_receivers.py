"""A message goes to those who are to have it."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

ROLES = "agreements/register/roller.yml"


@pytest.fixture
def with_doctor(minimal: Minimal) -> Minimal:
    """The small corpus with a fastlege and a legevakt, who get no message."""
    roles = "fastlege: {navn: Fastlege, side: kommune}\nlegevaktlege: {navn: Legevaktlege, side: kommune, kalles: [legevakta]}\n"
    return minimal.replace(ROLES, "samhandlingskoordinator:", f"{roles}samhandlingskoordinator:")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Send varselet til fastlegen innen 24 timer.", True),
        ("Send varselet innen 24 timer til legevakten.", True),
        ("Send tidligmelding innen 24 timer til fastlegen.", True),
        ("Send varselet innen 24 timer til tildelingskontoret og fastlegen.", True),
        ("Send varselet innen 24 timer. Sjekk hvem som får det: tildelingskontoret og fastlegen.", True),
        ("Send det som tidligmelding til fastlegen innen 24 timer.", True),
        ("Send varselet innen 24 timer. Skriv i tidligmeldingen til fastlegen hva som haster.", True),
        ("Send varselet innen 24 timer. Skriv i tidligmeldingen til tildelingskontoret hva fastlegen gjør.", False),
        ("Send varselet innen 24 timer. Skriv i journalen til fastlegen hva som haster.", False),
        ("Send varselet til tildelingskontoret innen 24 timer.", False),
        ("Send varselet innen 24 timer til tildelingskontoret, og gi fastlegen en kopi.", False),
        ("Send varselet innen 24 timer til den kommunen der fastlegen er.", False),
        ("Send varselet innen 24 timer. Fastlegen kan hjelpe deg til å finne kommunen.", False),
        ("Send varselet til tildelingskontoret innen 24 timer, når fastlegen ber om det.", False),
    ],
)
def test_a_step_sends_to_those_who_receive(with_doctor: Minimal, words: str, found: bool) -> None:
    with_doctor.replace(PROCEDURE, "Send varselet innen 24 timer.", words)
    assert with_doctor.lines(but="AV409") == ([("AV632", 40)] if found else [])


@pytest.mark.parametrize(("to", "found"), [("fastlegen", True), ("tildelingskontoret", False)])
def test_a_report_goes_where_the_report_of_the_procedure_goes(with_doctor: Minimal, to: str, found: bool) -> None:
    messages = "agreements/register/meldinger.yml"
    entry = "brev: {navn: Brev, avsender: [sykepleier-sengepost], mottakere: [fastlege]}\n"
    with_doctor.replace(messages, "navn: Tidligmelding", "navn: Utskrivningsrapport")
    with_doctor.replace(messages, "helseopplysninger:", f"{entry}helseopplysninger:")
    with_doctor.with_(PROCEDURE, meldinger="[helseopplysninger, brev]")
    with_doctor.replace(PROCEDURE, "Send varselet innen", f"Send rapporten til {to} innen")
    assert with_doctor.lines(but="AV409") == ([("AV632", 40)] if found else [])


def test_a_message_goes_to_none_but_its_own_receivers(with_doctor: Minimal) -> None:
    entry = "epikrise: {navn: Epikrise, avsender: [sykepleier-sengepost], mottakere: [fastlege]}\n"
    messages = "agreements/register/meldinger.yml"
    with_doctor.replace(messages, "helseopplysninger:", f"{entry}helseopplysninger:")
    with_doctor.with_(PROCEDURE, meldinger="[helseopplysninger, epikrise]")
    with_doctor.replace(PROCEDURE, "Send varselet innen", "Send tidligmelding til fastlegen innen")
    assert with_doctor.lines(but="AV409") == [("AV632", 40)]


TABLE = "\n\n| Melding | Fra | Til |\n|---|---|---|\n| Tidligmelding | {} | {} |\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (AGREEMENT, "varsler tildelingskontoret", "skal sende tidligmelding til fastlegen", True),
        (AGREEMENT, "varsler tildelingskontoret", "skal sende tidligmelding til tildelingskontoret", False),
        (AGREEMENT, "varsler tildelingskontoret", "skal sende tidligmelding til kommunen", False),
        (AGREEMENT, "varsler tildelingskontoret", "skal sende tidligmelding til den som spør, til fastlegen", True),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Sykepleier på sengepost", "Fastlege"), True),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Fastlege", "Tildelingskontor"), True),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Sykehuset", "Tildelingskontor"), False),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Tildelingskontor", "Sykehuset"), True),
        (AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Kommunen", "Tildelingskontor"), True),
        (PROCEDURE, "Send varselet innen", "Varsle fastlegen innen", True),
        (PROCEDURE, "Send varselet innen", "Les planen og varsle fastlegen innen", True),
        (PROCEDURE, "Send varselet innen", "Les planen og varsle tildelingskontoret innen", False),
        (PROCEDURE, "Send varselet innen", "Varsle tildelingskontoret innen", False),
        (PROCEDURE, "Send varselet innen", "Varsle pasienten innen", False),
    ],
)
def test_who_gets_it_is_told_as_agreed(with_doctor: Minimal, file: str, old: str, new: str, found: bool) -> None:
    with_doctor.replace(file, old, new)
    assert [code for code, _ in with_doctor.lines(but="AV409")] == (["AV632"] if found else [])


def test_an_address_in_a_table_is_no_role(with_doctor: Minimal) -> None:
    table = TABLE.format("Sykehuset", "post@sengepost.no")
    with_doctor.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer.{table}")
    assert [code for code, _ in with_doctor.lines(but="AV409")] == ["AV609"]


@pytest.mark.parametrize("name", ["Tidligmelding om pasienten", "Kommunens tidligmelding"])
def test_a_table_may_name_a_message_by_a_part_of_its_name(with_doctor: Minimal, name: str) -> None:
    with_doctor.replace("agreements/register/meldinger.yml", "navn: Tidligmelding", f"navn: {name}")
    with_doctor.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Sykehuset", "Fastlege"))
    assert [code for code, _ in with_doctor.lines(but="AV409")] == ["AV632"]


def test_a_clause_may_name_a_receiver_that_the_register_does_not(with_doctor: Minimal) -> None:
    with_doctor.replace(PROCEDURE, "Send varselet innen", "Send varselet til fastlegen innen")
    with_doctor.replace(AGREEMENT, "varsler tildelingskontoret", "varsler tildelingskontoret og fastlegen")
    assert with_doctor.lines(but="AV409") == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("hva: Varsle kommunen", "hva: Sende tidligmelding", []),
        ("hva: Varsle kommunen", "hva: Svare på tidligmelding", []),
        ("til: [tildelingskontor]", "til: [fastlege]", [("AV632", 28)]),
        ("hvem: sykepleier-sengepost", "hvem: fastlege", [("AV632", 28)]),
    ],
)
def test_a_deadline_to_send_is_that_of_its_message(
    with_doctor: Minimal, old: str, new: str, found: list[tuple[str, int]]
) -> None:
    with_doctor.replace(AGREEMENT, old, new)
    if found:
        with_doctor.replace(AGREEMENT, "hva: Varsle kommunen", "hva: Sende tidligmelding")
    assert with_doctor.lines(but="AV409") == found
