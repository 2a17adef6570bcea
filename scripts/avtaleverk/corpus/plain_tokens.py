"""Tokens made without the constructor of their class, which takes four times as long."""

from collections.abc import Callable
from typing import Literal

from markdown_it.token import Token

_new: Callable[[type[Token]], Token] = Token.__new__


def plain_token(
    type: str,
    tag: str,
    nesting: Literal[-1, 0, 1],
    lines: list[int] | None = None,
    level: int = 0,
    content: str = "",
    markup: str = "",
    info: str = "",
    block: bool = False,
    hidden: bool = False,
) -> Token:
    """A token without attributes; that of a line of a block has room for its children."""
    token = _new(Token)
    token.type, token.tag, token.nesting, token.level = type, tag, nesting, level
    token.attrs, token.map, token.meta = {}, lines, {}
    token.children = [] if type == "inline" else None
    token.content, token.markup, token.info = content, markup, info
    token.block, token.hidden = block, hidden
    return token


def words_token(content: str, level: int = 0) -> Token:
    """A token of words without markup."""
    return plain_token("text", "", 0, None, level, content)
