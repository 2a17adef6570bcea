"""`avtaleverk redirects nginx|iis`: former addresses as rules for the web server."""

import argparse
from datetime import date
from pathlib import Path

from avtaleverk.links.redirects import iis, nginx, redirects
from avtaleverk.pipeline import examine

HELP = "Skriv ut regler som leder gamle adresser videre, for nginx eller IIS."


def configure(parser: argparse.ArgumentParser) -> None:
    """Which server, and where the site stands."""
    parser.add_argument("server", choices=("nginx", "iis"))
    parser.add_argument("--base", default="/", metavar="STI", help="adressen nettstedet står under (standard: /)")


def run(args: argparse.Namespace) -> int:
    """Always 0; without former addresses there are no rules."""
    examined = examine(Path(args.root), date.today())
    write = {"nginx": nginx, "iis": iis}[args.server]
    base = f"/{args.base.strip('/')}/".replace("//", "/")
    for line in write(redirects(examined.corpus, examined.web), base):
        print(line)
    return 0
