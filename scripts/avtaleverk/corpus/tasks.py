"""Tasks: items of a list that start with a box, `[ ]` or `[x]`, as a box that a reader can tick.

The parser's own plugin searches all earlier tokens for the list of each item, so that a long list takes quadratic time.
Here the open lists are kept on a stack.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_BOX = re.compile(r"\[([ xX])\][ \t\n\v\f\r]")
_OPENED, _CLOSED = (frozenset({f"bullet_list_{end}", f"ordered_list_{end}"}) for end in ("open", "close"))


def tasks(md: MarkdownIt) -> None:
    """Add the rule to a parser."""
    md.core.ruler.after("inline", "tasks", _mark_tasks)


def _mark_tasks(state: StateCore) -> None:
    lists: list[Token] = []
    opened = state.tokens
    for at, token in enumerate(opened):
        if token.type in _OPENED:
            lists.append(token)
        elif token.type in _CLOSED:
            lists.pop()
        elif (
            (box := token.type == "inline" and _BOX.match(token.content))
            and opened[at - 1].type == "paragraph_open"
            and opened[at - 2].type == "list_item_open"
        ):
            lists[-1].attrSet("class", "contains-task-list")
            opened[at - 2].attrSet("class", "task-list-item enabled")
            _mark(token, ticked=box[1] != " ")


def _mark(item: Token, ticked: bool) -> None:
    """Put a box where its sign was, in a label with the words of the item."""
    assert item.children
    item.content = item.content[3:]
    item.children[0].content = item.children[0].content[3:]
    attribute = 'checked="checked" ' if ticked else ""
    box = f'<input class="task-list-item-checkbox" {attribute} type="checkbox">'
    item.children[:0] = (Token("html_inline", "", 0, content=part) for part in ("<label>", box))
    item.children.append(Token("html_inline", "", 0, content="</label>"))
