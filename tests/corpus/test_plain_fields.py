"""The fast path for plain front matter gives what the YAML parser gives, or leaves the text to it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from avtaleverk.corpus.nodes import Mapping
from avtaleverk.corpus.parsed_fields import parsed_fields
from avtaleverk.corpus.plain_fields import plain_fields
from avtaleverk.rules import Problems
from tests.conftest import ROOT

# What plain fields are made of, and what comes close to it.
STARTS = (
    "",
    "a: ",
    "b: ",
    "c:",
    "  d: ",
    "  e:",
    "    f: ",
    "      g:",
    "  - ",
    "  - h: ",
    "    - ",
    "- ",
    '"4.2": ',
    " i: ",
)
VALUES = (
    "", "ord", "Ring 113", "Ring 113: nå", "kl. 15:30", "da05#4.3", "ord # merknad", "#", "# merknad", '"x: y"', '"x"y', '"\\n"',
    "'x'", "[]", "[a, b]", "[a,b]", "[a, ]", '[a, "b, c"]', "[a?, b]", 'a"', '[a", b]', "[a: b]", "[a:b]", "[[a]]", "{a: b}",
    "{a: b, a: c}", "{a: [b, c], d: e}", "{a: }", "{a:b}", "{a: {b: c}}", "&x 1", "*x", "!y z", "|", ">", "- a", "? a", "@a", "%a",
    "“buet”", "«sitat»", "§ 6-2", "(a)", "/a/b", "ord ", "å:", ":", "---", "...", "\u00a0", "a\u00adb", "\t", "~", "2026-01-01",
)  # fmt: skip


def read_both(text: str) -> tuple[Mapping | None, Mapping | None, list[str]]:
    problems = Problems([])
    return plain_fields("f.yml", text, 2), parsed_fields("f.yml", text, 2, problems), [d.code for d in problems.found]


@settings(max_examples=600)
@given(st.lists(st.tuples(st.sampled_from(STARTS), st.sampled_from(VALUES)).map("".join), max_size=7).map("\n".join))
def test_lines_that_are_plain_or_nearly_so(text: str) -> None:
    plain, parsed, codes = read_both(text)
    assert plain is None or (plain, []) == (parsed, codes)


def test_nearly_all_files_are_plain() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "agreements").rglob("*.yml")]
    texts += [path.read_text(encoding="utf-8").split("---\n", 2)[1] for path in (ROOT / "agreements").rglob("*.md")]
    read = [read_both(text) for text in texts]
    assert all((plain or parsed) == parsed for plain, parsed, _ in read)
    assert sum(plain is not None for plain, _, _ in read) > 0.95 * len(texts)


def test_a_list_deeper_than_the_parser_allows_is_left_to_it() -> None:
    plain, _, codes = read_both("a:\n  b:\n    c:\n      d: {e: [f]}\n")
    assert plain is None
    assert codes == ["AV005"]
