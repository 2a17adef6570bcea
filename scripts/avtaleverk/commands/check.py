"""`avtaleverk check`: read everything, change nothing, and say what is wrong.

Most modules are imported only when something has changed, so that repeating a check is quick.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from avtaleverk.arguments import day, given
from avtaleverk.checks.change.commit_mark import commit_mark
from avtaleverk.checks.change.revision import UNCHANGED, Change, UnknownRevision, change_since
from avtaleverk.checks.remember import key_of, recall, remember
from avtaleverk.day import today
from avtaleverk.diagnostics import Diagnostic, Severity
from avtaleverk.processes import Processes, two_processes
from avtaleverk.report import FORMATS

if TYPE_CHECKING:
    from avtaleverk.examine import Examined

HELP = "Kontroller avtalene. Endrer ingenting, uten med --fix, som retter det som er trygt å rette."


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--today", type=day, default=today(), metavar="ÅÅÅÅ-MM-DD", help="dagen kontrollen gjelder")
    parser.add_argument("--format", choices=FORMATS, default="text", help="hvordan funnene skrives (standard: text)")
    parser.add_argument(
        "--changed-since",
        type=given,
        metavar="REV",
        help="git-revisjonen endringen bygger på: funn som skyldes kalenderen, stopper bare filer som er endret siden",
    )
    parser.add_argument(
        "--no-compare",
        action="store_true",
        help="sammenlign ikke med git; ellers sammenlignes det som er endret etter siste commit, med det som sto der",
    )
    parser.add_argument("--fix", action="store_true", help="rett det som trygt kan rettes, og kontroller etterpå")


def run(args: argparse.Namespace) -> int:
    """0 when nothing stops a build, 1 when something does, 2 when the revision is unknown."""
    root = Path(args.root).resolve()
    if args.fix:
        for path, changes in import_module("avtaleverk.checks.mend").mend_all(root).items():
            print(f"rettet {path}", *changes, sep="\n  ", file=sys.stderr)
    try:
        change = change_since(root, args.changed_since) if args.changed_since else UNCHANGED
    except UnknownRevision as unknown:
        print(unknown, file=sys.stderr)
        return 2
    commit = "" if args.changed_since or args.no_compare else commit_mark(root)
    key = key_of(root, args.today, change, commit)
    if (known := recall(root, key)) is None:
        if commit:
            change = import_module("avtaleverk.checks.change.committed").since_commit(root)
        args.examined = examined_in(root, args.today, change, two_processes)  # kept alive: freeing it takes time
        known = list(args.examined.found), len(args.examined.corpus.documents)
    found, documents = known
    remember(root, key, found, documents)
    write(args.format, found, documents, change.paths)
    return 1 if any(d.severity is Severity.FEIL for d in found) else 0


def examined_in(root: Path, today: date, change: Change, processes: Processes) -> "Examined":
    """Examine a folder with the garbage collector off: everything is kept until the end anyway."""
    gc.disable()
    try:
        examined: Examined = import_module("avtaleverk.examine").examine(root, today, change, processes)
        return examined
    finally:
        gc.freeze()
        gc.unfreeze()  # moves all objects to the oldest generation, which is rarely collected
        gc.enable()


def write(name: str, found: Sequence[Diagnostic], documents: int, touched: frozenset[str]) -> None:
    """Print the findings; on GitHub the whole list goes to the step summary as well."""
    if name == "text":
        from avtaleverk.report.text import report

        print(report(found, documents, colour=sys.stdout.isatty() and "NO_COLOR" not in os.environ))
        return
    if name != "github":
        print(import_module(f"avtaleverk.report.{name}").report(found, documents))
        return
    print(import_module("avtaleverk.report.github").report(found, documents, touched))
    if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
        from avtaleverk.report.markdown import report as in_full

        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(in_full(found, documents) + "\n")
