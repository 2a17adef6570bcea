"""Like tasks done in step, each step for all of them before the next: the processor's caches then hold its code."""

from collections.abc import Generator, Iterable
from typing import TypeVar

Result = TypeVar("Result")
Steps = Generator[None, None, Result]


def in_step(works: Iterable[Steps[Result]]) -> list[Result]:
    """The results of tasks of the same kind, in order. Each is a generator that yields between its steps."""
    pieces = [*works]
    results: dict[int, Result] = {}
    while len(results) < len(pieces):
        for place, work in enumerate(pieces):
            if place not in results:
                try:
                    next(work)
                except StopIteration as end:
                    results[place] = end.value
    return [results[place] for place in range(len(pieces))]
