"""Two processes do what one does. Each test starts its own program, since a process with threads never forks."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT

PROGRAM = """
import os, signal
os.cpu_count = lambda: 2
from avtaleverk import processes
processes.MIN_ITEMS = {fewest}
parent = os.getpid()
def is_child(): return os.getpid() != parent
def work(items):
    {first}
    return [(item, is_child(), "." * {size}) for item in items]
def again(results):
    {second}
    return [(item, by_child, is_child()) for item, by_child, _ in results]
results = [(0, 0, 0)]
try:
    with processes.two_processes() as spread:
        results = spread(again, spread(work, list(range(9)), {size_of}), lambda result: ({size_of})(result[0]))
except ValueError as error:
    print(error)
print([item for item, *_ in results] == list(range(9)), *(sum(by_child) for by_child in list(zip(*results))[1:]))
try:
    print(os.waitpid(-1, os.WNOHANG))
except ChildProcessError:
    print("no child is left")
"""


def program(
    fewest: int = 5, first: str = "pass", second: str = "pass", size: int = 1, size_of: str = "lambda item: 1"
) -> str:
    """A program that does two rounds of work on nine items, and counts how many items of each round the child did."""
    return PROGRAM.format(fewest=fewest, first=first, second=second, size=size, size_of=size_of)


def printed(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")


@needs_fork
def test_a_child_does_half_of_many_items() -> None:
    assert printed(program()) == "True 5 5\nno child is left"


@needs_fork
def test_the_halves_are_equal_in_work() -> None:
    assert printed(program(size_of="lambda item: 9 - item")) == "True 7 7\nno child is left"


def test_few_items_are_not_worth_a_child() -> None:
    assert printed(program(fewest=50)) == "True 0 0\nno child is left"


@needs_fork
def test_results_may_be_larger_than_a_pipe() -> None:
    assert printed(program(size=1_000_000)) == "True 5 5\nno child is left"


ENDS = {
    "an error": "if is_child(): raise SystemExit(3)",
    "a kill": "if is_child(): os.kill(os.getpid(), signal.SIGKILL)",
    "a result that cannot be sent": "if is_child(): return [(lambda: 0, 0, 0)] * len(items)",
}


@needs_fork
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_the_parent_does_the_half_of_a_child_that_died(end: str) -> None:
    assert printed(program(first=end)) == "True 0 0\nno child is left"


@needs_fork
def test_results_sent_before_the_child_died_are_kept() -> None:
    assert printed(program(second=ENDS["a kill"])) == "True 5 0\nno child is left"


@needs_fork
def test_half_a_message_counts_as_none() -> None:
    cut = "if is_child(): os.write(spread.writing.fileno(), bytes(7) + b'x' + b'half') and os._exit(1)"
    assert printed(program(first=cut)) == "True 0 0\nno child is left"


@needs_fork
def test_an_error_in_the_work_is_raised_and_leaves_no_child() -> None:
    assert printed(program(first="raise ValueError(items)")) == "[0, 1, 2, 3]\nFalse 0 0\nno child is left"


@needs_fork
def test_a_child_does_not_outlive_its_parent() -> None:
    assert printed(program(first="if not is_child(): os._exit(0)")) == ""  # the pipe to here is closed by both


@needs_fork
def test_two_processes_find_in_the_content_what_one_finds() -> None:
    both = """
import os; os.cpu_count = lambda: 2
from datetime import date
from pathlib import Path
from avtaleverk.commands.check import examined_in
from avtaleverk.processes import one_process, two_processes
from avtaleverk.checks.change.revision import UNCHANGED
one, two = (examined_in(Path(), date(2031, 1, 1), UNCHANGED, processes) for processes in (one_process, two_processes))
print(one.found == two.found, len(one.found) > 100)
"""
    assert printed(both) == "True True"
