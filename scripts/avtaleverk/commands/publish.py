"""`avtaleverk publish`: put a finished site where the server shows it, all at once, or go back to the one before."""

import argparse
import shutil
import sys
import time
from pathlib import Path

from avtaleverk.publish.lock import Busy
from avtaleverk.publish.publish import Refused, publish, roll_back

HELP = "Publiser et ferdig nettsted i ett steg, eller gå tilbake til forrige utgivelse."


def configure(parser: argparse.ArgumentParser) -> None:
    """What to publish, where, and how."""
    parser.add_argument(
        "folders", type=Path, nargs="+", metavar="NETTSTED MÅL",
        help="mappen med nettstedet og mappen det publiseres til; med --rollback bare den siste",
    )  # fmt: skip
    parser.add_argument("--rollback", action="store_true", help="gå tilbake til forrige utgivelse")
    parser.add_argument(
        "--keep", type=int, default=5, metavar="N", help="hvor mange utgivelser som beholdes (standard: 5)"
    )
    parser.add_argument(
        "--path",
        default="",
        metavar="/STI/",
        help="stien nettstedet står under på tjeneren (standard: som sist, ellers /)",
    )
    parser.add_argument(
        "--no-symlink", action="store_true", help="bytt mappe i stedet for symbolsk lenke (IIS, filområder)"
    )


def run(args: argparse.Namespace) -> int:
    """0 when done, 1 when the site is not fit to be published, 2 when it could not be done."""
    *site, target = args.folders
    if len(site) != (0 if args.rollback else 1) or args.keep < 2:
        print("Oppgi NETTSTED og MÅL (med --rollback bare MÅL), og behold minst 2 utgivelser.", file=sys.stderr)
        return 2
    links = not args.no_symlink
    try:
        if args.rollback:
            release = roll_back(target, links)
        else:
            release = publish(site[0], target, int(time.time()), args.keep, args.path, links)
    except Refused as refused:
        print(f"{refused}\nIngenting er publisert. Leserne ser den samme utgaven som før.", file=sys.stderr)
        return 1
    except Busy:
        print(f"En annen publisering til {target} pågår. Vent til den er ferdig.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{_reason(error)}\nIngenting er publisert. Leserne ser den samme utgaven som før.", file=sys.stderr)
        return 2
    print(f"Utgivelsen {release.id} vises nå fra {target / 'current'}.")
    return 0


def _reason(error: OSError) -> str:
    """What went wrong; of the many files that a full disk did not take, only the first."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        return str(error.args[0][0][-1])
    return str(error)
