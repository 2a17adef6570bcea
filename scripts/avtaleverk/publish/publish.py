"""Publish and roll back. Whatever stops it, readers keep the site they have."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from avtaleverk.publish.lock import only_one
from avtaleverk.publish.release import (
    CURRENT,
    RELEASES,
    Release,
    before,
    carry,
    current_of,
    discard,
    next_release,
    open_folder,
    releases_of,
    replace_file,
    seal,
)
from avtaleverk.publish.switch import can_link, heal, switch
from avtaleverk.site.contents import Problem
from avtaleverk.site.finish import base_of, move_to
from avtaleverk.site.manifest import NAME, read_manifest
from avtaleverk.site.server.files import server_files
from avtaleverk.site.verify import verify


class Refused(Exception):
    """The site is not fit to be published, or there is nothing to go back to. `problems` says why."""

    def __init__(self, problems: list[Problem], reason: str = "") -> None:
        super().__init__(reason or "\n".join(map(str, problems)))
        self.problems = problems


def publish(site: Path, target: Path, now: int, keep: int = 5, path: str = "", symlinks: bool = True) -> Release:
    """Copy the site, verify the copy, and make it the current release. Raises Refused, Busy or OSError.

    `path` is where the server shows the site; by default the path it was built for, or that of the
    current release when it was built for none.
    """
    with _hold(target):
        try:
            read_manifest((site / NAME).read_bytes())
        except (OSError, ValueError):
            raise Refused(verify(site)) from None
        release = next_release(site, target, now)
        unfinished = release.path.with_name(f".{release.id}.new")
        try:
            shutil.copytree(site, unfinished, symlinks=True, copy_function=shutil.copyfile)
            seal(unfinished, release.stamp)  # folders that may only be read were copied with their rights
            move_to(unfinished, base_of(path) if path else _base(target, site))
            carry(unfinished, release, releases_of(target)[-keep:])
            seal(unfinished, release.stamp)
            if problems := verify(unfinished):
                raise Refused(problems)
            _flush()
            unfinished.rename(release.path)
        except BaseException:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise
        _make_current(target, release, symlinks)
        with suppress(OSError):  # the release is out; what cannot be removed now is removed next time
            _prune(target, keep)
        return release


def roll_back(target: Path, symlinks: bool = True, to: str = "") -> Release:
    """Go back to the release that readers saw before the current one, or to the one with the id `to`.

    Raises Refused, Busy or OSError.
    """
    with _hold(target):
        release = _earlier(target, to)
        if problems := verify(release.path):
            raise Refused(problems)
        carry(release.path, release, releases_of(target))
        seal(release.path, release.stamp)
        _make_current(target, release, symlinks)
        return release


@contextmanager
def _hold(target: Path) -> Iterator[None]:
    """Lock the target and clean up after a publisher that was killed."""
    open_folder((target / RELEASES).absolute())
    with only_one(target):
        heal(target)
        for folder in (target / RELEASES).glob(".*"):
            discard(folder)
        yield


def _earlier(target: Path, to: str) -> Release:
    """The release to go back to. Raises Refused."""
    current = current_of(target)
    release = next((r for r in releases_of(target) if r.id == to), None) if to else current and before(target, current)
    if not release:
        which = f"utgivelse {to}" if to else "tidligere utgivelse å gå tilbake til"
        raise Refused([], f"Det finnes ingen {which}. Se hvilke som er tatt vare på, med --list.")
    return release


def _base(target: Path, site: Path) -> str:
    built_for, current = read_manifest((site / NAME).read_bytes()).base, current_of(target)
    return built_for if built_for != "/" or not current else read_manifest((current.path / NAME).read_bytes()).base


def _make_current(target: Path, release: Release, symlinks: bool) -> None:
    manifest = read_manifest((release.path / NAME).read_bytes())
    links = symlinks and can_link(target)
    shown = f"{RELEASES}/{release.id}" if links else CURRENT
    for name, content in server_files(target, shown, manifest).items():
        path = target / "server" / name
        if not path.is_file() or path.read_text(encoding="utf-8") != content:
            open_folder(path.parent.absolute())
            replace_file(path, content.encode())
    switch(target, release, links)


def _prune(target: Path, keep: int) -> None:
    """Remove all but the newest releases; never the current one, nor the one to go back to."""
    current = current_of(target)
    needed = {current.id, current.before} if current else set()
    for release in releases_of(target)[:-keep]:
        if release.id not in needed:
            discard(release.path)


def _flush() -> None:
    """Flush all writes to disk before the release is shown."""
    if hasattr(os, "sync"):
        os.sync()
