"""What is decided, signed, reviewed and described comes in its order."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal, line_of

DECIDED = "[{organ: fsu, droftet: 2026-10-01, dato: 2026-11-10, sak: 9/2026}]"


def new(minimal: Minimal, reviewed: str, **fields: str | None) -> list[str]:
    """The codes of a procedure from the new year, with one review."""
    minimal.with_(PROCEDURE, gyldig_fra="2027-01-01", vedtak=DECIDED, gjennomgang=f"\n  - {{{reviewed}}}", **fields)
    return minimal.codes()


def test_what_was_decided_in_november_holds_from_the_new_year(minimal: Minimal) -> None:
    changes = '\n  - {versjon: "1.0", dato: 2027-01-01, hva: Ny prosedyre.}'
    assert new(minimal, "dato: 2026-11-10, av: FSU, konklusjon: Klar til bruk.", endringer=changes) == []


@pytest.mark.parametrize(
    ("reviewed", "codes"),
    [
        ("dato: 2026-10-01, av: FSU, konklusjon: Klar til bruk.", []),
        ("dato: 2026-09-01, av: Arbeidsgruppen, konklusjon: Første utkast.", []),
        ("dato: 2025-11-10, av: FSU, konklusjon: Klar til bruk.", ["AV501"]),
    ],
)
def test_a_first_review_is_not_older_than_the_decision(minimal: Minimal, reviewed: str, codes: list[str]) -> None:
    assert [code for code in new(minimal, reviewed) if code != "AV505"] == codes


def test_a_document_that_goes_on_does_not_start_in_the_future(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, gyldig_fra="2027-03-01").check()
    assert (finding.code, finding.at.line) == ("AV501", line_of(minimal, PROCEDURE, "gyldig_fra")[1])


@pytest.mark.parametrize(("status", "codes"), [("utkast", []), ("gjeldende", ["AV515"])])
def test_a_draft_has_no_changes_to_tell_of(minimal: Minimal, status: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, status=status, versjon='"0.1"')
    assert [code for code in minimal.codes() if code == "AV515"] == codes


def test_one_meeting_is_said_as_one_meeting(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "droftet: 2025-10-01", "droftet: 2025-11-01")
    [finding] = minimal.check()
    assert (finding.code, finding.message) == ("AV502", "Saken er drøftet og besluttet samme dag, 2025-11-01.")
    assert minimal.replace(PROCEDURE, "droftet: 2025-11-01, ", "").codes() == []


@pytest.mark.parametrize(("day", "codes"), [("2027-03-31", []), ("2027-04-01", ["AV501"])])
def test_an_evaluation_comes_before_the_end(minimal: Minimal, day: str, codes: list[str]) -> None:
    minimal.with_("delavtaler/da05.md", gyldig_til="2027-03-31", evaluering=f"{{hvordan: I SSU, neste: {day}}}")
    assert minimal.codes() == codes


LAWS = "agreements/register/lovkrav.yml"


def test_a_law_that_ended_before_it_began_is_named_in_the_register(minimal: Minimal) -> None:
    law = "kort: A, tittel: A, lov: Loven, paragraf: '1', krav: Noe.,\n  i_kraft: 2012-01-01,\n  opphevet: 2005-01-01"
    minimal.replace(LAWS, "hol-6-2-5: {", f"gammel: {{{law}}}\nhol-6-2-5: {{")
    assert minimal.only("AV501").at.line == line_of(minimal, LAWS, "opphevet")[1]


@pytest.mark.parametrize(("case", "codes"), [("9/2024", ["AV501"]), ("9/2025", [])])
def test_a_case_is_of_the_year_of_its_meeting(minimal: Minimal, case: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "sak: 3/2025", f"sak: {case}")
    assert minimal.codes() == []  # no other case of that meeting is known
    minimal.replace(
        "overordnet/os.md",
        "vedtak:\n",
        "vedtak:\n  - {organ: ssu, droftet: 2025-10-01, dato: 2025-11-01, sak: 2/2025}\n",
    )
    assert [d.code for d in minimal.check() if d.at.path.endswith("da05.md")] == codes


@pytest.mark.parametrize(("signed", "codes"), [("2026-05-19", ["AV501"]), ("2026-05-21", [])])
def test_a_version_is_signed_when_it_has_been_decided(minimal: Minimal, signed: str, codes: list[str]) -> None:
    changes = "[{versjon: '1.1', dato: 2026-05-25, hva: Ny frist.}, {versjon: '1.0', dato: 2026-01-01, hva: Ny.}]"
    minimal.with_(AGREEMENT, versjon='"1.1"', endringer=changes, innsendt_helsedirektoratet="2026-05-25")
    minimal.replace(
        AGREEMENT, "sak: 3/2025}", "sak: 3/2025}\n  - {organ: ssu, droftet: 2026-04-01, dato: 2026-05-20, sak: 8/2026}"
    )
    minimal.replace(AGREEMENT, 'dato: 2025-12-10, versjon: "1.0"', f'dato: {signed}, versjon: "1.1"')
    minimal.replace(AGREEMENT, 'dato: 2025-12-11, versjon: "1.0"', 'dato: 2026-05-21, versjon: "1.1"')
    assert minimal.codes() == codes


def test_an_older_version_is_not_the_newer_one(minimal: Minimal) -> None:
    changes = '[{versjon: "1.0", dato: 2026-03-01, hva: Alt.}, {versjon: "0.9", dato: %s, hva: Utkast.}]'
    assert minimal.with_(PROCEDURE, endringer=changes % "2026-02-01").codes() == []
    assert minimal.with_(PROCEDURE, endringer=changes % "2026-04-01").codes() == ["AV515"]
    twice = changes.replace("0.9", "1.0")
    for day in ("2026-02-01", "2026-03-01"):
        [found] = minimal.with_(PROCEDURE, endringer=twice % day).check()
        assert found.message == "Versjon 1.0 står to ganger under «endringer»."


def test_a_version_is_not_set_down_again(minimal: Minimal) -> None:
    changes = '[{versjon: "1.1", dato: 2026-03-01, hva: Alt.}, {versjon: "1.0", dato: 2026-03-01, hva: Prøvd.}]'
    [found] = minimal.with_(PROCEDURE, endringer=changes).check()
    assert (found.code, found.hint[:23]) == ("AV515", 'Skriv «versjon: "1.1"» ')
    [found] = minimal.with_(PROCEDURE, endringer=None).with_(AGREEMENT, versjon='"0.9"').check()
    assert (found.code, found.hint[-23:]) == ("AV209", 'Skriv «versjon: "1.0"».')


def test_a_version_that_has_not_come_yet_is_not_described(minimal: Minimal) -> None:
    change = '[{versjon: "1.0", dato: 2027-02-01, hva: Ny frist.}]'
    assert minimal.with_(PROCEDURE, endringer=change).codes() == ["AV503"]


def test_what_has_not_been_checked_yet_is_not_said_to_be(minimal: Minimal) -> None:
    laws = "agreements/register/lovkrav.yml"
    minimal.replace(laws, "kilde: Loven}", "kilde: Loven, kontrollert: 2026-11-22}")
    assert minimal.codes() == []
    first, rest = minimal.path(laws).read_text(encoding="utf-8").split("\n", 1)
    minimal.write(laws, f"{first.replace('2026-11-22', '2027-11-15')}\n{rest}")
    [found] = minimal.check()
    assert (found.code, found.at.line) == ("AV503", 1)
    assert found.hint == "Mente du 2026? Skriv 2026-11-15."
