"""Headings, paragraphs and flat lists as nearly everybody writes them, matched as a whole.

The parser tries its rules on every line; these blocks are so simple that one regular expression finds each. Everything
else is left to the parser. A block is matched only where no other rule could apply: it is not indented, none of its lines
starts like another kind of block, and an empty line or the end follows.
"""

import re
from functools import cache

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from avtaleverk.corpus.plain_tokens import plain_token

# What a line of text may start with: letters, numbers that are no list's, bold words, brackets.
_START = r"(?:[^\W\d_]|[«(§]|\d{1,9}(?![\d.)])|\*\*[^\W_]|\[)"
_TEXT = rf"{_START}[^\n]*(?<!\s)"
_BLANK = re.compile(r"(?:[ \t]*\n)*")
_HEADING = re.compile(r"(#{1,6}) ([^\s#|](?:[^\n#|]*[^\s#|])?)(?=\n|\Z)")  # one with a | may be the head of a table
_PARAGRAPH = re.compile(rf"{_START}[^\n]*(?:\n{_START}[^\n]*)*(?<!\s)(?=\n[ \t]*(?:\n|\Z)|\Z)")
_AFTER_LIST = r"(?=(?:\n[ \t]*)*\Z|\n[ \t]*\n(?:[ \t]*\n)*(?![\s+\d-]|\*(?!\*)))"
_BULLETS = re.compile(rf"([-*+]) {_TEXT}(?:\n(?:\1 |  ){_TEXT})*{_AFTER_LIST}")
_NUMBERS = re.compile(rf"[0-9]{{1,9}}([.)]) {_TEXT}(?:\n(?:[0-9]{{1,9}}\1 | {{3,11}}){_TEXT})*{_AFTER_LIST}")
_NUMBER = re.compile(r"[0-9]+")


def take(text: str, offset: int, line: int, tokens: list[Token]) -> tuple[int, int]:
    """Add the tokens of the plain blocks that start at `offset`, on line `line`; the offset and the line after them."""
    while True:
        blank = _BLANK.match(text, offset)
        line += text.count("\n", offset, blank.end()) if blank else 0
        offset = blank.end() if blank else offset
        if found := _HEADING.match(text, offset):
            tag, content = f"h{len(found[1])}", found[2]
            tokens += _leaf("heading", tag, found[1], content, line, line + 1)
            after = line + 1
        elif found := _PARAGRAPH.match(text, offset):
            after = line + found[0].count("\n") + 1
            tokens += _leaf("paragraph", "p", "", found[0], line, after)
        elif (found := _BULLETS.match(text, offset) or _NUMBERS.match(text, offset)) and (items := _items(found)):
            after = line + found[0].count("\n") + 1
            blank = _BLANK.match(text, found.end() + 1)
            tokens += _list(items, found[1], line, after + (blank[0].count("\n") if blank else 0))
        else:
            return offset, line
        offset, line = found.end() + 1, after


def plain_blocks(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule of the parser that runs before all others: plain blocks that are not indented."""
    if silent or state.level or state.blkIndent:
        return False
    state.line = take(state.src, state.bMarks[start], start, state.tokens)[1]
    return state.line > start


Item = tuple[str, list[str]]


def _items(found: re.Match[str]) -> list[Item]:
    """The items of a list, each with its number ("" for a bullet) and its lines; none when one is indented otherwise."""
    items: list[Item] = []
    width = 0
    for line in found[0].split("\n"):
        if line[0] != " ":
            number = _NUMBER.match(line)
            width = (number.end() if number else 0) + 2
            items.append((number[0] if number else "", [line[width:]]))
        elif line[:width].isspace() and line[width] != " ":
            items[-1][1].append(line[width:])
        else:
            return []
    return items


def _leaf(name: str, tag: str, markup: str, content: str, start: int, end: int) -> tuple[Token, Token, Token]:
    return (
        _open(f"{name}_open", tag, [start, end], markup),
        plain_token("inline", "", 0, [start, end], 1, content, "", "", True),
        _close(f"{name}_close", tag, 0, markup),
    )


def _list(items: list[Item], mark: str, start: int, end: int) -> list[Token]:
    """The tokens of a list without empty lines in it; the last item reaches to the next block."""
    name, tag = ("ordered_list", "ol") if items[0][0] else ("bullet_list", "ul")
    tokens = [_open(f"{name}_open", tag, [start, end], mark)]
    if items[0][0] and int(items[0][0]) != 1:
        tokens[0].attrs["start"] = int(items[0][0])
    line = start
    for number, lines in items:
        after = line + len(lines)
        reach = end if lines is items[-1][1] else after
        tokens += (
            plain_token("list_item_open", "li", 1, [line, reach], 1, "", mark, number, True),
            plain_token("paragraph_open", "p", 1, [line, after], 2, "", "", "", True, True),
            plain_token("inline", "", 0, [line, after], 3, "\n".join(lines), "", "", True),
            _close("paragraph_close", "p", 2, "", True),
            _close("list_item_close", "li", 1, mark),
        )
        line = after
    return [*tokens, _close(f"{name}_close", tag, 0, mark)]


def _open(name: str, tag: str, lines: list[int], mark: str) -> Token:
    return plain_token(name, tag, 1, lines, 0, "", mark, "", True)


@cache
def _close(name: str, tag: str, level: int, mark: str, hidden: bool = False) -> Token:
    """The closing token of a block. It holds nothing of its own, so that equal ones are shared."""
    return plain_token(name, tag, -1, None, level, "", mark, "", True, hidden)
