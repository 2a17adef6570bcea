"""The commit that a check compares with, read without git, so that a repeated check starts no other program."""

from collections.abc import Iterator
from pathlib import Path


def commit_mark(root: Path) -> str:
    """A mark of the last commit, read without git; "" where there is no repository."""
    at = next((folder / ".git" for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    try:
        return "\0".join(_told(at)) if at else ""
    except (OSError, ValueError):
        return ""


def _told(at: Path) -> Iterator[str]:
    home = at if at.is_dir() else at.parent / at.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
    common = home / _text(home / "commondir").strip()
    head = (home / "HEAD").read_text(encoding="utf-8").strip()
    yield head
    yield _text(common / head.removeprefix("ref:").strip())
    yield _text(common / "reftable" / "tables.list")
    packed = common / "packed-refs"
    yield str(packed.stat()[6:9]) if packed.is_file() else ""


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
