"""Stage: files are written to `build/docs/` only when they changed, and those no longer made are removed."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path


def build_id(files: Mapping[str, bytes]) -> str:
    """A short hash of exactly these files."""
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + sha256(files[name]).digest())
    return digest.hexdigest()[:12]


def stage(files: Mapping[str, bytes], folder: Path) -> None:
    """Make `folder` hold exactly `files`, touching only what differs."""
    for name, content in files.items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(folder).as_posix() not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
