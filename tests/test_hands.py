"""Two processes find what one finds. Each test starts a program of its own, for a process with threads has no child."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

PROGRAM = """
import os, signal
os.cpu_count = lambda: 2
from avtaleverk import hands
hands.FEWEST = {fewest}
parent = os.getpid()
def is_child(): return os.getpid() != parent
def work(things):
    {first}
    return [(thing, is_child(), "." * {size}) for thing in things]
def again(made):
    {second}
    return [(thing, was_there, is_child()) for thing, was_there, _ in made]
made = [(0, 0, 0)]
try:
    with hands.by_two() as by:
        made = by(again, by(work, list(range(9)), {size_of}), lambda made: ({size_of})(made[0]))
except ValueError as error:
    print(error)
print([thing for thing, *_ in made] == list(range(9)), *(sum(there) for there in list(zip(*made))[1:]))
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no child is left")
"""


def program(
    fewest: int = 5, first: str = "pass", second: str = "pass", size: int = 1, size_of: str = "lambda thing: 1"
) -> str:
    """A program that has two works done on nine things, and counts what the child did of each."""
    return PROGRAM.format(fewest=fewest, first=first, second=second, size=size, size_of=size_of)


def printed(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")


@needs_fork
def test_half_of_many_things_is_done_by_a_child() -> None:
    assert printed(program()) == "True 5 5\nno child is left"


@needs_fork
def test_the_halves_are_as_large_as_each_other() -> None:
    assert printed(program(size_of="lambda thing: 9 - thing")) == "True 7 7\nno child is left"


def test_few_things_are_done_here() -> None:
    assert printed(program(fewest=50)) == "True 0 0\nno child is left"


@needs_fork
def test_more_is_told_than_a_pipe_holds() -> None:
    assert printed(program(size=1_000_000)) == "True 5 5\nno child is left"


ENDS = {
    "an error": "if is_child(): raise SystemExit(3)",
    "a kill": "if is_child(): os.kill(os.getpid(), signal.SIGKILL)",
    "nothing that can be told": "if is_child(): return [(lambda: 0, 0, 0)] * len(things)",
}


@needs_fork
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_the_half_of_a_child_that_ends_is_done_here(end: str) -> None:
    assert printed(program(first=end)) == "True 0 0\nno child is left"


@needs_fork
def test_what_a_child_did_before_its_end_counts() -> None:
    assert printed(program(second=ENDS["a kill"])) == "True 5 0\nno child is left"


@needs_fork
def test_a_child_that_ends_while_it_tells_has_told_nothing() -> None:
    cut = "if is_child(): os.write(by.writing.fileno(), bytes(7) + b'x' + b'half') and os._exit(1)"
    assert printed(program(first=cut)) == "True 0 0\nno child is left"


@needs_fork
def test_an_error_in_the_work_is_raised_here_and_leaves_no_child() -> None:
    assert printed(program(first="raise ValueError(things)")) == "[0, 1, 2, 3]\nFalse 0 0\nno child is left"


@needs_fork
def test_a_child_does_not_outlive_its_parent() -> None:
    assert printed(program(first="if not is_child(): os._exit(0)")) == ""  # the pipe to here is closed by both


@needs_fork
def test_two_find_in_the_content_what_one_finds() -> None:
    both = """
import os; os.cpu_count = lambda: 2
from datetime import date
from pathlib import Path
from avtaleverk.commands.check import examined_in
from avtaleverk.hands import by_one, by_two
from avtaleverk.checks.change.revision import UNCHANGED
one, two = (examined_in(Path(), date(2031, 1, 1), UNCHANGED, by) for by in (by_one, by_two))
print(one.found == two.found, len(one.found) > 100)
"""
    assert printed(both) == "True True"
