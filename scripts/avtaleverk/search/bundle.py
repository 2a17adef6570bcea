"""A module and all its imports as one script in one scope: comments, types and spaces go, and variables get short names.

`node` and the tests run the sources as they are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path

from avtaleverk.search.javascript import KEYWORDS, Token, tokens

SOURCES = Path(__file__).resolve().parents[2] / "theme" / "assets" / "sok"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.mjs";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const|let) )", re.MULTILINE)
_LETTERS = "etnisraolcudmfphgbvwyxkjqzTSEACMLNPRDIOFBHVUGWKXYJQZ"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_WORD = re.compile(r"[\w$]{2}")
# A line that ends with one of these never ends a statement.
_GOES_ON = frozenset((";", ",", "{", "}", "(", "[", "=>", "=", "?", ":", "&&", "||", "??"))

# The short name of each variable of a module.
Names = Mapping[str, str]


def bundle(entry: str) -> str:
    """The script of a module and all its imports, by the module's file name without `.mjs`."""
    modules = _order(entry, [])
    used = Counter((home, name) for module in modules for name, home in _homes(module).items())
    at_top = dict(zip((own for own, _ in used.most_common()), _short(_foreign(modules), 2), strict=False))
    body = "".join(_written(_read(name)[0], _names(name, at_top)) for name in modules)
    return f'(() => {{"use strict";\n{body}}})();\n'


def compact(script: str) -> str:
    """A script without comments and spaces; its variables keep their names."""
    return _written(tokens(script), {})


def _order(name: str, done: list[str]) -> list[str]:
    """The module and its imports, each after what it imports itself."""
    for _, imported in _IMPORT.findall(_source(name)):
        if imported not in done:
            _order(imported, done)
    if name not in done:
        done.append(name)
    return done


@cache
def _source(name: str) -> str:
    return (SOURCES / f"{name}.mjs").read_text("utf-8")


@cache
def _module(name: str) -> list[Token]:
    return tokens(_EXPORT.sub("", _IMPORT.sub("", _source(name))))


@cache
def _read(name: str) -> tuple[list[Token], dict[str, str]]:
    """The tokens of a module without the constants at its top that are numbers, and the number of each: it stands in the
    script where the constant is used."""
    kept: list[Token] = []
    numbers: dict[str, str] = {}
    rest, declared = list(_module(name)), ""
    while rest:
        token = rest[0]
        if token.text in ("const", "let"):
            declared = token.text
        if declared == "const" and not token.depth and token.is_binding and _is_number(rest[1:4]):
            numbers[token.text] = rest[2].text
            is_last, is_first = rest[3].text == ";", kept[-1].text == "const"
            del rest[: 3 if is_last and not is_first else 4]
            if is_last:
                kept.pop()
        else:
            kept.append(rest.pop(0))
    return kept, numbers


def _is_number(after: list[Token]) -> bool:
    """Whether these tokens, which follow a name, make it a number and no more."""
    return after[0].text == "=" and _NUMBER.fullmatch(after[1].text) is not None and after[2].text in (",", ";")


def _homes(module: str) -> dict[str, str]:
    """The top-level and imported names of a module, each with the module that defines it."""
    imported = {name: home for names, home in _IMPORT.findall(_source(module)) for name in re.findall(r"\w+", names)}
    return imported | {token.text: module for token in _module(module) if token.is_binding and not token.depth}


def _foreign(modules: Iterable[str]) -> set[str]:
    """The globals that the modules use, and the keywords of the language."""
    return set(KEYWORDS).union(*({*_variables(name)} - _bound(name) for name in modules))


def _variables(module: str) -> Counter[str]:
    return Counter(token.text for token in _module(module) if token.kind in ("variable", "shorthand"))


def _bound(module: str) -> set[str]:
    return {token.text for token in _module(module) if token.is_binding} | _homes(module).keys()


def _names(module: str, at_top: Mapping[tuple[str, str], str]) -> Names:
    """The short names in a module. Those of top-level variables are unique in the script; local ones are used again in
    every module."""
    top = {name: _read(home)[1].get(name, at_top[home, name]) for name, home in _homes(module).items()}
    local = [name for name, _ in _variables(module).most_common() if name in _bound(module) and name not in top]
    return top | dict(zip(local, _short({*_foreign([module]), *top.values()}, 1), strict=False))


def _short(taken: set[str], least: int) -> Iterator[str]:
    """Names of `least` to three letters that are not taken, shortest first."""
    for length in range(least, 4):
        for letters in product(_LETTERS, repeat=length):
            if (name := "".join(letters)) not in taken:
                yield name


def _written(module: list[Token], names: Names) -> str:
    """The script of a module; a line break stays where it may end a statement, what only ends the last thing in brackets
    goes, and what is declared on lines that follow each other is declared together: with the shorter of two words."""
    written: list[str] = []
    first: dict[int, str] = {}  # by depth, what the last statement there starts with
    before = ";"
    for token in module:
        text = token.text
        if token.kind == "keyword" and text == "const":
            text = "let"
        if before in (";", "{", "}"):
            if before == ";" and text == first.get(token.depth) == "let":
                written[-1], before = ",", ","
                continue
            first[token.depth] = text
        if (before in ";," and text == "}") or (before == "," and text in ")]"):
            written.pop()
        if token.kind in ("variable", "shorthand") and text in names:
            text = names[text] if token.kind == "variable" else f"{text}:{names[text]}"
        if token.on_new_line and before not in _GOES_ON:
            written.append("\n")
        elif _WORD.match(before[-1] + text[0]) or before + text in ("+++", "---", "++", "--"):
            written.append(" ")
        written.append(text)
        before = token.text
    return "".join(written)
