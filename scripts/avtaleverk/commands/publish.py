"""`avtaleverk publish`: replace the site that the server shows, in one step, or go back to the one before."""

import argparse
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from avtaleverk.publish.lock import Busy
from avtaleverk.publish.publish import Refused, publish, roll_back
from avtaleverk.publish.release import CURRENT, RELEASES, current_of, releases_of
from avtaleverk.site.finish import NoPath, base_of
from avtaleverk.site.manifest import NAME, read_manifest
from avtaleverk.site.printed_address import doubt
from avtaleverk.system_errors import in_norwegian

# What an earlier attempt may have left in the target, and what is at the root of a disk.
_OURS = {CURRENT, RELEASES, "server", "lost+found"}
HELP = "Publiser et ferdig nettsted i ett steg, eller gå tilbake til forrige utgivelse."


def configure(parser: argparse.ArgumentParser) -> None:
    """What to publish, where, and how."""
    parser.add_argument(
        "folders", type=Path, nargs="+", metavar="NETTSTED MÅL",
        help="mappen med nettstedet og mappen det publiseres til; med --rollback og --list bare den siste",
    )  # fmt: skip
    parser.add_argument("--first", action="store_true", help="publiser til en mappe for første gang")
    parser.add_argument("--rollback", action="store_true", help="gå tilbake til utgivelsen leserne så før denne")
    parser.add_argument("--to", default="", metavar="UTGIVELSE", help="gå tilbake til denne i stedet (se --list)")
    parser.add_argument("--list", action="store_true", help="vis utgivelsene som er tatt vare på")
    parser.add_argument(
        "--keep", type=int, default=5, metavar="N", help="hvor mange utgivelser som beholdes (standard: 5)"
    )
    parser.add_argument(
        "--path",
        type=_path,
        default="",
        metavar="/STI/",
        help="stien nettstedet står under på tjeneren (standard: stien i «site_url», ellers som sist)",
    )
    parser.add_argument(
        "--no-symlink", action="store_true", help="bytt mappe i stedet for symbolsk lenke (IIS, filområder)"
    )


def _path(text: str) -> str:
    """The path on a server, with a slash at both ends; "" when none is given. Raises ArgumentTypeError."""
    try:
        return base_of(text) if text else ""
    except NoPath as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from None


def run(args: argparse.Namespace) -> int:
    """0 when done, 1 when the site is not fit to be published, 2 when it could not be done."""
    *site, target = args.folders
    if misuse := _misuse(args, site, target):
        print(misuse, file=sys.stderr)
        return 2
    if args.list:
        return _list(target)
    links = not args.no_symlink
    try:
        print("Kontrollerer hver fil. Leserne ser utgaven fra før så lenge.", flush=True)
        if args.rollback or args.to:
            release = roll_back(target, links, args.to)
        else:
            release = publish(site[0], target, int(time.time()), args.keep, args.path, links)
    except Refused as refused:
        print(f"{refused}\nIngenting er publisert. Leserne ser den samme utgaven som før.", file=sys.stderr)
        return 1
    except Busy:
        print(f"En annen publisering til {target} pågår. Vent til den er ferdig.", file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{in_norwegian(error)}\nIngenting er publisert. Leserne ser den samme utgaven som før.", file=sys.stderr)
        return 2
    print(f"Utgivelsen {release.id} vises nå fra {target / CURRENT}.")
    if warning := doubt(read_manifest((target / CURRENT / NAME).read_bytes())):
        print(warning, file=sys.stderr)
    return 0


def _misuse(args: argparse.Namespace, site: list[Path], target: Path) -> str:
    """Why the command cannot be run with these arguments; "" when it can."""
    only_target = args.rollback or args.to or args.list
    if len(site) != (0 if only_target else 1) or args.keep < 2:
        return "Oppgi NETTSTED og MÅL (med --rollback og --list bare MÅL), og behold minst 2 utgivelser."
    if site and target.resolve().is_relative_to(site[0].resolve()):
        return (
            f"{target} ligger i nettstedet som skal publiseres. Skriv NETTSTED først og MÅL sist, i en mappe utenfor."
        )
    if (target / RELEASES).is_dir() and releases_of(target):
        return ""
    if only_target:
        return f"Ingenting er publisert til {target} før."
    if not args.first:
        first = "Er mappen den rette, publiser første gang med --first."
        return f"Ingenting er publisert til {target} før. {first}"
    others = {path.name for path in target.iterdir()} - _OURS if target.is_dir() else set()
    strangers = sorted(name for name in others if not name.startswith("."))
    return f"I {target} ligger noe annet: {strangers[0]}. Velg en ny eller tom mappe." if strangers else ""


def _list(target: Path) -> int:
    """Name the releases, newest first, with the one that is shown and the one that a roll-back leads to."""
    current = current_of(target)
    notes = {current.before: "vises igjen med --rollback", current.id: "vises nå"} if current else {}
    for release in reversed(releases_of(target)):
        day = datetime.fromtimestamp(release.stamp, UTC).astimezone()
        print(f"{release.id}  {day:%d.%m.%Y kl. %H.%M}  {notes.get(release.id, '')}".rstrip())
    return 0
