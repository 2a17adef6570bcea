"""Compressed twins of the files, made once so that the server need not compress for each reader."""

import gzip
from collections.abc import Iterable
from pathlib import Path

import brotli

_KINDS = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".ics", ".webmanifest", ".bin"})
_WORTHWHILE = 512


def compress(files: Iterable[Path]) -> None:
    """Write `.gz` and `.br` beside each file that compression makes smaller. The same content gives the same bytes."""
    for path in files:
        if path.suffix not in _KINDS:
            continue
        content = path.read_bytes()
        if len(content) < _WORTHWHILE:
            continue
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
        path.with_name(f"{path.name}.br").write_bytes(brotli.compress(content, quality=6))


def decompress(path: Path) -> bytes:
    """The content of a twin. Raises ValueError when it is damaged."""
    try:
        content = path.read_bytes()
        return gzip.decompress(content) if path.suffix == ".gz" else brotli.decompress(content)
    except (OSError, EOFError, brotli.error) as error:
        raise ValueError(str(error)) from None
