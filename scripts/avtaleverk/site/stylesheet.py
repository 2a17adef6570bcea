"""Stylesheets as they are published: without comments, and without the spaces that only people need."""

import re

_TEXT = r'(?P<text>"(?:\\.|[^"\\])*")'
_COMMENT = re.compile(rf"{_TEXT}|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(rf"{_TEXT}|\s*(?P<mark>[{{}};,])\s*|(?P<colon>:)\s+|(?P<space>\s+)")


def compact(css: str) -> str:
    """The same rules in fewer bytes; what stands in double quotes is kept as it is."""
    rules = _COMMENT.sub(lambda found: found["text"] or "", css)
    short = _SPACE.sub(lambda found: " " if found["space"] else found["text"] or found["mark"] or found["colon"], rules)
    return short.replace(";}", "}").strip()
