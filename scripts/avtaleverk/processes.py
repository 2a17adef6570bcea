"""Spread work over two processes: a forked child takes half of the items, and both end up with all the results."""

import os
import signal
import sys
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import accumulate
from typing import Any, Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
MIN_ITEMS = 100  # with fewer, starting a child costs more than it saves
_LENGTH_BYTES = 8  # the length that precedes each message between the two


def equal_size(_item: object) -> int:
    """The size of every item, when none takes longer than another."""
    return 1


class Spread(Protocol):
    """Applies `work` to the items and returns the results in the same order. `size` estimates the work of an item."""

    def __call__(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Sequence[Item],
        size: Callable[[Item], int] = equal_size,
    ) -> list[Result]: ...


Processes = Callable[[], AbstractContextManager[Spread]]


def serially(
    work: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], size: Callable[[Item], int] = equal_size
) -> list[Result]:
    """Do all the work in this process."""
    return work(items)


def one_process() -> AbstractContextManager[Spread]:
    """Use this process only."""
    return nullcontext(serially)


@contextmanager
def two_processes() -> Iterator[Spread]:
    """Use this process and a forked child, where the system allows one.

    The child starts with the first work that is large enough. From then on both processes run the same program and
    exchange results, until the child exits at the end of the `with` block. If it dies earlier, the parent does the rest.
    """
    if not _can_fork():
        yield serially
        return
    pair = _Pair()
    try:
        yield pair
    finally:
        pair.end_child()


class _Pair:
    """One end of the pair. `child` is the child's process id in the parent, 0 in the child, None when there is no child."""

    def __init__(self) -> None:
        self.child: int | None = None
        self.is_started = False

    def __call__(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        items: Sequence[Item],
        size: Callable[[Item], int] = equal_size,
    ) -> list[Result]:
        if len(items) < MIN_ITEMS:
            return work(items)
        middle = _middle([*map(size, items)])
        if not self.is_started:
            self._start()
        if self.child is None:
            return work(items)
        first, second = items[:middle], items[middle:]
        ours = work(first if self.child else second)
        theirs: list[Result] | None = self._exchange(ours)
        if theirs is None:
            return ours + work(second)
        return ours + theirs if self.child else theirs + ours

    def _start(self) -> None:
        from_child, to_parent = os.pipe()
        from_parent, to_child = os.pipe()
        self.is_started, self.child = True, os.fork()
        ours, others = (from_child, to_child), (from_parent, to_parent)
        if self.child == 0:
            ours, others = others, ours
        for end in others:
            os.close(end)
        self.reading, self.writing = os.fdopen(ours[0], "rb"), os.fdopen(ours[1], "wb")

    def _exchange(self, results: list[Any]) -> list[Any] | None:
        """Send our results and return those of the other process, or None when the child has died.

        The child sends first, so that the two never block on full pipes.
        """
        import pickle  # most commands never fork

        ours, theirs = pickle.dumps(results, pickle.HIGHEST_PROTOCOL), b""
        try:
            if self.child == 0:
                self._send(ours)
            theirs = self._receive()
            if self.child:
                self._send(ours)
        except (EOFError, BrokenPipeError):
            self.end_child()
            return None
        received: list[Any] = pickle.loads(theirs)
        return received

    def _send(self, message: bytes) -> None:
        self.writing.write(len(message).to_bytes(_LENGTH_BYTES, "big") + message)
        self.writing.flush()

    def _receive(self) -> bytes:
        length = int.from_bytes(self.reading.read(_LENGTH_BYTES), "big")
        message = self.reading.read(length)
        if not message or len(message) < length:
            raise EOFError
        return message

    def end_child(self) -> None:
        """End the child: called in the child, it exits; called in the parent, it kills the child and goes on alone."""
        if self.child == 0:
            os._exit(0)  # without flushing what the parent has yet to write: it would be written twice
        if self.child:
            self.reading.close()
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
            self.child = None


def _middle(sizes: Sequence[int]) -> int:
    """How many of the first items make up half of the work."""
    return bisect([*accumulate(sizes)], sum(sizes) / 2)


def _can_fork() -> bool:
    """Whether a second processor is there to use, and no other thread, which a forked child would lack."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and len(sys._current_frames()) == 1
