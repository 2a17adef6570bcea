"""How long `check` takes, against the floor: reading, `yaml.compose` and Markdown parsing of the same files.

    python scripts/bench/check_speed.py 200 1000 5000

Makes corpora of about that many documents from this project's content (all of it, then copies of one helsefellesskap
under new names), measures each step in a process of its own, and prints a table. The columns are CPU seconds for the
floor and for a check by one process, then wall-clock seconds for a check by two processes, for the first run of the
command, and for a second run with nothing changed. Each is the best of two runs, except the first run of the command.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "scripts"

FLOOR = """
import sys, time, yaml
from pathlib import Path
from avtaleverk.corpus.markdown import PARSER
start = time.process_time()
for file in sorted(Path(sys.argv[1]).rglob("*")):
    if file.suffix == ".md":
        _, front, body = file.read_text(encoding="utf-8").split("---\\n", 2)
        yaml.compose(front, Loader=yaml.CSafeLoader)
        PARSER.parse(body)
    elif file.suffix == ".yml":
        yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
print(time.process_time() - start)
"""
CHECK = """
import sys, time
from datetime import date
from pathlib import Path
from avtaleverk import processes
from avtaleverk.commands.check import examined_in
from avtaleverk.checks.change.revision import UNCHANGED
start = time.{clock}()
examined = examined_in(Path(sys.argv[1]), date(2026, 11, 22), UNCHANGED, processes.{processes})
print(time.{clock}() - start)
"""
AGAIN = """
import subprocess, sys, time
command = [sys.executable, "-m", "avtaleverk", "--root", sys.argv[1], "check", "--today", "2026-11-22"]
start = time.perf_counter()
subprocess.run(command, capture_output=True)
print(time.perf_counter() - start)
"""


def make(folder: Path, documents: int) -> int:
    """Make a corpus of about that many documents in `folder`; the exact number."""
    content = folder / "agreements"
    shutil.copytree(ROOT / "agreements", content)
    made, source = len(list(content.rglob("*.md"))), ROOT / "agreements" / "innlandet"
    each = len(list(source.rglob("*.md")))
    while made < documents:
        shutil.copytree(source, content / f"omrade-{made:05}")
        made += each
    return made


def measure(program: str, folder: Path, times: int = 2) -> float:
    """The fewest seconds of `times` runs of a program that prints them."""
    command = [sys.executable, "-c", program, str(folder)]
    environment = {"PYTHONPATH": str(SCRIPTS), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
    runs = (subprocess.run(command, env=environment, capture_output=True, text=True, check=True) for _ in range(times))
    return min(float(run.stdout) for run in runs)


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    print("| dokumenter | gulv s | check s | forhold | av to s | forhold | første kjøring s | uendret s | forhold |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            documents = make(folder, size)
            floor = measure(FLOOR, folder / "agreements")
            check = measure(CHECK.format(clock="process_time", processes="one_process"), folder)
            by_two = measure(CHECK.format(clock="perf_counter", processes="two_processes"), folder)
            first, again = measure(AGAIN, folder, 1), measure(AGAIN, folder)
            print(
                f"| {documents} | {floor:.2f} | {check:.2f} | {check / floor:.2f} "
                f"| {by_two:.2f} | {by_two / floor:.2f} | {first:.2f} | {again:.2f} | {again / first:.2f} |"
            )


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [200, 1000])
