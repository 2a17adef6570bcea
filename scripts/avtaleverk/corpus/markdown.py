"""The one Markdown parser, and shortcuts past it for plain text.

Most texts use little of Markdown: no tables, block quotes or footnotes. Trying every rule on every line takes time, so a
text is parsed only with the rules whose signs it contains, and plain blocks (`plain_blocks`) and plain paragraphs
(`plain_inline`) bypass the parser altogether. The tokens always equal those of `PARSER`.
"""

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from avtaleverk.corpus.plain_blocks import plain_blocks, take
from avtaleverk.corpus.plain_inline import plain_inline
from avtaleverk.corpus.plain_tokens import words_token
from avtaleverk.corpus.tasks import tasks

# Some rules, and what a text must hold for any of them to do something; one letter is looked for fastest.
_SIGNS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("table",), ("|",)),
    (("blockquote",), (">",)),
    (("code",), ("    ", "\t")),
    (("fence",), ("`", "~")),
    (("reference",), ("]:",)),
    (("html_block", "html_inline"), ()),  # never: html=False
    (("admonition",), ("!",)),
    (("footnote_def", "footnote_ref", "footnote_inline", "footnote_tail"), ("^",)),
    (("tasks",), ("[ ]", "[x]", "[X]")),
    (("text_join",), ("\\", "&")),
    (("normalize",), ("\r", "\0")),
)
_BEFORE = r"\n[ \t>\d.)*+=_-]*"  # what the lists and quotations around a block may put before it
_LINES = (
    (("hr", "lheading"), re.compile(rf"{_BEFORE}[-=*_][ \t]*(?=\n|\Z)")),
    (("deflist",), re.compile(rf"{_BEFORE}[:~][ \t]")),
)
# While these have nothing to do, a block or a paragraph means the same wherever it stands.
_FAR_REACHING = frozenset({"reference", "deflist", "footnote_def"})
# The tokens of a text, and the parser's environment (footnotes), which rendering needs.
Parsed = tuple[tuple[Token, ...], dict[str, object]]
# What makes the parser of lines: markdown-it's own, or one that counts its work.
Inline = Callable[[], ParserInline]
_INLINE_SIGNS = "*[\n\\`_<&"


def _parser(inline: Inline = ParserInline) -> MarkdownIt:
    parser = MarkdownIt()
    parser.inline = inline()
    return (
        parser.configure("commonmark", {"html": False, "typographer": False})
        .enable("table")
        .use(admon_plugin)
        .use(deflist_plugin)
        .use(footnote_plugin)
        .use(tasks)
    )


PARSER = _parser()


def parse(text: str, inline: Inline = ParserInline) -> Parsed:
    """The tokens of a text, the lines of which are read by `inline`. Never raises by itself."""
    env: dict[str, object] = {}
    lines = f"\n{text}"
    idle = [name for names, signs in _SIGNS if not any(sign in text for sign in signs) for name in names]
    idle += [name for names, pattern in _LINES if not pattern.search(lines) for name in names]
    return tuple(_parser_without(tuple(idle), inline).parse(text, env)), env


@cache
def _parser_without(idle: tuple[str, ...], inline: Inline) -> MarkdownIt:
    parser = _parser(inline)
    parser.core.ruler.at("inline", _inline)
    if _FAR_REACHING.issubset(idle):
        parser.core.ruler.at("block", _blocks)
        parser.core.ruler.at("inline", _plain_inline)
        parser.block.ruler.before("table", "plain_blocks", plain_blocks)
    return parser.disable(list(idle))


def _blocks(state: StateCore) -> None:
    """Markdown-it's own rule of this name, but the parser starts where the plain blocks end."""
    offset, line = take(state.src, 0, 0, state.tokens)
    if offset < len(state.src):
        blocks = StateBlock(state.src, state.md, state.env, state.tokens)
        state.md.block.tokenize(blocks, line, blocks.lineMax)


def _inline(state: StateCore, plain: Callable[[str], list[Token] | None] = lambda _: None) -> None:
    """Markdown-it's own rule of this name, but for lines that hold nothing but words, and for what `plain` can read."""
    signs = [sign for sign in _INLINE_SIGNS if sign in state.src]
    for token in state.tokens:
        if token.type != "inline":
            continue
        if not any(map(token.content.__contains__, signs)):
            token.children = [words_token(token.content)] if token.content else []
        elif (children := plain(token.content)) is not None:
            token.children = children
        else:
            token.children = []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _plain_inline(state: StateCore) -> None:
    _inline(state, plain_inline)
