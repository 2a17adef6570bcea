"""One publisher at a time. The operating system releases the lock when its process dies."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = ".lock"


class Busy(Exception):
    """Somebody else is publishing to the same place."""


@contextmanager
def only_one(target: Path) -> Iterator[None]:
    """Lock the target. Raises Busy."""
    with (target / NAME).open("a+b") as file:
        try:
            _lock(file.fileno())
        except OSError:
            raise Busy from None
        yield


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
