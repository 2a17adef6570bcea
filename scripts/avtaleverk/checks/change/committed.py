"""What a check compares with by default: the documents that differ from the last commit.

Git only tells what the commit holds. The files are read here, so that no filter, monitor or hook of the repository takes
part. Where there is no repository, no commit or no git, nothing is compared.
"""

from hashlib import sha1, sha256
from pathlib import Path

from avtaleverk.checks.change.revision import PLAIN_FILE, UNCHANGED, Change, UnknownRevision, blobs, git, is_compared
from avtaleverk.corpus.files import CONTENT
from avtaleverk.corpus.source import MAX_BYTES
from avtaleverk.site.published import FILE


def since_commit(root: Path) -> Change:
    """The documents and registers that differ from the last commit, as they are there. Which files are touched is not told: what
    the calendar brings about weighs as in any check.
    """
    try:
        listed = git(root, "ls-tree", "-r", "-z", "HEAD", "--", CONTENT, FILE).decode("utf-8", "replace").split("\0")
        entries = (entry.partition("\t") for entry in listed if entry.startswith(PLAIN_FILE))
        hashes = {path: about.split()[2] for about, _, path in entries if is_compared(path)}
        differ = {path: name for path, name in hashes.items() if not _is_same(root / path, name)}
        contents = blobs(root, differ.values())
    except UnknownRevision:
        return UNCHANGED
    there = {file.relative_to(root).as_posix() for file in (root / CONTENT).glob("*/**/*.md")}
    before = {path: contents[name] for path, name in differ.items() if name in contents}
    return Change(before=before, added=frozenset(there - hashes.keys()))


def _is_same(file: Path, name: str) -> bool:
    """Whether a file equals the committed one, apart from line ends."""
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > MAX_BYTES:
            return False
        raw = file.read_bytes()
    except OSError:
        return False
    return _hash(raw, name) == name or (b"\r\n" in raw and _hash(raw.replace(b"\r\n", b"\n"), name) == name)


def _hash(content: bytes, like: str) -> str:
    blob = b"blob %d\0%b" % (len(content), content)
    return sha1(blob, usedforsecurity=False).hexdigest() if len(like) == 40 else sha256(blob).hexdigest()
