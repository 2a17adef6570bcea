"""A message goes to those who are to have it, and a step is taken by the side that must take it."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

STEP = "1. **Sykepleier på sengepost:** Send varselet innen 24 timer."
ROLES = "agreements/register/roller.yml"


@pytest.fixture
def with_doctor(minimal: Minimal) -> Minimal:
    """The small corpus with a fastlege and a legevakt, who get no message."""
    roles = "fastlege: {navn: Fastlege, side: kommune}\nlegevaktlege: {navn: Legevaktlege, side: kommune, kalles: [legevakta]}\n"
    return minimal.replace(ROLES, "samhandlingskoordinator:", f"{roles}samhandlingskoordinator:")


def codes(minimal: Minimal) -> list[tuple[str, int]]:
    """What is found, but for entries that nothing uses."""
    return [(d.code, d.at.line) for d in minimal.check() if d.code != "AV409"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Send varselet til fastlegen innen 24 timer.", True),
        ("Send varselet innen 24 timer til legevakten.", True),
        ("Send tidligmelding innen 24 timer til fastlegen.", True),
        ("Send varselet innen 24 timer til tildelingskontoret og fastlegen.", True),
        ("Send varselet innen 24 timer. Sjekk hvem som får det: tildelingskontoret og fastlegen.", True),
        ("Send det som tidligmelding til fastlegen innen 24 timer.", True),
        ("Send varselet til tildelingskontoret innen 24 timer.", False),
        ("Send varselet innen 24 timer til tildelingskontoret, og gi fastlegen en kopi.", False),
        ("Send varselet innen 24 timer til den kommunen der fastlegen er.", False),
        ("Send varselet innen 24 timer. Fastlegen kan hjelpe deg til å finne kommunen.", False),
        ("Send varselet til tildelingskontoret innen 24 timer, når fastlegen ber om det.", False),
    ],
)
def test_a_step_sends_to_those_who_receive(with_doctor: Minimal, words: str, found: bool) -> None:
    with_doctor.replace(PROCEDURE, "Send varselet innen 24 timer.", words)
    assert codes(with_doctor) == ([("AV632", 40)] if found else [])


@pytest.mark.parametrize(("to", "found"), [("fastlegen", True), ("tildelingskontoret", False)])
def test_a_report_goes_where_the_report_of_the_procedure_goes(with_doctor: Minimal, to: str, found: bool) -> None:
    messages = "agreements/register/meldinger.yml"
    entry = "brev: {navn: Brev, avsender: [sykepleier-sengepost], mottakere: [fastlege]}\n"
    with_doctor.replace(messages, "navn: Tidligmelding", "navn: Utskrivningsrapport")
    with_doctor.replace(messages, "helseopplysninger:", f"{entry}helseopplysninger:")
    with_doctor.with_(PROCEDURE, meldinger="[helseopplysninger, brev]")
    with_doctor.replace(PROCEDURE, "Send varselet innen", f"Send rapporten til {to} innen")
    assert codes(with_doctor) == ([("AV632", 40)] if found else [])


def test_a_message_goes_to_none_but_its_own_receivers(with_doctor: Minimal) -> None:
    entry = "epikrise: {navn: Epikrise, avsender: [sykepleier-sengepost], mottakere: [fastlege]}\n"
    messages = "agreements/register/meldinger.yml"
    with_doctor.replace(messages, "helseopplysninger:", f"{entry}helseopplysninger:")
    with_doctor.with_(PROCEDURE, meldinger="[helseopplysninger, epikrise]")
    with_doctor.replace(PROCEDURE, "Send varselet innen", "Send tidligmelding til fastlegen innen")
    assert codes(with_doctor) == [("AV632", 40)]


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
        (PROCEDURE, "Send varselet innen", "Varsle fastlegen innen", True),
        (PROCEDURE, "Send varselet innen", "Les planen og varsle fastlegen innen", True),
        (PROCEDURE, "Send varselet innen", "Les planen og varsle tildelingskontoret innen", False),
        (PROCEDURE, "Send varselet innen", "Varsle tildelingskontoret innen", False),
        (PROCEDURE, "Send varselet innen", "Varsle pasienten innen", False),
    ],
)
def test_who_gets_it_is_told_as_agreed(with_doctor: Minimal, file: str, old: str, new: str, found: bool) -> None:
    with_doctor.replace(file, old, new)
    assert [code for code, _ in codes(with_doctor)] == (["AV632"] if found else [])


def test_a_table_may_name_a_message_by_the_start_of_its_name(with_doctor: Minimal) -> None:
    with_doctor.replace("agreements/register/meldinger.yml", "navn: Tidligmelding", "navn: Tidligmelding om pasienten")
    with_doctor.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer." + TABLE.format("Sykehuset", "Fastlege"))
    assert [code for code, _ in codes(with_doctor)] == ["AV632"]


def test_a_clause_may_name_a_receiver_that_the_register_does_not(with_doctor: Minimal) -> None:
    with_doctor.replace(PROCEDURE, "Send varselet innen", "Send varselet til fastlegen innen")
    with_doctor.replace(AGREEMENT, "varsler tildelingskontoret", "varsler tildelingskontoret og fastlegen")
    assert codes(with_doctor) == []


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
    assert codes(with_doctor) == found


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("1. **Tildelingskontor:** Varsle innen 24 timer.", [("AV633", 40)]),
        ("1. **Tildelingskontor:** Les det innen 24 timer.", []),
        ("1. **Sykepleier på sengepost:** Varsle innen 24 timer.", []),
        ("1. **Tildelingskontor:** Er du varslet innen 24 timer? Bekreft det.", []),
    ],
)
def test_a_deadline_is_kept_by_its_own_side(minimal: Minimal, step: str, found: list[tuple[str, int]]) -> None:
    minimal.replace(PROCEDURE, STEP, step)
    assert codes(minimal) == found


@pytest.mark.parametrize(("other", "codes"), [("Les det.", ["AV633"]), ("Varsle innen 24 timer.", [])])
def test_what_its_own_side_does_already_may_the_other_do_too(minimal: Minimal, other: str, codes: list[str]) -> None:
    steps = f"1. **Sykepleier på sengepost:** {other}\n2. **Tildelingskontor:** Varsle innen 24 timer."
    minimal.replace(PROCEDURE, f"{STEP}\n2. **Tildelingskontor:** Bekreft at du har fått det.", steps)
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("varsler tildelingskontoret innen", "skal varsle tildelingskontoret innen", []),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Sengeposten skal varsle tildelingskontoret", []),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Kommunen skal varsle sengeposten", [("AV638", 43)]),
        (
            "Sykepleier på sengepost varsler tildelingskontoret",
            "Er det mulig, skal tildelingskontoret varsle",
            [("AV638", 43)],
        ),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Kommunen og helseforetaket skal varsle", []),
        ("Sykepleier på sengepost varsler tildelingskontoret", "Kommunen skal lese varselet", []),
    ],
)
def test_a_clause_gives_a_deadline_to_the_side_of_the_field(
    minimal: Minimal, old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert codes(minimal.replace(AGREEMENT, old, new)) == expected


def test_a_field_with_the_wrong_side_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, STEP.replace("Send varselet", "Varsle"))
    minimal.replace(AGREEMENT, "Sykepleier på sengepost varsler", "Sengeposten skal varsle")
    minimal.replace(AGREEMENT, "hvem: sykepleier-sengepost", "hvem: tildelingskontor")
    assert codes(minimal) == [("AV638", 28)]


@pytest.mark.parametrize(
    ("side", "by", "found"),
    [
        ("kommune", "sykepleier-sengepost", True),
        ("kommune", "tildelingskontor", False),  # the kommune has the deadline
        ("helseforetak", "tildelingskontor", False),
        ("begge", "sykepleier-sengepost", False),
    ],
)
def test_the_side_that_must_act_takes_the_steps(minimal: Minimal, side: str, by: str, found: bool) -> None:
    more = "".join(f"{n}. **Sykepleier på sengepost:** Spør pasient {n}.\n" for n in (3, 4))
    minimal.replace(PROCEDURE, "at du har fått det.\n", f"at du har fått det.\n{more}")
    minimal.replace(AGREEMENT, "hvem: sykepleier-sengepost", f"hvem: {by}")
    assert ("AV643" in minimal.with_(PROCEDURE, ansvar=side).codes()) == found
