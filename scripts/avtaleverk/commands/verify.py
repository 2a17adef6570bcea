"""`avtaleverk verify`: is a finished site whole, valid, and safe to publish?"""

import argparse
from pathlib import Path

from avtaleverk.site.verify import verify

HELP = "Kontroller at et ferdig nettsted er helt, gyldig og trygt å publisere."


def configure(parser: argparse.ArgumentParser) -> None:
    """The folder of the site."""
    parser.add_argument("site", type=Path, metavar="NETTSTED", help="mappen med det ferdige nettstedet")


def run(args: argparse.Namespace) -> int:
    """0 when all is well, 1 when there are problems, 2 when there is no such folder."""
    if not args.site.is_dir():
        print(f"Mappen {args.site} finnes ikke.")
        return 2
    problems = verify(args.site)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} feil i {args.site}." if problems else f"{args.site} er hel og kan publiseres.")
    return 1 if problems else 0
