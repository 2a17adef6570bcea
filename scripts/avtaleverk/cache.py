"""The folder for what one run keeps for the next, and how it is written there."""

import os
from pathlib import Path

FOLDER = ".cache/avtaleverk"


def write(path: Path, content: bytes) -> None:
    """Write a file atomically, in a folder that is made for it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    temporary.write_bytes(content)
    temporary.replace(path)
