"""Two processes for one program: each does half of the work on many things, and tells the other what it made of them."""

import os
import signal
import sys
from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import accumulate
from typing import Any, Protocol, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")
FEWEST = 100  # things for which a second process is worth its start
_SIZE = 8  # bytes that tell how long a message is


def one(thing: object) -> int:
    """The size of a thing that is as large as the others."""
    return 1


class Hands(Protocol):
    """A way to have `work` done on many things; what it made of them, in their order. `size` tells how much work each is."""

    def __call__(
        self, work: Callable[[Sequence[Thing]], list[Made]], things: Sequence[Thing], size: Callable[[Thing], int] = one
    ) -> list[Made]: ...


By = Callable[[], AbstractContextManager[Hands]]


def alone(
    work: Callable[[Sequence[Thing]], list[Made]], things: Sequence[Thing], size: Callable[[Thing], int] = one
) -> list[Made]:
    """By this process."""
    return work(things)


def by_one() -> AbstractContextManager[Hands]:
    """The hands of one process."""
    return nullcontext(alone)


@contextmanager
def by_two() -> Iterator[Hands]:
    """The hands of this process and a child of it, where the system has both.

    The child starts with the first work that is worth it. From then on both run the same program, until the child ends
    where the hands are laid down. Should it end before that, as with an error, all that is left is done by the parent.
    """
    if not _may_have_a_child():
        yield alone
        return
    hands = _Two()
    try:
        yield hands
    finally:
        hands.lay_down()


class _Two:
    """The hands of each of the two; `child` is 0 in the child, as `fork` has it, and None while there is none."""

    def __init__(self) -> None:
        self.child: int | None = None
        self.is_started = False

    def __call__(
        self, work: Callable[[Sequence[Thing]], list[Made]], things: Sequence[Thing], size: Callable[[Thing], int] = one
    ) -> list[Made]:
        if len(things) < FEWEST:
            return work(things)
        middle = _middle([*map(size, things)])
        if not self.is_started:
            self._start()
        if self.child is None:
            return work(things)
        first, second = things[:middle], things[middle:]
        made = work(first if self.child else second)
        theirs: list[Made] | None = self._exchange(made)
        if theirs is None:
            return made + work(second)
        return made + theirs if self.child else theirs + made

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

    def _exchange(self, made: list[Any]) -> list[Any] | None:
        """What the other made; None when the child is no more. The child speaks first, so that no pipe stays full."""
        import pickle  # most commands never have a child

        ours, theirs = pickle.dumps(made, pickle.HIGHEST_PROTOCOL), b""
        try:
            if self.child == 0:
                self._tell(ours)
            theirs = self._told()
            if self.child:
                self._tell(ours)
        except (EOFError, BrokenPipeError):
            self.lay_down()
            return None
        told: list[Any] = pickle.loads(theirs)
        return told

    def _tell(self, message: bytes) -> None:
        self.writing.write(len(message).to_bytes(_SIZE, "big") + message)
        self.writing.flush()

    def _told(self) -> bytes:
        size = int.from_bytes(self.reading.read(_SIZE), "big")
        message = self.reading.read(size)
        if not message or len(message) < size:
            raise EOFError
        return message

    def lay_down(self) -> None:
        """The child ends here, and the parent goes on without it."""
        if self.child == 0:
            os._exit(0)  # nothing that the parent has yet to write is written twice
        if self.child:
            self.reading.close()
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
            self.child = None


def _middle(sizes: Sequence[int]) -> int:
    """How many of the first things are half of the work."""
    return bisect([*accumulate(sizes)], sum(sizes) / 2)


def _may_have_a_child() -> bool:
    """Whether there is a second processor for it, and no other thread, which it would not have."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and len(sys._current_frames()) == 1
