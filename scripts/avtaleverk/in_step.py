"""Like tasks done in step, each step for all of them before the next: the processor's caches then hold its code."""

from collections.abc import Generator, Iterable
from typing import TypeVar

Result = TypeVar("Result")
Steps = Generator[None, None, Result]


def in_step(tasks: Iterable[Steps[Result]]) -> list[Result]:
    """The results of tasks of the same kind, in order. Each is a generator that yields between its steps."""
    running = [*tasks]
    results: dict[int, Result] = {}
    while len(results) < len(running):
        for index, task in enumerate(running):
            if index not in results:
                try:
                    next(task)
                except StopIteration as end:
                    results[index] = end.value
    return [results[index] for index in range(len(running))]
