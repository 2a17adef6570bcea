"""Files that are written in one step: whoever reads one sees the old file or the new, never half of it."""

import os
import shutil
from pathlib import Path


def write(path: Path, content: bytes, rights: int | None = None) -> None:
    """Replace or add a file, with these rights, or those of the one that it replaces. Raises OSError, and then the old one
    stands."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.new")
    unfinished.write_bytes(content)
    if rights is not None:
        unfinished.chmod(rights)
    elif path.exists():
        shutil.copymode(path, unfinished)
    unfinished.replace(path)
