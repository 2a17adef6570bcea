"""Work on many things, one step at a time."""

from avtaleverk.in_step import Steps, in_step


def test_each_step_is_done_for_all_before_the_next() -> None:
    done = []

    def work(name: str, steps: int) -> Steps[str]:
        for step in range(steps):
            done.append(f"{name}{step}")
            yield
        return name.upper()

    assert in_step(work(name, steps) for name, steps in (("a", 2), ("b", 0), ("c", 3))) == ["A", "B", "C"]
    assert done == ["a0", "c0", "a1", "c1", "c2"]
