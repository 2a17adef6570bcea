"""`avtaleverk serve`: build, show the site on this machine, and build again when a file changes."""

import argparse
from pathlib import Path

from avtaleverk.arguments import address
from avtaleverk.site.generator import serve

HELP = "Vis nettstedet på denne maskinen, og oppdater det når en fil endres."


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--address",
        type=address,
        default="127.0.0.1:8000",
        metavar="ADRESSE",
        help="adressen (standard: 127.0.0.1:8000)",
    )


def run(args: argparse.Namespace) -> int:
    """Serves until it is stopped."""
    return serve(Path(args.root).resolve(), args.address)
