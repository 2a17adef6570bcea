"""`avtaleverk build`: check and build the site; the last good site stays until the new one is whole."""

import argparse
import sys
from pathlib import Path

from avtaleverk.checks.run import stops_build
from avtaleverk.day import today
from avtaleverk.examine import examine
from avtaleverk.report.text import report
from avtaleverk.site.generator import generate, why_not
from avtaleverk.site.manifest import NAME, read_manifest
from avtaleverk.site.offline import offline_edition
from avtaleverk.site.printed_address import doubt

OFFLINE = "build/offline"
HELP = "Kontroller avtalene og bygg nettstedet i mappen «site»."


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--site", type=Path, default=None, metavar="MAPPE", help="hvor nettstedet skal ligge (standard: site)"
    )
    parser.add_argument(
        "--offline",
        action="store_true",
        help="lag også en datert mappe og zip-fil i build/offline som kan leses uten nett",
    )


def run(args: argparse.Namespace) -> int:
    """0 when the site was built, 1 when the content has errors, 2 when the generator failed."""
    root = Path(args.root).resolve()
    site = args.site.resolve() if args.site else root / "site"
    if refused := args.site and why_not(root, site):
        print(refused, file=sys.stderr)
        return 2
    examined = examine(root, today())
    print(report(examined.found, len(examined.corpus.documents)))
    if stops_build(examined.found):
        print("Nettstedet er ikke bygd. Rett feilene over, og prøv igjen.")
        return 1
    done = generate(root, site)
    if done == 0 and (warning := doubt(read_manifest((site / NAME).read_bytes()))):
        print(warning, file=sys.stderr)
    if done == 0 and args.offline:
        print(f"Utgaven uten nett ligger i {offline_edition(site, root / OFFLINE, today())}, også som zip-fil.")
    return done
