"""`avtaleverk check-live ADDRESS`: is the running site the one that was published?"""

import argparse
import sys
from pathlib import Path

from avtaleverk.publish.live import Unreachable, differences, manifest_of
from avtaleverk.site.manifest import NAME, read_manifest

HELP = "Sammenlign et nettsted i drift med det som ble publisert."


def configure(parser: argparse.ArgumentParser) -> None:
    """Which site, and what it is compared with."""
    parser.add_argument("address", metavar="ADRESSE", help="for eksempel http://intranett.example/avtaler/")
    parser.add_argument(
        "--site",
        type=Path,
        metavar="MAPPE",
        help="mappen nettstedet skal være likt (standard: det nettstedet selv sier)",
    )


def run(args: argparse.Namespace) -> int:
    """0 when it is, 1 when something differs, 2 when the site does not answer."""
    address = f"{args.address.rstrip('/')}/"
    try:
        manifest = read_manifest((args.site / NAME).read_bytes()) if args.site else manifest_of(address)
        found = list(differences(address, manifest))
    except (Unreachable, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    for line in found:
        print(line)
    print(f"{address}: utgave {manifest.build_id}, {len(manifest.files)} filer, {len(found)} avvik.")
    return 1 if found else 0
