"""Small modules to one script each: every module keeps a scope of its own; comments and indentation go.

`node` and the tests read the sources as they stand.
"""

import re
from functools import cache
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "theme" / "assets" / "sok"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.mjs";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const|let) (\w+))", re.MULTILINE)


def bundle(entry: str) -> str:
    """The script for a module and all that it imports."""
    modules = "\n".join(_module(name) for name in _order(entry, []))
    return f'(() => {{\n"use strict";\nconst modules = {{}};\n{modules}\n}})();\n'


def _module(name: str) -> str:
    """A module as a function that is called at once and gives what it exports."""
    source = _source(name)
    exports = ", ".join(exported for _, exported in _EXPORT.findall(source))
    body = _EXPORT.sub(r"\1", _IMPORT.sub(r'const \1 = modules["\2"];', source))
    return f'modules["{name}"] = (() => {{\n{_squeeze(body)}\nreturn {{ {exports} }};\n}})();'


@cache
def _source(name: str) -> str:
    return (SOURCES / f"{name}.mjs").read_text("utf-8")


def _order(name: str, done: list[str]) -> list[str]:
    """Modules in the order in which they must stand."""
    for _, imported in _IMPORT.findall(_source(name)):
        if imported not in done:
            _order(imported, done)
    if name not in done:
        done.append(name)
    return done


def _squeeze(script: str) -> str:
    """Without whole-line comments, blank lines and indentation; lines stay lines, so meaning stays."""
    kept, inside = [], False
    for line in script.split("\n"):
        text = line.strip()
        if inside or text.startswith("/*"):
            inside = not text.endswith("*/")
        elif text and not text.startswith("//"):
            kept.append(text)
    return "\n".join(kept)
