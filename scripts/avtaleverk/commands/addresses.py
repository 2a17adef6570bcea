"""`avtaleverk addresses`: is every address that was ever published still there?"""

import argparse
import sys
from pathlib import Path

from avtaleverk import whole_file
from avtaleverk.day import today
from avtaleverk.examine import examine
from avtaleverk.pipeline import addresses, made_pages
from avtaleverk.site.manifest import read_manifest
from avtaleverk.site.permanence import grown, lost
from avtaleverk.site.published import FILE, published_in, write_addresses

HELP = "Kontroller at hver adresse som har vært publisert, fortsatt svarer."


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument(
        "--manifest", type=Path, metavar="FIL",
        help="kontroller også adressene i manifest.json fra utgivelsen som vises nå",
    )  # fmt: skip
    parser.add_argument("--update", action="store_true", help="legg adressene som finnes nå, til i adresser.txt")


def run(args: argparse.Namespace) -> int:
    """0 when they all do, 1 when some are lost, 2 when the manifest cannot be read."""
    root = Path(args.root).resolve()
    day = today()
    examined = examine(root, day)
    manifest = addresses(root, examined.corpus, made_pages(root, examined, day), day)
    published = published_in(root)
    if args.manifest:
        try:
            published = grown(published, read_manifest(args.manifest.read_bytes()))
        except (OSError, ValueError) as error:
            print(f"{args.manifest} kan ikke leses: {error}", file=sys.stderr)
            return 2
    gone = list(lost(published, manifest))
    for address in gone:
        print(
            f"{FILE}: adressen {address} svarer ikke lenger. Gi siden «tidligere_id», eller skriv hva som gjelder nå."
        )
    if args.update:
        whole_file.write(root / FILE, write_addresses(grown(published, manifest)).encode())
    print(f"{len(published)} adresser kontrollert, {len(gone)} svarer ikke.", file=sys.stderr)
    return 1 if gone else 0
