"""Small modules to one script each: every module keeps a scope of its own; comments, types and indentation go.

`node` and the tests read the sources as they stand.
"""

import re
from functools import cache
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "theme" / "assets" / "sok"
_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([\w-]+)\.mjs";$', re.MULTILINE)
_TYPE = re.compile(r"/\*\* @(?:type|param) [^*]*(?:\*(?!/)[^*]*)*\*/ ?")
_TEXT = re.compile(r"""("(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`)""")
_PATTERN = re.compile(r"/[^ ]")
_BESIDE = re.compile(r" ?(=>|===|!==|\?\?|&&|\|\||[=,;:{}()<>?]) ?")
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
    """Without whole-line comments, types, blank lines, indentation and spaces beside marks; lines stay lines, so meaning
    stays."""
    kept, inside = [], False
    for line in script.split("\n"):
        text = _TYPE.sub("", line.strip())
        if inside or text.startswith("/*"):
            inside = not text.endswith("*/")
        elif text and not text.startswith("//"):
            kept.append(_tight(text))
    return "\n".join(kept)


def _tight(line: str) -> str:
    """A line without spaces beside marks, but for texts; a line with a pattern, or with a text within a text, as it is."""
    parts = _TEXT.split(line)
    if _PATTERN.search("".join(parts[::2])) or line.count("`") > 2:
        return line
    return "".join(part if n % 2 else _BESIDE.sub(r"\1", part) for n, part in enumerate(parts))
