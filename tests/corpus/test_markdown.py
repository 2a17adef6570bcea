"""The quick way through the parser gives what the whole parser gives, whatever the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from avtaleverk.corpus.markdown import PARSER, parse

PIECES = (
    *"\n\n  \t ab7.)#>|-=*_`[]()!^:~\\&<+",
    "Sykepleier ringer", "1. ", "- ", "  - ", "    ", "\n\n", "  \n", "---", "===", "***", "```", "~~~", "> ", "| a | b |",
    "\n|---|---|\n", "[^1]", "\n[^1]: note", "^[note]", "[ ] ", "[x] ", "- [ ] kryss", "!!! note", "\n    inne", "\n: ordet",
    "~ ordet", "[a]: /b", "[a]", "[a](b)", "![a](b)", "<http://a.no>", "&amp;", "**fet**", "_skrå_", "## 4.3 Varsel", "\u00a0", "å",
)  # fmt: skip


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_only_idle_rules_are_left_out(text: str) -> None:
    whole_env: dict[str, object] = {}
    whole, (tokens, env) = PARSER.parse(text, whole_env), parse(text)
    assert list(tokens) == whole
    assert PARSER.renderer.render(tokens, PARSER.options, env) == PARSER.renderer.render(
        whole, PARSER.options, whole_env
    )


@given(st.text())
def test_any_text(text: str) -> None:
    assert list(parse(text)[0]) == PARSER.parse(text)
