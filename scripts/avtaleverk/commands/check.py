"""`avtaleverk check`: read everything, write nothing, and say what is wrong."""

import argparse
from datetime import date
from pathlib import Path

from avtaleverk.checks.run import stops_build
from avtaleverk.pipeline import examine
from avtaleverk.report.text import report

HELP = "Kontroller avtalene. Endrer ingenting."


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--today", type=date.fromisoformat, default=date.today(), metavar="ÅÅÅÅ-MM-DD", help="dagen kontrollen gjelder"
    )


def run(args: argparse.Namespace) -> int:
    """0 when nothing stops a build, else 1."""
    examined = examine(Path(args.root), args.today)
    print(report(list(examined.found), len(examined.corpus.documents)))
    return 1 if stops_build(list(examined.found)) else 0
