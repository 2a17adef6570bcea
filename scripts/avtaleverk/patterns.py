"""Regular expressions that are compiled when they are first used: most texts need few of those that the rules have."""

import re
from typing import Any, cast


def when_used(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression, like that of `re.compile`."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    """Has each method of the compiled expression from when it is first called."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)
        return method
