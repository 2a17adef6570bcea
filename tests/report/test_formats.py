"""Every format against its golden file. Write them anew with `UPDATE_GOLDEN=1 pytest tests/report/test_formats.py`."""

import json
import os
from importlib import import_module
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from avtaleverk.cli import main
from avtaleverk.diagnostics import Diagnostic, Location, Severity
from avtaleverk.report import FORMATS
from avtaleverk.report.github import report as github_report
from avtaleverk.report.text import report as text_report
from tests.conftest import Minimal

GOLDEN = Path(__file__).parent / "golden"
FOUND = [
    Diagnostic(
        Location("agreements/prøve/da05.md", 7, 3), "AV101", Severity.FEIL,
        "Feltet «eier_hf» mangler: 100 %, alt; ja], | <b> ::", "Legg til «eier_hf:».",
    ),
    Diagnostic(
        Location("agreements/prøve/da05.md", 9, 1), "AV101", Severity.FEIL,
        "Feltet «eier_hf» mangler: 100 %, alt; ja], | <b> ::", "Legg til «eier_hf:».",
    ),
    Diagnostic(
        Location("agreements/prøve/p-varsel.md", 40, 12), "AV207", Severity.ADVARSEL,
        "Her står «48 timer», men avtalen sier «24 timer».", "Skriv «24 timer».", (Location("agreements/prøve/da05.md", 3, 1),),
    ),
    Diagnostic(Location("agreements/register/tema.yml", 2, 1), "AV409", Severity.MERKNAD, "Ingen bruker «x»\u0007."),
]  # fmt: skip


def report(name: str, found: list[Diagnostic]) -> str:
    return str(import_module(f"avtaleverk.report.{name}").report(found, 3))


@pytest.mark.parametrize("name", FORMATS)
def test_format_is_as_agreed(name: str) -> None:
    golden = GOLDEN / f"{name}.txt"
    made = report(name, FOUND) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_format_of_no_findings_says_nothing_is_wrong(name: str) -> None:
    made = report(name, [])
    assert "AV" not in made
    assert "ingen funn" in made or name in ("gitlab", "junit", "json", "sarif")


def test_colour_holds_the_same_words() -> None:
    coloured = text_report(FOUND, 3, colour=True)
    assert "\x1b[1;31mfeil AV101\x1b[0m" in coloured
    assert "agreements/prøve/da05.md:7:3" in coloured


def test_github_shows_ten_of_a_weight_and_says_how_many_more() -> None:
    many = [Diagnostic(Location("a.md", n), "AV101", Severity.FEIL, f"nr {n}") for n in range(1, 26)]
    lines = report("github", many).splitlines()
    assert sum(line.startswith("::error") for line in lines) == 10
    assert lines[9] == "::error title=Flere funn::16 til; se oppsummeringen av kjøringen."


def test_github_shows_those_of_the_change_first_and_hides_no_file_behind_another() -> None:
    many = [Diagnostic(Location(path, n), "AV101", Severity.FEIL, "nr") for path in "abc" for n in range(1, 26)]
    shown = [line.split(",line=")[0] for line in github_report(many, 3).splitlines()[:9]]
    assert shown == [f"::error file={path}" for path in "aaabbbccc"]
    shown = [line.split(",line=")[0] for line in github_report(many, 3, frozenset("b")).splitlines()[:9]]
    assert shown == ["::error file=b"] * 9


def test_gitlab_fingerprint_does_not_move_with_the_lines() -> None:
    moved = [Diagnostic(Location(d.at.path, d.at.line + 7), d.code, d.severity, d.message, d.hint) for d in FOUND]
    prints = [[issue["fingerprint"] for issue in json.loads(report("gitlab", f))] for f in (FOUND, moved)]
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == len(FOUND)


def test_junit_is_xml_whatever_the_message_holds() -> None:
    suite = fromstring(report("junit", FOUND).encode())[0]
    assert (suite.get("tests"), suite.get("failures")) == ("4", "2")
    [passed] = fromstring(report("junit", []).encode())[0]
    assert passed.get("name") == "3 dokumenter" and not len(passed)


def test_sarif_refers_to_its_own_rules() -> None:
    run = json.loads(report("sarif", FOUND))["runs"][0]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [ids[result["ruleIndex"]] for result in run["results"]] == [d.code for d in FOUND]


def test_everything_goes_to_the_step_summary_of_github(
    minimal: Minimal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    minimal.with_("prosedyrer/p-varsel.md", eier_hf=None)
    assert main(["--root", str(minimal.root), "check", "--format", "github", "--today", "2026-11-22"]) == 1
    assert "::error file=agreements/prove/prosedyrer/p-varsel.md" in capsys.readouterr().out
    assert "**feil AV101**" in summary.read_text(encoding="utf-8")


def test_sarif_follows_the_published_schema() -> None:
    """The package holds the classes that were made from OASIS's JSON Schema of SARIF 2.1.0; nothing else is let in."""
    read = SarifLog.model_validate_json(report("sarif", FOUND))
    assert [result.ruleId for result in read.runs[0].results or ()] == [d.code for d in FOUND]
