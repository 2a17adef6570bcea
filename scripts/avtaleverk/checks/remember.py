"""The findings of the last check, kept in `.cache/` and used again when nothing has changed.

The key covers everything that the findings depend on: every file of the content and the guidance, the settings, the
program itself, the day, what the change touches, and the commit that it is compared with. A file is identified by name,
size, time and inode; when one was written in the last two seconds there is no key, since its time cannot distinguish two
writes. Nor is there one where there are no agreements: nothing is written outside a project.
"""

import json
import os
import time
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import avtaleverk
from avtaleverk.cache import FOLDER, write
from avtaleverk.checks.change.revision import Change
from avtaleverk.diagnostics import Diagnostic, Location, Severity

READ = ("agreements", "docs", "pyproject.toml", "adresser.txt")
SETTLED = 2.0


def key_of(root: Path, today: date, change: Change, commit: str = "") -> str:
    """A name for this state of the project, compared with `commit`; "" when a file was written too recently, or when this
    is no project."""
    if not (root / "agreements").is_dir():
        return ""
    compared = f"{today}\0{sorted(change.paths)}\0{sorted(change.before.items())}\0{sorted(change.added)}\0{commit}"
    digest, now = sha256(compared.encode("utf-8", "replace")), time.time()
    program = Path(avtaleverk.__file__).parent
    for folder in (*(root / name for name in READ), program):
        for path, stat in _files(folder):
            if now - stat.st_mtime < SETTLED and not path.startswith(str(program)):
                return ""
            mark = f"{path}\0{stat.st_mode}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ino}\n"
            digest.update(mark.encode("utf-8", "replace"))
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Every path below a folder in a fixed order, links not followed."""
    if not folder.is_dir():
        if folder.exists():
            yield str(folder), folder.lstat()
        return
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.name != "__pycache__":
                yield entry.path, entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(Path(entry.path))


def recall(root: Path, key: str) -> tuple[list[Diagnostic], int] | None:
    """The findings and the number of documents of a check with this key; None when there was none."""
    try:
        kept = json.loads((root / FOLDER / "check.json").read_text(encoding="utf-8"))
        if not key or kept["key"] != key:
            return None
        found = [
            Diagnostic(Location(*at), code, Severity(weight), message, hint, tuple(Location(*one) for one in related))
            for at, code, weight, message, hint, related in kept["found"]
        ]
        return found, int(kept["documents"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remember(root: Path, key: str, found: Sequence[Diagnostic], documents: int) -> None:
    """Keep the findings of a check with this key, if it has one and the folder can be written to."""
    if not key:
        return
    rows = [[d.at, d.code, d.severity, d.message, d.hint, d.related] for d in found]
    text = json.dumps({"key": key, "documents": documents, "found": rows}, ensure_ascii=False)
    try:
        write(root / FOLDER / "check.json", text.encode())
    except (OSError, ValueError):
        return
