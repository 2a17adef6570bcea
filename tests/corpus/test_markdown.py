"""The fast path for plain Markdown gives what the whole parser gives, whatever the text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.tasklists import tasklists_plugin

from avtaleverk.corpus.markdown import PARSER, parse

PIECES = (
    *"\n\n  \t ab7.)#>|-=*_`[]()!^:~\\&<+",
    "Sykepleier ringer", "1. ", "- ", "  - ", "    ", "\n\n", "  \n", "---", "===", "***", "```", "~~~", "> ", "| a | b |",
    "\n|---|---|\n", "[^1]", "\n[^1]: note", "^[note]", "[ ] ", "[x] ", "- [ ] kryss", "!!! note", "\n    inne", "\n: ordet",
    "~ ordet", "[a]: /b", "[a]", "[a](b)", "![a](b)", "<http://a.no>", "&amp;", "**fet**", "_skrå_", "## 4.3 Varsel", "\u00a0", "å",
)  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
@example("## 4.3 Varsel|a\n|---|---|\n")
def test_only_idle_rules_are_left_out(text: str) -> None:
    whole_env: dict[str, object] = {}
    whole, (tokens, env) = PARSER.parse(text, whole_env), parse(text)
    assert list(tokens) == whole
    assert PARSER.renderer.render(tokens, PARSER.options, env) == PARSER.renderer.render(
        whole, PARSER.options, whole_env
    )


@pytest.mark.parametrize(
    "text",
    ["- [ ] a\n- [x] b\n- c", "1. [X] a **b**\n\n   c\n2. d\n", "- a\n  - [ ] b\n    1. [x] c\n- [ ] d", "> - [ ] a\n>\n> [ ] b",
     "- [ ]\n- [ ]a\n- [] b\n- [y] c\n- [ ] \\*d", "[ ] a", "- # [ ] a", "- [ ] [a](b.md)\n\n- [x] `c`\nd"],
)  # fmt: skip
def test_tasks_are_those_of_the_plugin_that_comes_with_the_parser(text: str) -> None:
    theirs = MarkdownIt("commonmark", {"html": False}).use(tasklists_plugin, enabled=True, label=True)
    assert PARSER.parse(text) == theirs.parse(text)


# What the plain blocks and paragraphs are made of, and what comes close to it.
LINES = (
    "", "", " ", "- a", "- **b:** c", "- [ ] d", "  e", "    f", "  - g", "* h", "1. i", "2. **j.** k", "10. l", "   m", "3) n",
    "## 4.3 Varsel", "## a #", "#b", "1986. Et", "1986 To", "«c»", "§ 6-2", "(d)", "d ", "\u00a0e", " f", "a **b** c **d**, (**e**).",
    "**a**b", "** a **", "**a", "**a****b**", "*a*", "se [b](../c.md#4.3)", "**f** [a](b.md)**g**", "[a]( b)", "[[b](c)](d)", "[a][b]",
    "![a](b.md)", "**[a](b)**", "a\\*b", "&amp;", "===", "---", "a | b", "--|--", "> h", "```", "|a|", "|-|", "!!! note", ": i",
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
def test_plain_lines(text: str) -> None:
    assert list(parse(text)[0]) == PARSER.parse(text)


@given(st.text())
def test_any_text(text: str) -> None:
    assert list(parse(text)[0]) == PARSER.parse(text)
