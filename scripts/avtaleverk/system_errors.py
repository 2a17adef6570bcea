"""What the operating system refused, in words for whoever ran a command."""

import errno
import shutil

_REASONS = {
    errno.EACCES: "du har ikke rettighet til det",
    errno.EPERM: "du har ikke rettighet til det",
    errno.EROFS: "disken kan bare leses",
    errno.ENOSPC: "disken er full",
    errno.EDQUOT: "du har brukt opp plassen din på disken",
    errno.ENOENT: "den finnes ikke",
    errno.ENOTDIR: "det er en fil der det skulle være en mappe",
    errno.EISDIR: "det er en mappe der det skulle være en fil",
    errno.ENOTEMPTY: "mappen er ikke tom",
    errno.EBUSY: "et annet program bruker den",
    errno.ENAMETOOLONG: "navnet er for langt",
}


def in_norwegian(error: OSError) -> str:
    """One sentence with the reason and the file that it is about; when many files were refused, the first."""
    if isinstance(error, shutil.Error) and isinstance(error.args[0], list):
        path, _, reason = error.args[0][0]
        return f"Kan ikke kopiere {path}: {reason}."
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return f"Kan ikke lese eller skrive {error.filename}: {reason}." if error.filename else f"Det gikk ikke: {reason}."
