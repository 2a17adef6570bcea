"""Waivers, lowered severities, and findings that only time brings about."""

from datetime import date

import pytest

from avtaleverk.checks.change.revision import Change
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


def test_severity_is_lowered_for_all(minimal: Minimal) -> None:
    html(minimal).write("pyproject.toml", '[tool.avtaleverk.severity]\nAV702 = "merknad"\n')
    assert {d.severity for d in minimal.check()} == {Severity.MERKNAD}


@pytest.mark.parametrize(
    "setting", ['AV702 = "feil"', 'AV999 = "merknad"', 'AV702 = "borte"', "AV702 = [", "AV702 = 1"]
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


def test_what_protects_a_person_is_never_waived(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "Gjelder 12054542079, mann.\n\n## Ansvar")
    minimal.with_(PROCEDURE, unntak="[{regel: AV701, grunn: Et eksempel., til: 2027-01-01}]")
    assert sorted(minimal.codes()) == ["AV516", "AV701"]
