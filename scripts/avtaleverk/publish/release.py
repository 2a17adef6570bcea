"""A release: a whole site in a folder of its own, with a note of its id, its time and what it keeps of earlier ones."""

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from avtaleverk import whole_file
from avtaleverk.site.assets import FOLDER, HASHED
from avtaleverk.site.manifest import COMPRESSED, NAME, RELEASE, read_manifest

RELEASES = "releases"
CURRENT = "current"


@dataclass(frozen=True, slots=True, order=True)
class Release:
    """`stamp` is the time that all its files have, in seconds; no two releases of a target share one.

    `before` is the id of the release that readers saw when this one was published; "" for the first.
    """

    stamp: int
    id: str
    path: Path = field(compare=False)
    before: str = field(default="", compare=False)


def release_at(folder: Path) -> Release | None:
    """The release in a folder; None when there is none."""
    try:
        note = json.loads((folder / RELEASE).read_bytes())
        return Release(int(note["stamp"]), str(note["id"]), folder, str(note.get("before", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def releases_of(target: Path) -> list[Release]:
    """The whole releases, oldest first; the current one among them also where it is a folder of its own."""
    folders = [p for p in (target / RELEASES).iterdir() if not p.name.startswith(".")]
    if not (target / CURRENT).is_symlink():
        folders.append(target / CURRENT)
    return sorted(release for folder in folders if (release := release_at(folder)))


def current_of(target: Path) -> Release | None:
    """The release that readers see."""
    return release_at((target / CURRENT).resolve())


def before(target: Path, release: Release) -> Release | None:
    """The release that readers saw before this one; None when there was none, or it is no longer kept.

    That need not be the one published before it, which may have been faulty and rolled back.
    """
    return next((other for other in releases_of(target) if other.id == release.before), None)


def next_release(site: Path, target: Path, now: int) -> Release:
    """The release that the site will become.

    Its time is later than that of every other: a server makes a file's ETag from its time and its size, and a
    reader must not be told that "48 timer" is still "24 timer".
    """
    stamp = max([now, *(release.stamp + 1 for release in releases_of(target))])
    digest = sha256((site / NAME).read_bytes()).hexdigest()[:12]
    id = f"{datetime.fromtimestamp(stamp, UTC):%Y%m%dT%H%M%SZ}-{digest}"
    current = current_of(target)
    return Release(stamp, id, target / RELEASES / id, current.id if current else "")


def write_note(folder: Path, release: Release, carried: dict[str, str]) -> None:
    """Note what the release is, and which files it keeps for readers of earlier ones."""
    content = {"id": release.id, "stamp": release.stamp, "before": release.before, "carried": carried}
    replace_file(folder / RELEASE, json.dumps(content, indent=0, sort_keys=True).encode())


def carry(folder: Path, release: Release, others: Iterable[Release]) -> None:
    """Copy the assets of other releases into this one, so that pages that readers have open keep working."""
    own = read_manifest((folder / NAME).read_bytes()).files
    sources = {
        path: (other.path, digest)
        for other in others
        if other.id != release.id
        for path, digest in read_manifest((other.path / NAME).read_bytes()).files.items()
        if path.startswith(f"{FOLDER}/") and HASHED.search(path) and path not in own
    }
    write_note(folder, release, {path: digest for path, (_, digest) in sources.items()})
    for path, (source, _) in sources.items():
        for twin in (path, *(f"{path}{ending}" for ending in COMPRESSED)):
            if (source / twin).is_file() and not (folder / twin).exists():
                open_folder((folder / twin).parent)
                replace_file(folder / twin, (source / twin).read_bytes())


def open_folder(folder: Path) -> None:
    """Create a folder and its parents with rights that let a server enter them, whatever the umask is."""
    if not folder.is_dir():
        open_folder(folder.parent)
        folder.mkdir()
        folder.chmod(0o755)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file in one step, with rights that let a server read it, whatever the umask is."""
    whole_file.write(path, content, 0o644)


def seal(folder: Path, stamp: int) -> None:
    """Give every file the time of the release and rights that let a server read it, whatever the umask is."""
    for path in [*folder.rglob("*"), folder]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (stamp, stamp))


def discard(folder: Path) -> None:
    """Remove a release. It is renamed first, so that a half-deleted release never looks whole."""
    if not folder.name.startswith("."):
        folder = folder.rename(folder.with_name(f".{folder.name}.old"))
    shutil.rmtree(folder)
