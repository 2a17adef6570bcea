"""The switch from one release to another: atomic where the system allows it."""

import ctypes
import os
import sys
from pathlib import Path

from avtaleverk.publish.release import CURRENT, RELEASES, Release, release_at, replace_file

_WANTED = ".wanted"
_NEXT = ".next"
_HERE, _EXCHANGE = -100, 2


def switch(target: Path, release: Release, symlinks: bool) -> None:
    """Make the release the current one. Old and new release are both whole at every moment."""
    current = target / CURRENT
    if symlinks:
        (target / _NEXT).unlink(missing_ok=True)
        (target / _NEXT).symlink_to(Path(RELEASES, release.path.name), target_is_directory=True)
        (target / _NEXT).replace(current)
        return
    if release.path == current:
        return
    replace_file(target / _WANTED, release.id.encode())
    if not current.exists():
        release.path.rename(current)
    elif not _exchange(release.path, current):
        _move_in_two_steps(release, current)
    heal(target)


def heal(target: Path) -> None:
    """Complete a switch without links that was interrupted: every release gets its name, and one is the current one."""
    for folder in (target / RELEASES).iterdir():
        release = release_at(folder)
        if folder.is_symlink():
            folder.unlink()
        elif release and not folder.name.startswith(".") and folder.name != release.id:
            folder.rename(folder.with_name(release.id))
    wanted = target / _WANTED
    if wanted.is_file() and not os.path.lexists(target / CURRENT):
        folder = target / RELEASES / wanted.read_text()
        if folder.is_dir():
            folder.rename(target / CURRENT)


def can_link(target: Path) -> bool:
    """Whether the target has symbolic links: some network shares and Windows accounts have none."""
    if (target / CURRENT).is_dir() and not (target / CURRENT).is_symlink():
        return False
    try:
        (target / _NEXT).unlink(missing_ok=True)
        (target / _NEXT).symlink_to(RELEASES, target_is_directory=True)
        (target / _NEXT).unlink()
    except (OSError, NotImplementedError):
        return False
    return True


def _move_in_two_steps(release: Release, current: Path) -> None:
    """For systems without an atomic swap: if the second step fails, the first is undone."""
    aside = release.path.with_name(f"{release.id}.forrige")
    current.rename(aside)
    try:
        release.path.rename(current)
    except OSError:
        aside.rename(current)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders atomically; False where the system or the file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return int(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)) == 0
