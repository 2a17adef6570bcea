"""What a change touches: the files that differ from a git revision, and their content there.

Nothing of the change decides what git runs: the revision is an argument, contents are asked for by their hashes, and
no filter, driver or hook of the repository takes part.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from avtaleverk.patterns import when_used

_COMPARED = when_used(r"agreements/[^/]+/(?:.+\.md|[^/]+\.yml)|adresser\.txt", re.DOTALL)
PLAIN_FILE, NO_FILE = ("100644", "100755"), "000000"


class UnknownRevision(Exception):
    """Git does not know the revision, or there is no git here. The text is for the editor."""


class Change(NamedTuple):
    """The paths below the root that differ, uncommitted changes included; the old content of those that are compared; and
    which paths are new."""

    paths: frozenset[str] = frozenset()
    before: Mapping[str, bytes] = {}
    added: frozenset[str] = frozenset()


UNCHANGED = Change()


def change_since(root: Path, revision: str) -> Change:
    """What differs from where this branch left `revision`."""
    base = git(root, "merge-base", "--", revision, "HEAD").decode().strip()
    raw = git(
        root, "diff", "--raw", "--no-renames", "--no-abbrev", "--no-ext-diff", "--relative", "-z", base, "--", "."
    )
    untracked = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    fields = raw.decode("utf-8", "replace").split("\0")
    differ = list(zip(fields[1::2], fields[0::2], strict=False))
    hashes = {path: old.split()[2] for path, old in differ if _was_compared(path, old)}
    contents = blobs(root, hashes.values())
    before = {path: contents[name] for path, name in hashes.items() if name in contents}
    new = [path for path in untracked.decode("utf-8", "replace").split("\0") if path]
    added = [path for path, old in differ if old[1:7] == NO_FILE]
    return Change(frozenset([*(path for path, _ in differ), *new]), before, frozenset([*added, *new]))


def _was_compared(path: str, entry: str) -> bool:
    """Whether an entry of the raw diff (`:100644 100644 hash hash M`) names a plain file that is compared."""
    return entry[1:7] in PLAIN_FILE and is_compared(path)


def is_compared(path: str) -> bool:
    """Whether the file is a document, a register, a list, or the stamps of a helsefellesskap."""
    return _COMPARED.fullmatch(path) is not None


def blobs(root: Path, hashes: Iterable[str]) -> dict[str, bytes]:
    """The contents by hash; what is missing, or larger than a document may be, is left out."""
    from avtaleverk.corpus.source import MAX_BYTES  # a check of what was checked before reads no source

    asked = "".join(f"{name}\n" for name in sorted(set(hashes)))
    answer, found = git(root, "cat-file", "--batch", input=asked.encode()) if asked else b"", {}
    while answer:
        head, _, rest = answer.partition(b"\n")
        name, kind, *size = head.decode().split()
        length = int(size[0]) if size else 0
        if kind == "blob" and length <= MAX_BYTES:
            found[name] = rest[:length]
        answer = rest[length + 1 :] if size else rest
    return found


def git(root: Path, *arguments: str, input: bytes = b"") -> bytes:
    """The output of a git command, which is not allowed to fetch anything."""
    import subprocess  # a check that compares with nothing does without

    command = ["git", "-C", str(root), *arguments]
    environment = {**os.environ, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(command, input=input, capture_output=True, check=True, env=environment).stdout
    except FileNotFoundError:
        raise UnknownRevision("Programmet git finnes ikke på denne maskinen. Kjør uten --changed-since.") from None
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        detail = getattr(error, "stderr", b"") or str(error).encode()
        said = detail.decode("utf-8", "replace").strip()
        if unknown := re.search(r"Not a valid (?:object|commit) name (\S+)", said):
            hint = "Skriv en gren, en merkelapp eller en commit, for eksempel origin/main."
            if git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
                hint = "Bare de siste revisjonene er hentet hit. Hent resten med «git fetch --unshallow»."
            raise UnknownRevision(f"Git kjenner ikke revisjonen «{unknown[1]}». {hint}") from None
        if "not a git repository" in said:
            raise UnknownRevision("Mappen er ikke et git-depot. Kjør uten --changed-since.") from None
        raise UnknownRevision(f"Git kan ikke sammenligne med revisjonen: {said}") from None
