"""A check of what was checked before gives the same answer, and forgets it as soon as anything changes."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from avtaleverk.cache import FOLDER
from avtaleverk.checks.change.revision import UNCHANGED, Change
from avtaleverk.checks.remember import key_of, recall, remember
from avtaleverk.cli import main
from tests.conftest import PROCEDURE, ROOT, TODAY, Minimal


def settled(minimal: Minimal) -> Minimal:
    """All files as if they had lain there for a while."""
    for path in minimal.root.rglob("*"):
        os.utime(path, (1_700_000_000, 1_700_000_000))
    return minimal


def key(minimal: Minimal, today: date = TODAY, change: Change = UNCHANGED) -> str:
    return key_of(minimal.root, today, change)


def test_what_was_found_is_recalled_as_it_was(minimal: Minimal) -> None:
    found = settled(minimal.with_(PROCEDURE, eier_hf=None)).check()
    remember(minimal.root, key(minimal), found, 3)
    assert recall(minimal.root, key(minimal)) == (found, 3)


def test_another_day_another_change_or_another_file_is_another_check(minimal: Minimal) -> None:
    first = key(settled(minimal))
    assert first
    assert key(minimal, date(2027, 1, 1)) != first
    assert key(minimal, change=Change(frozenset({"a.md"}))) != first
    assert key(minimal, change=Change(before={"a.md": b"x"})) != key(minimal, change=Change(before={"a.md": b"y"}))
    os.utime(minimal.path(PROCEDURE), (1_700_000_001, 1_700_000_001))
    assert key(minimal) != first


def test_a_file_that_was_just_written_is_never_trusted(minimal: Minimal) -> None:
    settled(minimal).write(PROCEDURE, "ny")
    assert key(minimal) == ""
    assert recall(minimal.root, "") is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": "x"}', '{"key": "x", "documents": 1, "found": [[1]]}'])
def test_a_damaged_memory_is_no_memory(minimal: Minimal, content: str) -> None:
    folder = minimal.root / FOLDER
    folder.mkdir(parents=True)
    (folder / "check.json").write_text(content, encoding="utf-8")
    assert recall(minimal.root, "x") is None


def test_the_command_answers_the_same_twice(minimal: Minimal, capsys: pytest.CaptureFixture[str]) -> None:
    settled(minimal.with_(PROCEDURE, eier_hf=None))
    command = ["--root", str(minimal.root), "check", "--today", "2026-11-22"]
    answers = [(main(command), capsys.readouterr().out) for _ in range(2)]
    assert answers[0] == answers[1]
    assert answers[0][0] == 1
    assert Path(minimal.root / FOLDER / "check.json").is_file()


def test_a_check_of_what_was_checked_before_starts_without_what_reads_documents() -> None:
    names = "import sys, avtaleverk.commands.check; print(*sys.modules)"
    command = [sys.executable, "-c", names]
    loaded = subprocess.run(command, cwd=ROOT / "scripts", capture_output=True, text=True, check=True).stdout.split()
    assert "avtaleverk.checks.remember" in loaded
    assert {"markdown_it", "yaml", "avtaleverk.corpus.source", "avtaleverk.links"}.isdisjoint(loaded)
