"""Work on many things by two processes: half of it is done by a child, which sends back what it made."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")
FEWEST = 100  # things for which a second process is worth its start


class Hands(Protocol):
    """A way to have `work` done on many things; what it made of them, in any order."""

    def __call__(self, work: Callable[[Sequence[Thing]], list[Made]], things: Sequence[Thing]) -> list[Made]: ...


def alone(work: Callable[[Sequence[Thing]], list[Made]], things: Sequence[Thing]) -> list[Made]:
    """By this process."""
    return work(things)


def by_two(work: Callable[[Sequence[Thing]], list[Made]], things: Sequence[Thing]) -> list[Made]:
    """By this process and a child of it, where the system has both, and the things are many.

    A child that fails is as none: its half is done here, and an error in it is raised here.
    """
    if len(things) < FEWEST or not _may_have_a_child():
        return work(things)
    import pickle  # most commands never have a child

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(pickle.dumps(work(things[1::2])))
        finally:
            os._exit(0)  # nothing that the parent has yet to write is written twice
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        made, sent = work(things[::2]), pipe.read()
    os.waitpid(child, 0)
    return made + (pickle.loads(sent) if sent else work(things[1::2]))


def _may_have_a_child() -> bool:
    """Whether there is a second processor for it, and no other thread, which it would not have."""
    return hasattr(os, "fork") and (os.cpu_count() or 1) > 1 and len(sys._current_frames()) == 1
