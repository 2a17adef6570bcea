"""Publishing that is killed at random moments, many times, while readers request page after page from a real nginx.

    PYTHONPATH=scripts python scripts/bench/publish_killed.py SITE_A SITE_B [--kills 100] [--no-symlink] [--seed 1]

Two whole builds with different content are published in turn, now and then rolled back, and often killed on the way.
Each reader fetches a page, the script that it names, and the index that the script names. Prints how much was fetched
and what went wrong: an answer other than 200, a page that is of neither build, a page and an index of different builds,
or a target that is not whole after a kill. Exits 0 when nothing went wrong. Needs nginx.
"""

import argparse
import http.client
import json
import multiprocessing as mp
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path

from avtaleverk.site.manifest import NAME, page_file, read_manifest
from avtaleverk.site.verify import verify

READERS = 3
BASE = "/avtaler/"
_BUILD = re.compile(rb'name="build" content="([^"]+)"')
_SCRIPT = re.compile(rb'src="[./]*(assets/sok/sok\.[0-9a-f]+\.js)"')
_INDEX = re.compile(rb'"folder":"([0-9a-f]{16})"')


class Answer(Exception):
    """An HTTP status that no reader should get."""


def ask(connection: http.client.HTTPConnection, path: str) -> bytes:
    """The content of a path. Raises `Answer` for any status but 200."""
    connection.request("GET", BASE + path)
    answer = connection.getresponse()
    content = answer.read()
    if answer.status != 200:
        raise Answer(f"{answer.status}")
    return content


def read(connection: http.client.HTTPConnection, page: str, known: frozenset[str]) -> str:
    """Read a page and its index; what was wrong, or ""."""
    html = ask(connection, page)
    if sha256(html).hexdigest() not in known:
        return "torn page"
    script, build = _SCRIPT.search(html), _BUILD.search(html)
    if not script or not build:
        return ""
    folder = _INDEX.search(ask(connection, script[1].decode()))
    if not folder:
        return "no index"
    index = json.loads(ask(connection, f"assets/sok/{folder[1].decode()}/base.json"))["build"]
    return "" if index == build[1].decode() else "page and index of different builds"


def reader(
    port: int,
    pages: list[str],
    known: frozenset[str],
    stop: "mp.synchronize.Event",
    told: "mp.queues.Queue[Counter[str]]",
) -> None:
    """Read until told to stop, on one connection that is reopened after an error."""
    counted: Counter[str] = Counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    while not stop.is_set():
        try:
            wrong = read(connection, random.choice(pages), known)
        except (Answer, OSError, http.client.HTTPException, ValueError) as error:
            wrong = f"{type(error).__name__} {error}"
            connection.close()
        counted["pages read"] += 1
        counted[wrong] += bool(wrong)
    told.put(+counted)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "avtaleverk", "publish", *arguments]


def started(folder: Path, target: Path) -> tuple[subprocess.Popen[bytes], int]:
    """nginx with the configuration that was published."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    place, main = target / "server/nginx", folder / "nginx.conf"
    user = "user root;" if folder.owner() == "root" else ""
    main.write_text(
        f"daemon off; {user} pid {folder}/pid; error_log {folder}/error.log warn; worker_processes 2; events {{}}\n"
        f"http {{ access_log off; include {place}/http.conf; keepalive_requests 100000;\n"
        f"server {{ listen 127.0.0.1:{port}; include {place}/location.conf; }} }}\n"
    )
    return subprocess.Popen(["nginx", "-e", f"{folder}/error.log", "-c", str(main)]), port


def kill_again_and_again(sites: list[Path], target: Path, kills: int, options: list[str]) -> Counter[str]:
    """Publish in turn until `kills` runs were killed; after each kill the target must be whole."""
    counted: Counter[str] = Counter()
    begun = time.monotonic()
    subprocess.run(command("--first", str(sites[0]), str(target), *options), check=True, stdout=subprocess.DEVNULL)
    whole = time.monotonic() - begun
    while counted["killed"] < kills:
        back = counted["runs"] % 7 == 6
        arguments = ["--rollback", str(target)] if back else [str(sites[counted["runs"] % 2]), str(target)]
        process = subprocess.Popen(
            command(*arguments, "--keep", "3", *options), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            code = process.wait(random.uniform(0, whole * 3))
            counted["finished" if code == 0 else f"exit {code}"] += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            counted["killed"] += 1
            counted["not whole after a kill"] += bool(verify((target / "current").resolve()))
        counted["runs"] += 1
    return +counted


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sites", type=Path, nargs=2)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-symlink", action="store_true")
    args = parser.parse_args()
    random.seed(args.seed)
    folder = Path(tempfile.mkdtemp(prefix="avtaleverk-kill-"))
    folder.chmod(0o755)
    target, options = folder / "target", ["--no-symlink"] if args.no_symlink else []
    subprocess.run(command("--first", str(args.sites[0]), str(target), "--path", BASE, *options), check=True)
    manifests = [read_manifest((site / NAME).read_bytes()) for site in args.sites]
    pages = sorted(set(manifests[0].pages) & set(manifests[1].pages))
    known = frozenset(m.files[page_file(page)] for m in manifests for page in pages)
    nginx, port = started(folder, target)
    time.sleep(1)
    stop, told = mp.Event(), mp.Queue()
    addresses = [f"{page}/" if page else "" for page in pages]
    readers = [mp.Process(target=reader, args=(port, addresses, known, stop, told)) for _ in range(READERS)]
    for process in readers:
        process.start()
    try:
        published = kill_again_and_again(args.sites, target, args.kills, options)
    finally:
        stop.set()
        asked = sum((told.get(timeout=60) for _ in readers), Counter())
        nginx.terminate()
        nginx.wait()
    print(*(f"{name}: {number}" for name, number in [*published.items(), *asked.items()]), sep="\n")
    shutil.rmtree(folder)
    expected = {"killed", "finished", "runs", "pages read"}
    return 0 if {*published, *asked} <= expected else 1


if __name__ == "__main__":
    sys.exit(main())
