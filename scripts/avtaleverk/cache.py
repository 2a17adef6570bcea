"""The cache folder, in which one run keeps results for the next."""

import os
from pathlib import Path

FOLDER = ".cache/avtaleverk"


def write(path: Path, content: bytes) -> None:
    """Write a file atomically, and make its folder. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.replace(path)
