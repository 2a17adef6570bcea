"""The cache folder, in which one run keeps results for the next."""

from pathlib import Path

from avtaleverk import whole_file

FOLDER = ".cache/avtaleverk"


def write(path: Path, content: bytes) -> None:
    """Write a file in one step, and make its folder. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole_file.write(path, content)
