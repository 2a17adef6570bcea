"""Verify: a finished site is whole, holds together, is valid HTML, and reaches for nothing outside itself."""

import json
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
from avtaleverk.site.manifest import COMPRESSED, NAME, RELEASE, Manifest, page_file, read_manifest
from avtaleverk.site.policy import page_policy
from avtaleverk.site.server.iis import NAME as WEB_CONFIG
from avtaleverk.site.server.types import TYPES
from avtaleverk.site.status import NAME as STATUS

BUDGET = {".html": 400_000, ".css": 60_000, ".js": 60_000, ".json": 2_000_000, ".svg": 30_000}  # as sent, compressed
_NAMED = re.compile(r"\.([0-9a-f]{12})\.")
_LANGUAGES = frozenset({"nb", "nn", "en"})
_CHUNK = 64
# IIS refuses a plus, Windows the names of its devices; a server with another encoding all but plain letters.
_SERVABLE = re.compile(r"(?!(?:.*/)?(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$))[A-Za-z0-9._/-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with a file of the site."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


@dataclass(slots=True)
class Read:
    """What was found out about some pages: their ids, and what they lead to, each with the first page that does."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    targets: dict[tuple[str, str], str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def verify(site: Path) -> list[Problem]:
    """All problems of the site, sorted; none when it can be published."""
    try:
        manifest = read_manifest((site / NAME).read_bytes())
    except (OSError, ValueError):
        return [Problem(NAME, "mangler eller er skadet. Bygg nettstedet på nytt.")]
    found = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file() and not p.is_symlink())
    files = frozenset(found)
    problems = list(_files(site, manifest, files))
    read = Read()
    for part in _in_parallel(site, manifest, found):
        read.ids |= part.ids
        read.targets = part.targets | read.targets
        problems += part.problems
    problems += _pages(manifest, read.ids)
    problems += _targets(read, files)
    problems += _build_ids(site, manifest)
    return sorted(set(problems))


def _files(site: Path, manifest: Manifest, files: frozenset[str]) -> Iterator[Problem]:
    """Nothing is missing, and nothing is there that the build did not make."""
    known = manifest.files.keys() | carried_assets(site).keys()
    for path in manifest.files.keys() - files:
        yield Problem(path, "mangler")
    for path in manifest.files:
        if Path(path).suffix not in TYPES and path != WEB_CONFIG:
            yield Problem(path, "er av et slag som tjenerne ikke er satt opp for")
        if not _SERVABLE.fullmatch(path):
            yield Problem(path, "har et navn som ikke alle tjenere viser")
    for path in files - known - {NAME, RELEASE}:
        if not (path.endswith(COMPRESSED) and path[:-3] in known):
            yield Problem(path, "er ikke laget av byggingen")
    for link in (p for p in site.rglob("*") if p.is_symlink()):
        yield Problem(link.relative_to(site).as_posix(), "er en symbolsk lenke")


def carried_assets(site: Path) -> dict[str, str]:
    """The assets of earlier releases that a published release keeps for those who read them."""
    try:
        return dict(json.loads((site / RELEASE).read_bytes())["carried"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Some files for one worker, with the digests they should have; no more is sent than it needs."""

    site: Path
    digests: Mapping[str, str]
    build: str
    base: str
    paths: list[str]


def _in_parallel(site: Path, manifest: Manifest, found: list[str]) -> Iterable[Read]:
    expected = {**carried_assets(site), **manifest.files}
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
    """Have this worker end when the process that started it is killed: it would go on holding what that one held."""

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
    site, expected = chunk.site, chunk.digests
    if path.endswith(COMPRESSED):
        if sha256(decompress(site / path)).hexdigest() != expected.get(path[:-3]):
            yield Problem(path, "har et annet innhold enn filen den er en komprimert utgave av")
        return
    content = (site / path).read_bytes()
    digest = sha256(content).hexdigest()
    if digest != expected.get(path, digest):
        yield Problem(path, "har et annet innhold enn det som ble bygget")
    named = _NAMED.search(path) if path.startswith(f"{FOLDER}/") else None
    if named and not digest.startswith(named[1]):
        yield Problem(path, "har et annet innhold enn navnet sier")
    budget, twin = None if path == NAME else BUDGET.get(Path(path).suffix), site / f"{path}.gz"
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


def _pages(manifest: Manifest, ids: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for page, anchors in manifest.pages.items():
        path = page_file(page)
        if path not in ids:
            yield Problem(path, "siden mangler")
        for anchor in set(anchors) - ids.get(path, frozenset(anchors)):
            yield Problem(path, f"ankeret «{anchor}» mangler")
    for old, new in manifest.redirects.items():
        if new not in manifest.pages:
            yield Problem(page_file(old), f"flyttet til {new}, som ikke finnes")


def _targets(read: Read, files: frozenset[str]) -> Iterator[Problem]:
    for (target, fragment), page in read.targets.items():
        if target not in files:
            yield Problem(page, f"lenken til {target or fragment} fører ingen steder")
        elif fragment and target in read.ids and fragment not in read.ids[target]:
            yield Problem(page, f"lenken til {target}#{fragment} fører til et anker som ikke finnes")


def _build_ids(site: Path, manifest: Manifest) -> Iterator[Problem]:
    """What other files say about which build they are of: the status, and the index of the search."""
    indexes = sorted(p for p in manifest.files if p.startswith(f"{FOLDER}/sok/") and p.endswith("/base.json"))
    for path in (STATUS, *indexes):
        try:
            build = json.loads((site / path).read_bytes())["build"]
        except (OSError, ValueError, KeyError, TypeError):
            yield Problem(path, "mangler eller er skadet")
            continue
        if build != manifest.build_id:
            yield Problem(path, f"er fra en annen bygging ({build})")
