"""A limit on the work of parsing Markdown: long texts are first parsed in a process that can be killed.

Some Markdown takes quadratic time to parse. Up to `SAFE` characters the worst case takes seconds; longer texts get a
trial run first. Work is counted in steps, so that a file is judged alike on every machine; the time limit is a backstop.
This module is also the program that the child runs.
"""

import os
import re
import sys

from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline

from avtaleverk.corpus.markdown import parse
from avtaleverk.corpus.place import place
from avtaleverk.corpus.source import TOO_LONG
from avtaleverk.diagnostics import Location
from avtaleverk.patterns import when_used
from avtaleverk.rules import Problems, declare

SAFE = 40_000
LONGEST = 200_000  # ten times a long agreement
STEPS = 500_000  # 200,000 characters of plain text take 3,000
SECONDS = 8
MEMORY = 1 << 30
DEEP = " " * 60  # in front of an item of a list: the parser takes a hundred levels, and then leaves the rest out
_ITEM = when_used(rf"^{DEEP} *(?:[-*+]|\d{{1,9}}[.)])[ \t]", re.MULTILINE)

declare("AV014", "Teksten tar for lang tid å lese")


def reads_in_time(path: str, text: str, first_line: int, problems: Problems) -> bool:
    """Whether the text can be parsed within the limit; records a finding when it cannot."""
    if DEEP in text and (found := _ITEM.search(text)):
        message = f"Punktet er rykket inn {len(DEEP)} mellomrom eller mer. Leseren får ikke resten av siden."
        problems.add(
            "AV006", place(path, text, found.start(), first_line), message, "Del lista i flere, med høyst tre nivåer."
        )
        return False
    if len(text) <= SAFE:
        return True
    if len(text) > LONGEST:
        message = f"Teksten er lengre enn {LONGEST // 1000} 000 tegn."
        problems.add("AV006", Location(path), message, TOO_LONG)
        return False
    import subprocess  # so long a text is rare

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


class TooMuchWork(Exception):
    """The steps are used up."""


class Metered(ParserInline):
    """Counts the searches for the end of a link, which look ahead token by token: there work grows without bound."""

    steps = 0

    def skipToken(self, state: StateInline) -> None:
        """Markdown-it's own step ahead. Raises TooMuchWork after `STEPS` of them."""
        self.steps += 1
        if self.steps > STEPS:
            raise TooMuchWork
        super().skipToken(state)


if __name__ == "__main__":
    try:
        import resource
    except ImportError:  # Windows sets no limit for memory
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    parse(sys.stdin.buffer.read().decode("utf-8"), Metered)
