"""`avtaleverk addresses`: does every address that was ever published still answer?"""

import argparse
import sys
from pathlib import Path

from avtaleverk.day import today
from avtaleverk.pipeline import examine, made_pages
from avtaleverk.site.manifest import expected
from avtaleverk.site.permanence import FILE, grown, lost, read_addresses, write_addresses

HELP = "Kontroller at hver adresse som har vært publisert, fortsatt svarer."


def configure(parser: argparse.ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--update", action="store_true", help="legg adressene som finnes nå, til i adresser.txt")


def run(args: argparse.Namespace) -> int:
    """0 when they all do, 1 when some are lost."""
    root = Path(args.root).resolve()
    day = today()
    manifest = expected("", made_pages(root, examine(root, day), day))
    file = root / FILE
    published = read_addresses(file.read_text(encoding="utf-8")) if file.is_file() else {}
    gone = list(lost(published, manifest))
    for address in gone:
        print(
            f"{FILE}: adressen {address} svarer ikke lenger. Gi siden «tidligere_id», eller skriv hva som gjelder nå."
        )
    if args.update:
        file.write_text(write_addresses(grown(published, manifest)), encoding="utf-8", newline="\n")
    print(f"{len(published)} adresser kontrollert, {len(gone)} svarer ikke.", file=sys.stderr)
    return 1 if gone else 0
