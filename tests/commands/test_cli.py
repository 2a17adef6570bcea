"""The commands: their help, their exit codes, and that checking writes nothing."""

import os
import shutil
import subprocess
import sys
from argparse import Namespace
from datetime import date
from errno import EACCES, ENOSPC
from io import StringIO
from pathlib import Path
from pkgutil import iter_modules

import pytest

from avtaleverk import commands
from avtaleverk.cli import main, read, run
from avtaleverk.report import FORMATS
from tests.conftest import ROOT, Minimal

NAMES = [module.name for module in iter_modules(commands.__path__)]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_in_norwegian(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([name.replace("_", "-"), "--help"])
    assert stopped.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith("bruk: ") and "vis denne hjelpen" in said
    assert not [word for word in ("usage", "options:", "positional", "show this") if word in said]


def test_check_says_where_what_and_how(minimal: Minimal, capsys: pytest.CaptureFixture[str]) -> None:
    minimal.with_("prosedyrer/p-varsel.md", faser="[utskriving]")
    assert main(["--root", str(minimal.root), "check", "--today", "2026-11-22"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "agreements/prove/prosedyrer/p-varsel.md:26:9: feil AV104: «utskriving» i feltet «faser» finnes ikke i "
        "registeret faser.yml. → Mente du «utskrivning»?"
    )


def test_a_faultless_corpus_gives_0(minimal: Minimal) -> None:
    assert main(["--root", str(minimal.root), "check", "--today", "2026-11-22"]) == 0


def test_a_day_that_is_to_be_reproduced_holds_for_every_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert read(["check"]).today == read(["review"]).date == date(2030, 3, 17)


def test_an_unknown_command_gives_2() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["finnes-ikke"])
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["finnes-ikke"], "Det finnes ingen kommando «finnes-ikke». Velg en av: "),
        ([], "Her mangler kommando."),
        (["check", "--today", "30.09.2027"], "«30.09.2027» er ingen dato. Skriv år, måned og dag slik: 2027-09-30."),
        (["check", "--today", "2027-02-30"], "«2027-02-30» finnes ikke i kalenderen."),
        (["check", "--today", "20270930"], "«20270930» er ingen dato."),
        (["check", "--today"], "--today mangler en verdi."),
        (["check", "--format", "pdf"], "--format kan ikke være «pdf». Velg en av: text, "),
        (["check", "--changed-since", ""], "--changed-since: Her mangler en verdi. Er en variabel tom?"),
        (["check", "--fort"], "Kommandoen kjenner ikke «--fort»."),
        (["check", "--fix=ja"], "--fix skal ikke ha noen verdi («ja»)."),
        (["serve", "--address", "tull"], "«tull» er ingen adresse. Skriv maskin og tall slik: 127.0.0.1:8000."),
        (["serve", "--address", "127.0.0.1:99999"], "«127.0.0.1:99999» er ingen adresse."),
        (["explain"], "Her mangler AVnnn."),
    ],
)
def test_a_wrong_command_line_is_explained_in_norwegian(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    error = capsys.readouterr().err
    assert stopped.value.code == 2
    assert said in error
    assert "--help» for å se" in error


def fails_with(error: OSError) -> Namespace:
    def fail(_: Namespace) -> int:
        raise error

    return Namespace(run=fail)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(EACCES, "", "site/a"), "Kan ikke lese eller skrive site/a: du har ikke rettighet til det.\n"),
        (OSError(ENOSPC, "No space left on device"), "Det gikk ikke: disken er full.\n"),
        (shutil.Error([("a", "b", "borte")]), "Kan ikke kopiere a: borte.\n"),
    ],
)
def test_what_the_system_refuses_is_told(error: OSError, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(fails_with(error)) == 2
    assert capsys.readouterr().err == said


def test_a_reader_who_leaves_never_makes_it_look_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", StringIO())
    assert run(fails_with(BrokenPipeError())) == 1


def test_checking_writes_nothing_but_its_own_memory(minimal: Minimal) -> None:
    def tree() -> dict[Path, bytes]:
        files = (path for path in minimal.root.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files if ".cache" not in path.parts}

    before = tree()
    main(["--root", str(minimal.root), "check"])
    assert tree() == before


def by_itself(*words: str) -> str:
    """What a command prints in a process of its own, where only what it imports itself is imported."""
    return subprocess.run([sys.executable, "-m", "avtaleverk", *words], capture_output=True, text=True).stdout


def test_where_there_is_no_project_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path / "skrivefeil"), "check"]) == 1
    assert "AV009" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_the_page_of_a_rule_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert by_itself("--root", str(ROOT), "explain", "av101").startswith("# AV101: ")
    assert main(["--root", str(ROOT), "explain", "AV999"]) == 2
    assert "Det finnes ingen regel AV999." in capfd.readouterr().err
    assert main(["--root", str(ROOT / "docs"), "explain", "AV101"]) == 2
    assert "Kjør kommandoen i prosjektets rotmappe." in capfd.readouterr().err


def test_what_is_remembered_is_written_as_what_was_found(minimal: Minimal, capsys: pytest.CaptureFixture[str]) -> None:
    minimal.with_("prosedyrer/p-varsel.md", faser="[utskriving]")
    for path in minimal.root.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))  # what was written just now is not remembered
    check = ("--root", str(minimal.root), "check", "--today", "2026-11-22", "--format")
    main([*check, "text"])
    assert "AV104" in capsys.readouterr().out and (minimal.root / ".cache/avtaleverk/check.json").is_file()
    for form in FORMATS:
        main([*check, form])
        assert by_itself(*check, form) == capsys.readouterr().out


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_in_the_guide(name: str) -> None:
    guide = (ROOT / "docs" / "redaktor" / "drift.md").read_text(encoding="utf-8")
    assert f"| `avtaleverk {name.replace('_', '-')}` |" in guide


def test_the_guide_explains_every_field() -> None:
    from avtaleverk.corpus.fields import DOCUMENT

    guide = (ROOT / "docs" / "redaktor" / "feltene.md").read_text(encoding="utf-8")
    assert [field.key for field in DOCUMENT if f"`{field.key}`" not in guide] == []
