"""A time limit for reading Markdown: long texts are first parsed in a process that can be ended.

Markdown can be written so that parsing takes time with the square of its length. Up to `SAFE` characters the worst
takes seconds; what is longer is tried out first. This module is also the program that the child runs.
"""

import os
import subprocess
import sys

from avtaleverk.diagnostics import Location
from avtaleverk.rules import Problems, declare

SAFE = 40_000
LONGEST = 200_000  # ten times a long agreement
SECONDS = 3
MEMORY = 1 << 30

declare("AV014", "Teksten tar for lang tid å lese")


def reads_in_time(path: str, text: str, problems: Problems) -> bool:
    """Whether the text can be parsed within the limit; records a finding when it cannot."""
    if len(text) <= SAFE:
        return True
    if len(text) > LONGEST:
        message = f"Teksten er lengre enn {LONGEST // 1000} 000 tegn."
        problems.add("AV006", Location(path), message, "Del den i flere dokumenter.")
        return False
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__],
            input=text.encode("utf-8", "replace"), env=environment, timeout=SECONDS, capture_output=True, check=False,
        )  # fmt: skip
        in_time = done.returncode == 0
    except subprocess.TimeoutExpired:
        in_time = False
    if not in_time:
        hint = "Del teksten i flere dokumenter, og se etter lange rekker av tegn som [ ] * _ eller >."
        problems.add(
            "AV014", Location(path), "Teksten er lang og satt sammen slik at den tar for lang tid å lese.", hint
        )
    return in_time


if __name__ == "__main__":
    from avtaleverk.corpus.outline import parse_body

    try:
        import resource
    except ImportError:  # Windows sets no limit for memory
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    parse_body(sys.stdin.buffer.read().decode("utf-8"), 1)
