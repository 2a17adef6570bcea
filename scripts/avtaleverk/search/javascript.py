"""A tokenizer for JavaScript that tells variables from properties, which is what renaming needs to know.

It reads this site's modules, not everything that JavaScript allows: no labels, no `var`, no `as`, no single quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<gap>\s+|//[^\n]*|/\*.*?\*/)"
    r'|(?P<text>"(?:\\.|[^"\\\n])*"|\d[\w.]*)'
    r"|(?P<name>[A-Za-z_$][\w$]*)"
    r"|(?P<mark>=>|\.\.\.|[=!]==?|&&=?|\|\|=?|\?\?=?|\?\.(?!\d)|\+\+|--|[-+*/%<>]=|<<|>>|.)",
    re.DOTALL,
)
_PATTERN = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/[a-z]*")
_TEMPLATE = re.compile(r"[`}](?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{)", re.DOTALL)
_VALUE = re.compile(r"[\w$)\]}\"`]$")
_KEYWORDS = """
async await break case catch class const continue default delete do else export extends false finally for function get if
import in instanceof let new null of return set static super switch this throw true try typeof undefined void while yield
"""
KEYWORDS = frozenset(_KEYWORDS.split())
# After these a brace opens an object or a destructuring pattern; after anything else it opens a block.
_BEFORE_OBJECT = frozenset(("(", ",", "[", "=", ":", "?", "&&", "||", "??", "??=", "return", "...", "const", "let"))
_CONDITIONS = frozenset({"if", "for", "while", "switch"})


@dataclass(slots=True)
class Token:
    """A token of a script: `kind` is text, mark, keyword, property, variable or shorthand (`a` in `{ a }`)."""

    kind: str
    text: str
    depth: int  # how many brackets are open around it
    in_object: bool
    on_new_line: bool
    is_binding: bool = False  # the variable is declared here


def tokens(script: str) -> list[Token]:
    """The tokens of a script, without whitespace and comments."""
    found = list(_read(script))
    assert all(token.text != "'" for token in found), "a text stands in double quotes"
    _classify_names(found)
    _mark_bindings(found)
    return found


def _read(script: str) -> Iterator[Token]:
    """Tokens whose names are not yet classified; a template literal is one token for each part between its values."""
    at, before, on_new_line = 0, ";", False
    opened = ["script"]
    while at < len(script):
        kind, text = _next(script, at, before, opened[-1] == "template")
        at += len(text)
        if kind == "gap":
            on_new_line = on_new_line or "\n" in text
            continue
        if text[0] in ")]}":
            opened.pop()
        yield Token(kind, text, len(opened) - 1, opened[-1] == "object", on_new_line)
        if text[-1] in "([{":
            is_object = text == "{" and before in _BEFORE_OBJECT
            opened.append("template" if len(text) > 1 else "object" if is_object else "block")
        before, on_new_line = text, False


def _next(script: str, at: int, before: str, in_template: bool) -> tuple[str, str]:
    match = _TOKEN.match(script, at)
    assert match
    kind, text = str(match.lastgroup), match[0]
    if text == "`" or (text == "}" and in_template):
        match, kind = _TEMPLATE.match(script, at), "text"
    elif text in ("/", "/=") and (before in KEYWORDS or not _VALUE.search(before)):
        match, kind = _PATTERN.match(script, at), "text"
    assert match, f"cannot read {script[at : at + 40]}"
    return "keyword" if text in KEYWORDS else kind, match[0]


def _classify_names(found: list[Token]) -> None:
    end = Token("mark", ";", 0, False, False)
    for n, (before, token, after) in enumerate(zip([end, *found], found, [*found[1:], end], strict=False)):
        follows = token.in_object and before.text in ("{", ",")
        if token.kind not in ("name", "keyword"):
            continue
        if before.text in (".", "?.", "#") or (follows and after.text == ":") or _is_method(found, n):
            token.kind = "property"
        elif token.kind == "name":
            token.kind = "shorthand" if follows and after.text in (",", "}", "=") else "variable"


def _is_method(found: list[Token], n: int) -> bool:
    """Whether the token is the name of a method: parameters and a block follow it."""
    if found[n].kind == "keyword" or found[n + 1 : n + 2] == [] or found[n + 1].text != "(":
        return False
    return found[n - 1].text != "function" and _after(found, n + 1) == "{"


def _after(found: list[Token], opening: int) -> str:
    """The text after the bracket that closes the one at `opening`."""
    depth = found[opening].depth
    closing = next(n for n in range(opening + 1, len(found)) if found[n].depth == depth and found[n].text[0] in ")]}")
    return found[closing + 1].text if closing + 1 < len(found) else ""


def _mark_bindings(found: list[Token]) -> None:
    for n, token in enumerate(found):
        before = found[n - 1].text if n else ""
        if token.kind == "keyword" and token.text in ("const", "let"):
            _bind(found[n + 1 :], token.depth)
        elif (token.text == "=>" or before in ("function", "class")) and not token.is_binding:
            named = found[n - 1] if token.text == "=>" else token
            named.is_binding = named.kind == "variable"
        elif token.text == "(" and before not in _CONDITIONS and _after(found, n) in ("=>", "{"):
            _bind(found[n + 1 :], token.depth + 1)


def _bind(found: list[Token], level: int) -> None:
    """Mark the names of a declaration or parameter list as bindings; a value after `=` ends at a comma or a bracket."""
    value = None
    for token in found:
        if token.depth < level or (token.depth == level and token.text in (";", "of", "in")):
            return
        if value is None:
            token.is_binding = token.is_binding or token.kind in ("variable", "shorthand")
            value = token.depth if token.text == "=" else None
        elif token.depth < value or (token.depth == value and token.text == ","):
            value = None
