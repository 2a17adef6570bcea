"""Work on many things, one step at a time for all of them: a processor is fast at what it has just done."""

from collections.abc import Generator, Iterable
from typing import TypeVar

Result = TypeVar("Result")
Steps = Generator[None, None, Result]


def in_step(works: Iterable[Steps[Result]]) -> list[Result]:
    """The results of pieces of work that are alike, in order. Each yields between its steps."""
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
