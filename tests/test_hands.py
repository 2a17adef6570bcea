"""Two processes find what one finds. Each test starts a program of its own, for a process with threads has no child."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

PROGRAM = """
import os
from avtaleverk import hands
hands.FEWEST = {fewest}
parent = os.getpid()
def work(things):
    if {failing}: raise SystemExit(3)
    return [(thing, os.getpid() == parent) for thing in things]
made = hands.by_two(work, list(range(9)))
print(sorted(thing for thing, _ in made) == list(range(9)), sum(not here for _, here in made))
"""


def printed(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")


@needs_fork
def test_half_of_many_things_is_done_by_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    program = PROGRAM.format(fewest=5, failing=False)
    assert printed("import os; os.cpu_count = lambda: 2\n" + program) == "True 4"


def test_few_things_are_done_here() -> None:
    assert printed(PROGRAM.format(fewest=50, failing=False)) == "True 0"


@needs_fork
def test_the_half_of_a_child_that_fails_is_done_here() -> None:
    program = PROGRAM.format(fewest=5, failing="os.getpid() != parent")
    assert printed("import os; os.cpu_count = lambda: 2\n" + program) == "True 0"


@needs_fork
def test_two_find_in_the_content_what_one_finds() -> None:
    program = """
import os; os.cpu_count = lambda: 2
from datetime import date
from pathlib import Path
from avtaleverk.commands.check import examined_in
from avtaleverk.hands import alone, by_two
from avtaleverk.checks.change.revision import UNCHANGED
one, two = (examined_in(Path(), date(2031, 1, 1), UNCHANGED, by) for by in (alone, by_two))
print(one == two, len(one[0]) > 100)
"""
    assert printed(program) == "True True"
