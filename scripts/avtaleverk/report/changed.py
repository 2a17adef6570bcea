"""What a change is about: the files that differ from a revision of git."""

import subprocess
from pathlib import Path


class UnknownRevision(Exception):
    """Git does not know the revision, or there is no git here. The text is for the editor."""


def changed_paths(root: Path, revision: str) -> frozenset[str]:
    """The paths below `root` that differ from where this branch left `revision`, uncommitted changes included."""
    base = _git(root, "merge-base", "--", revision, "HEAD").strip()
    differ = _git(root, "diff", "--name-only", "--relative", "-z", base, "--", ".")
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    return frozenset(path for path in (differ + untracked).split("\0") if path)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        detail = getattr(error, "stderr", "") or str(error)
        raise UnknownRevision(f"Git kan ikke sammenligne med revisjonen: {detail.strip()}") from None
    return done.stdout
