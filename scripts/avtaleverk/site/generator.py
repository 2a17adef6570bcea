"""The generator, run as a program of its own: no part of it is imported here, so another can take its place."""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from avtaleverk.site.manifest import NAME, read_manifest
from avtaleverk.system_errors import in_norwegian

SOURCES = ("agreements", "docs", "scripts", "tests", ".git")


def why_not(root: Path, site: Path) -> str:
    """Why a site must not be put in the folder `site`, in words for whoever named it; "" when it may.

    Whatever the folder holds will be deleted, so it must be new, empty, or a site.
    """
    if any(site.is_relative_to(root / name) for name in SOURCES):
        return f"{site} hører til kildene. Velg en mappe utenfor {', '.join(SOURCES)}."
    if not os.path.lexists(site) or (site.is_dir() and not any(site.iterdir())) or _is_site(site):
        return ""
    return f"{site} er ikke et nettsted herfra, og byggingen ville ha slettet alt som ligger der. Velg en ny mappe."


def _is_site(folder: Path) -> bool:
    with suppress(OSError, ValueError):
        return bool(read_manifest((folder / NAME).read_bytes()).files)
    return False


def generate(root: Path, site: Path) -> int:
    """Build beside `site`, then swap; 0 when done, 1 when the content stopped it, 2 when `site` cannot be replaced."""
    fresh, old = (site.with_name(f".{site.name}.{state}") for state in ("building", "old"))
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    done = _mkdocs(root, "build", "--quiet", "--site-dir", str(fresh))
    if done != 0:
        shutil.rmtree(fresh, ignore_errors=True)
        return 1
    try:
        if site.exists():
            site.rename(old)
        fresh.rename(site)
    except OSError as error:
        if old.exists() and not site.exists():
            old.rename(site)
        print(f"{in_norwegian(error)} {site} er ikke byttet ut.", file=sys.stderr)
        return 2
    shutil.rmtree(old, ignore_errors=True)
    print(f"Nettstedet ligger i {site}.")
    return 0


def serve(root: Path, address: str) -> int:
    """Serve on `address` and rebuild on change until interrupted or terminated; the generator ends with this program."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if _is_taken(address):
        print(f"Et annet program bruker {address}. Velg et annet tall bak kolonet med --address.", file=sys.stderr)
        return 2
    print(f"Åpne http://{address}/ i nettleseren. Stopp med Ctrl-C.", flush=True)
    try:
        if stopped := _mkdocs(root, "serve", "--quiet", "--dev-addr", address):
            print("Siden vises ikke. Rett det som står over, og kjør kommandoen på nytt.", file=sys.stderr)
        return stopped
    except KeyboardInterrupt:
        return 0


def _is_taken(address: str) -> bool:
    """Whether another program answers there already."""
    host, _, port = address.rpartition(":")
    with socket.socket() as own:
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            own.bind((host, int(port)))
        except (OSError, ValueError) as error:
            return isinstance(error, OSError) and error.errno == errno.EADDRINUSE
    return False


def _mkdocs(root: Path, *arguments: str) -> int:
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "mkdocs", *arguments, "--config-file", str(root / "mkdocs.yml")]
    return subprocess.run(command, env=environment, check=False, cwd=root).returncode
