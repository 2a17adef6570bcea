"""Verify the contents of a finished site in parallel: each file is what was built, and each page is sound."""

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import parent_process
from pathlib import Path
from posixpath import normpath
from threading import Thread
from urllib.parse import unquote, urlsplit

from avtaleverk.site.assets import FOLDER
from avtaleverk.site.compress import decompress
from avtaleverk.site.facts import Facts, facts
from avtaleverk.site.manifest import COMPRESSED, NAME, Manifest, page_file
from avtaleverk.site.policy import page_policy

BUDGET = {".html": 400_000, ".css": 60_000, ".js": 60_000, ".json": 2_000_000, ".svg": 30_000}  # as sent, compressed
_NAMED = re.compile(r"\.([0-9a-f]{12})\.")
_LANGUAGES = frozenset({"nb", "nn", "en"})
_CHUNK = 64


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with a file of the site."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass(slots=True)
class Read:
    """The ids of some pages, and the targets of their links, each with the first page that links to it."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    targets: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Files for one worker, with the digests they should have; only what it needs is sent."""

    site: Path
    digests: Mapping[str, str]
    build: str
    base: str
    paths: list[str]


def look_through(site: Path, manifest: Manifest, expected: Mapping[str, str], found: list[str]) -> Iterable[Read]:
    """Examine the files `found`, in chunks; `expected` holds the digests that they should have."""
    chunks = []
    for start in range(0, len(found), _CHUNK):
        paths = found[start : start + _CHUNK]
        named = {path[:-3] if path.endswith(COMPRESSED) else path for path in paths}
        digests = {path: expected[path] for path in named if path in expected}
        chunks.append(_Chunk(site, digests, manifest.build_id, manifest.base, paths))
    if len(chunks) < 4:
        return [_read_chunk(chunk) for chunk in chunks]
    with ProcessPoolExecutor(os.cpu_count(), initializer=_end_with_parent) as pool:
        return list(pool.map(_read_chunk, chunks))


def _end_with_parent() -> None:
    """Make this worker exit when its parent is killed, so that it does not go on holding the parent's locks."""

    def wait() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _read_chunk(chunk: _Chunk) -> Read:
    read = Read()
    for path in chunk.paths:
        try:
            read.problems += _read_file(chunk, path, read)
        except (OSError, UnicodeDecodeError, ValueError) as error:
            read.problems.append(Problem(path, f"kan ikke leses: {error}"))
    return read


def _read_file(chunk: _Chunk, path: str, read: Read) -> Iterator[Problem]:
    if path.endswith(COMPRESSED):
        if sha256(decompress(chunk.site / path)).hexdigest() != chunk.digests.get(path[:-3]):
            yield Problem(path, "har et annet innhold enn filen den er en komprimert utgave av")
        return
    content = (chunk.site / path).read_bytes()
    yield from _compare(path, sha256(content).hexdigest(), chunk.digests)
    budget, twin = None if path == NAME else BUDGET.get(Path(path).suffix), chunk.site / f"{path}.gz"
    sent = twin.stat().st_size if twin.is_file() else len(content)
    if budget and sent > budget:
        yield Problem(path, f"er på {sent} byte komprimert; grensen er {budget}")
    if path.endswith(".html"):
        page = facts(content.decode())
        read.ids[path] = frozenset(page.ids)
        yield from _read_page(path, page, chunk.build)
        for address in page.links | page.loads:
            if not urlsplit(address).scheme:
                read.targets.setdefault(_target(path, address, chunk.base), path)


def _compare(path: str, digest: str, expected: Mapping[str, str]) -> Iterator[Problem]:
    """Whether the content of a file is what was built, and what an asset's name says."""
    if digest != expected.get(path, digest):
        yield Problem(path, "har et annet innhold enn det som ble bygget")
    named = _NAMED.search(path) if path.startswith(f"{FOLDER}/") else None
    if named and not digest.startswith(named[1]):
        yield Problem(path, "har et annet innhold enn navnet sier")


def _read_page(path: str, page: Facts, build: str) -> Iterator[Problem]:
    for fault in page.faults:
        yield Problem(path, fault)
    for id in {id for id in page.ids if page.ids.count(id) > 1}:
        yield Problem(path, f"id-en «{id}» er brukt flere ganger")
    if page.language not in _LANGUAGES:
        yield Problem(path, f"språket er {page.language or 'ikke oppgitt'}")
    if page.policy != page_policy():
        yield Problem(path, "mangler den rette Content-Security-Policy")
    if page.build != build:
        yield Problem(path, f"er fra en annen bygging ({page.build or 'ukjent'})")
    for address in page.loads:
        if urlsplit(address).scheme not in ("", "data") or address.startswith("//"):
            yield Problem(path, f"henter {address} fra et annet sted")
    yield from _landmarks(path, page)


def _landmarks(path: str, page: Facts) -> Iterator[Problem]:
    """A page has one title, one heading and one main part; one that only leads elsewhere has a title."""
    for landmark in ("title",) if page.redirect else ("title", "main", "h1"):
        if page.landmarks[landmark] != 1:
            yield Problem(path, f"har {page.landmarks[landmark]} <{landmark}>, ikke ett")
    for landmark in () if page.redirect else ("header", "footer"):
        if not page.landmarks[landmark]:
            yield Problem(path, f"mangler <{landmark}>")


def _target(path: str, address: str, base: str) -> tuple[str, str]:
    """The file and the fragment that an address on the page leads to; "" for a file is outside the site."""
    parts = urlsplit(address)
    place, fragment = unquote(parts.path), unquote(parts.fragment)
    if not place:
        return path, fragment
    if place.startswith("/"):
        whole = normpath(place.removeprefix(base)) if place.startswith(base) else ".."
    else:
        whole = normpath(f"{posixpath.dirname(path) or '.'}/{place}")
    if whole.startswith(("..", "/")):
        return "", address
    is_folder = place.endswith(("/", "/.", "/..")) or place in (".", "..")
    return (page_file("" if whole == "." else whole) if is_folder else whole), fragment
