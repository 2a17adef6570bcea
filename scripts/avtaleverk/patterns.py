"""Regular expressions compiled on first use: most runs need only a few of those that the rules define.

A pattern is found fast when it starts with what it consumes and looks behind that afterwards: `ring(?<!\\wring)`, not
`\\bring`. Then the text is searched for its first letter, and nothing is tried in between.
"""

import re
from typing import Any, cast


def when_used(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, but compiled on first use."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    """Has each method of the compiled expression from when it is first called."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method
