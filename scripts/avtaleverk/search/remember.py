"""Readings kept in `.cache/` from one build to the next, so that only edited entries are read again.

A seal beside them identifies their content and the very file they are in. A cache that was damaged, copied, or arrived
with a pull request does not match its seal and is ignored.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from avtaleverk.cache import FOLDER, write
from avtaleverk.search.reading import Bag, Reading, Readings

NAME, SEAL = "sok.json", "sok.segl"


@contextmanager
def remembered(root: Path) -> Iterator[Readings]:
    """The readings of the last build; on exit those of this build are kept, if the folder can be written to."""
    kept = recall(root / FOLDER)
    before = set(kept)
    yield kept
    if kept.keys() != before:
        remember(root / FOLDER, kept)


def recall(folder: Path) -> Readings:
    """The readings that were kept, or none when they do not match their seal."""
    try:
        data = (folder / NAME).read_bytes()
        if (folder / SEAL).read_text("ascii") != _seal(folder / NAME, data):
            return {}
        return {name: Reading(Bag(*heads), Bag(*rest)) for name, (heads, rest) in json.loads(data).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def remember(folder: Path, kept: Readings) -> None:
    """Keep the readings, if the folder can be written to."""
    rows = {
        name: [[bag.words, bag.joined, bag.concepts] for bag in (reading.heads, reading.rest)]
        for name, reading in kept.items()
    }
    data = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    try:
        write(folder / NAME, data)
        write(folder / SEAL, _seal(folder / NAME, data).encode())
    except OSError:
        return


def _seal(path: Path, data: bytes) -> str:
    """Identifies the content and the file that holds it: a copy has another inode, even with the same name and time."""
    stat = path.stat()
    return f"{sha256(data).hexdigest()} {stat.st_ino} {stat.st_ctime_ns}"
