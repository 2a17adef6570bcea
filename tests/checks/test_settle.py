"""Waivers, lowered severities, and findings that only time brings about."""

import subprocess
from datetime import date

import pytest

from avtaleverk.checks.change.revision import Change
from avtaleverk.cli import main
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
    from avtaleverk.examine import examine

    blocking = [d for d in examine(minimal.root, LATE, Change(frozenset({PATH}))).found if d.severity is Severity.FEIL]
    assert {(d.at.path, d.code) for d in blocking} == {(PATH, "AV504")}


def git(minimal: Minimal, *words: str) -> None:
    command = ["git", "-C", str(minimal.root), "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    subprocess.run(command, check=True, capture_output=True)


def check_since(minimal: Minimal, revision: str) -> int:
    return main(["--root", str(minimal.root), "check", f"--changed-since={revision}", "--today", LATE.isoformat()])


def test_changed_since_asks_git_what_the_change_touches(minimal: Minimal) -> None:
    git(minimal, "init", "-q", "-b", "main")
    git(minimal, "add", ".")
    git(minimal, "commit", "-qm", "start")
    git(minimal, "checkout", "-qb", "endring")
    assert check_since(minimal, "main") == 0
    minimal.replace(PROCEDURE, "Skriv grunnen i journalen.", "Skriv hvorfor i journalen.")
    assert check_since(minimal, "main") == 1


@pytest.mark.parametrize("revision", ["finnes-ikke", "--output=x", "main; rm -rf x"])
def test_unknown_revision_is_a_usage_error(minimal: Minimal, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    git(minimal, "init", "-q", "-b", "main")
    assert check_since(minimal, f"{revision}") == 2
    assert "Git kan ikke sammenligne" in capsys.readouterr().err


def test_what_protects_a_person_is_never_waived(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "Gjelder 12054542079, mann.\n\n## Ansvar")
    minimal.with_(PROCEDURE, unntak="[{regel: AV701, grunn: Et eksempel., til: 2027-01-01}]")
    assert sorted(minimal.codes()) == ["AV516", "AV701"]
