"""The one Markdown parser, and a quick way through it.

Most texts use few of Markdown's forms: no table, no quotation, no footnote. Every rule that is tried in vain on every
line costs time, so a text is parsed with the rules whose signs it holds, and a paragraph without any sign is taken as
it stands. The tokens are the same as those of `PARSER`, whatever the text.
"""

import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin


def _parser() -> MarkdownIt:
    return (
        MarkdownIt("commonmark", {"html": False, "typographer": False})
        .enable("table")
        .use(admon_plugin)
        .use(deflist_plugin)
        .use(footnote_plugin)
        .use(tasklists_plugin, enabled=True, label=True)
    )


PARSER = _parser()

_BEFORE = r"^[ \t>\d.)*+=_-]*"  # what the lists and quotations around a block may put before it
# Some rules, and what a text must hold for any of them to do something.
_SIGNS = (
    (("table",), re.compile(r"\|")),
    (("blockquote",), re.compile(r">")),
    (("code",), re.compile(r"    |\t")),
    (("fence",), re.compile(r"```|~~~")),
    (("hr", "lheading"), re.compile(rf"{_BEFORE}[-=*_][ \t]*$", re.MULTILINE)),
    (("reference",), re.compile(r"\]:")),
    (("html_block", "html_inline"), re.compile(r"(?!)")),  # never: html=False
    (("admonition",), re.compile(r"!!!")),
    (("deflist",), re.compile(rf"{_BEFORE}[:~][ \t]", re.MULTILINE)),
    (("footnote_def", "footnote_ref", "footnote_inline", "footnote_tail"), re.compile(r"\[\^|\^\[")),
    (("github-tasklists",), re.compile(r"\[[ xX]\]")),
)
_INLINE_SIGN = re.compile(r"[\\`*_\[<&]|\n[ \t]|[ \t]\n")


def parse(text: str) -> tuple[tuple[Token, ...], dict[str, object]]:
    """The tokens of a text, and what the parser found out on the way (footnotes). Never raises."""
    env: dict[str, object] = {}
    idle = tuple(name for names, sign in _SIGNS if not sign.search(text) for name in names)
    return tuple(_parser_without(idle).parse(text, env)), env


@cache
def _parser_without(idle: tuple[str, ...]) -> MarkdownIt:
    parser = _parser()
    parser.core.ruler.at("inline", _inline)
    return parser.disable(list(idle))


def _inline(state: StateCore) -> None:
    """Markdown-it's own rule of this name, but for paragraphs that hold nothing but words."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if _INLINE_SIGN.search(token.content):
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children = _words(token.content)


def _words(content: str) -> list[Token]:
    first, *others = content.split("\n")
    children = [Token("text", "", 0, content=first)]
    for line in others:
        children += (Token("softbreak", "br", 0), Token("text", "", 0, content=line))
    return children
