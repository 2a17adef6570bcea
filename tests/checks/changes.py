"""A change to the small corpus, and what is found of it."""

from avtaleverk.checks.change.revision import UNCHANGED, Change
from avtaleverk.diagnostics import Diagnostic
from tests.conftest import Minimal


def change_of(minimal: Minimal, *names: str) -> Change:
    """A change to these files, seen before it is made."""
    paths = {minimal.path(name).relative_to(minimal.root).as_posix(): minimal.path(name).read_bytes() for name in names}
    return Change(frozenset(paths), paths)


def after(minimal: Minimal, name: str, old: str, new: str) -> list[Diagnostic]:
    """What is said of a change from the old words to the new."""
    change = change_of(minimal, name)
    return list(minimal.replace(name, old, new).examine(change=change).found)


def found(minimal: Minimal, change: Change = UNCHANGED) -> list[tuple[str, str, str]]:
    """The code, the file with the line, and the message of each finding of a change."""
    return [
        (d.code, f"{d.at.path.rpartition('/')[2]}:{d.at.line}", d.message) for d in minimal.examine(change=change).found
    ]
