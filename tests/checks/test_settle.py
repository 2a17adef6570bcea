"""Waivers, lowered severities, and findings that only time brings about."""

from datetime import date

import pytest

from avtaleverk.checks.change.revision import UNCHANGED, Change
from avtaleverk.diagnostics import Severity
from tests.conftest import PROCEDURE, TODAY, Minimal

PATH = f"agreements/prove/{PROCEDURE}"
LATE = date(2028, 1, 1)


def html(minimal: Minimal) -> Minimal:
    return minimal.replace(PROCEDURE, "Når pasienten ikke vil", "Når pasienten <b>ikke</b> vil")


def test_waiver_takes_its_finding_away(minimal: Minimal) -> None:
    html(minimal).with_(PROCEDURE, unntak="[{regel: AV702, grunn: Kodene skal vises., til: 2027-01-01}]")
    assert minimal.codes() == []


def test_waiver_does_not_reach_another_rule(minimal: Minimal) -> None:
    html(minimal).with_(PROCEDURE, unntak="[{regel: AV605, grunn: Stegene må stå samlet., til: 2027-01-01}]")
    assert sorted(minimal.codes()) == ["AV511", "AV702"]


def test_expired_waiver_hides_nothing(minimal: Minimal) -> None:
    html(minimal).with_(PROCEDURE, unntak="[{regel: AV702, grunn: Kodene skal vises., til: 2026-11-21}]")
    assert sorted(minimal.codes()) == ["AV510", "AV702"]


def test_waiver_holds_on_its_last_day(minimal: Minimal) -> None:
    html(minimal).with_(PROCEDURE, unntak=f"[{{regel: AV702, grunn: Kodene skal vises., til: {TODAY}}}]")
    assert minimal.codes() == []


def test_waiver_without_reason_is_a_finding(minimal: Minimal) -> None:
    html(minimal).with_(PROCEDURE, unntak="[{regel: AV702, til: 2027-01-01}]")
    assert "AV101" in minimal.codes()


def test_a_waiver_of_a_rule_in_small_letters_is_told_which_it_means(minimal: Minimal) -> None:
    html(minimal).with_(PROCEDURE, unntak="[{regel: av702, grunn: Kodene skal vises., til: 2027-01-01}]")
    assert "Mente du «AV702»?" in [d.hint for d in minimal.check()]


def test_severity_is_lowered_for_all(minimal: Minimal) -> None:
    html(minimal).write("pyproject.toml", '[tool.avtaleverk.severity]\nAV702 = "merknad"\n')
    assert {d.severity for d in minimal.check()} == {Severity.MERKNAD}


@pytest.mark.parametrize(
    "setting",
    [
        'AV701 = "merknad"',
        'AV007 = "advarsel"',
        'AV709 = "merknad"',
        'AV702 = "feil"',
        'AV999 = "merknad"',
        'AV702 = "borte"',
        "AV702 = [",
        "AV702 = 1",
        "[tool.avtaleverk.alvor]",
    ],
)
def test_severity_is_never_raised_or_misspelt(minimal: Minimal, setting: str) -> None:
    minimal.write("pyproject.toml", f"[tool.avtaleverk.severity]\n{setting}\n")
    assert minimal.codes() == ["AV013"]


def test_calendar_weighs_fully_only_in_files_of_the_change(minimal: Minimal) -> None:
    untouched = minimal.check(LATE)
    assert {d.code for d in untouched if d.severity is Severity.FEIL} == set()
    assert "AV504" in {d.code for d in untouched}
    touched = minimal.examine(LATE, Change(frozenset({PATH}))).found
    blocking = [d for d in touched if d.severity is Severity.FEIL]
    assert {(d.at.path, d.code) for d in blocking} == {(PATH, "AV504")}


def test_a_waiver_that_runs_out_stops_only_changes_to_its_file(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Slik gjør du", "## Slik gjør vi")  # AV601, an error
    minimal.with_(PROCEDURE, unntak="[{regel: AV601, grunn: Under arbeid., til: 2026-11-21}]")
    blocking = {d.code for d in minimal.examine(TODAY, Change(frozenset({PATH}))).found if d.severity is Severity.FEIL}
    assert blocking == {"AV510", "AV601"}
    assert {d.severity for d in minimal.check()} == {Severity.ADVARSEL}
    minimal.replace(PROCEDURE, "AV601", "AV701").replace(PROCEDURE, "## Ansvar", "Gjelder 12054542079.\n\n## Ansvar")
    assert "AV701" in {d.code for d in minimal.check() if d.severity is Severity.FEIL}


def test_what_protects_a_person_is_never_waived(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "Gjelder 12054542079, mann.\n\n## Ansvar")
    minimal.with_(PROCEDURE, unntak="[{regel: AV701, grunn: Et eksempel., til: 2027-01-01}]")
    assert sorted(minimal.codes()) == ["AV516", "AV701"]


@pytest.mark.parametrize(
    ("waiver", "codes"),
    [
        ("{regel: AV514, grunn: Rettet., til: 2027-01-01}", ["AV514", "AV516"]),
        ("{regel: AV518, grunn: Rettet., til: 2027-01-01}", ["AV514", "AV516"]),
        ("{regel: AV605, grunn: Ett ark., til: 2099-01-01}", ["AV514", "AV523"]),
    ],
)
def test_what_compares_is_never_waived_and_a_waiver_ends(minimal: Minimal, waiver: str, codes: list[str]) -> None:
    before = {PATH: minimal.path(PROCEDURE).read_bytes()}
    minimal.with_(PROCEDURE, unntak=f"[{waiver}]").replace(PROCEDURE, "Skriv grunnen", "Skriv årsaken")
    assert sorted(d.code for d in minimal.examine(change=Change(frozenset(before), before)).found) == codes


@pytest.mark.parametrize(
    ("had", "has", "said"),
    [
        ("", "2027-01-01", "er satt til side til 2027-01-01. Derfor blir ikke dette sagt: linje"),
        ("2027-01-01", "2027-06-01", "gjaldt til 2027-01-01, og gjelder nå til 2027-06-01."),
        ("2027-06-01", "2027-06-01", ""),
        ("2027-06-01", "2027-01-01", ""),
        (None, "2027-06-01", "er satt til side til"),
    ],
)
def test_a_waiver_that_is_new_is_told_with_what_it_hides(
    minimal: Minimal, had: str | None, has: str, said: str
) -> None:
    """None: the document itself is new."""
    html(minimal)
    if had:
        minimal.with_(PROCEDURE, unntak=f"[{{regel: AV702, grunn: Kodene skal vises., til: {had}}}]")
    before = minimal.path(PROCEDURE).read_bytes()
    minimal.with_(PROCEDURE, unntak=f"[{{regel: AV702, grunn: Kodene skal vises., til: {has}}}]")
    change = (
        Change(frozenset({PATH}), {PATH: before}) if had is not None else UNCHANGED._replace(added=frozenset({PATH}))
    )
    found = minimal.examine(change=change).found
    assert [d.code for d in found] == (["AV522"] if said else [])
    assert all(said in d.message and "«Kodene skal vises.»" in d.hint for d in found)
