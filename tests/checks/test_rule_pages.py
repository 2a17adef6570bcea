"""Every rule has a page, and every page is true: its wrong example gives exactly its code, its right example none.

What a hint says to write mends the wrong example.
"""

import re
from pathlib import Path

import pytest

from avtaleverk.checks import run  # noqa: F401  registers every rule
from avtaleverk.rules import RULES
from tests.checks.examples import VERDICTS, change_of, examples
from tests.checks.followed import left_after_hints
from tests.conftest import ROOT, Minimal

FOLDER = ROOT / "docs" / "regler"
PAGES = sorted(FOLDER.glob("AV*.md"))


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert {page.stem for page in PAGES} == set(RULES)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_page_has_the_title_of_the_rule_and_its_sections(page: Path) -> None:
    lines = page.read_text(encoding="utf-8").splitlines()
    assert lines[0] == f"# {page.stem}: {RULES[page.stem].title}"
    assert [line for line in lines if re.match("## [A-ZÅ]", line) and line in HEADINGS] == HEADINGS


HEADINGS = ["## Hvorfor det betyr noe", "## Slik retter du", "## Galt", "## Riktig"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
@pytest.mark.parametrize("verdict", VERDICTS)
def test_examples_are_true(minimal: Minimal, page: Path, verdict: str) -> None:
    blocks = examples(page, verdict)
    assert blocks
    change = change_of(minimal, blocks)
    for block in blocks:
        block.apply(minimal)
    found = minimal.examine(change=change).found
    assert {d.code for d in found} == ({page.stem} if verdict == "galt" else set()), "\n".join(map(str, found))
    left = left_after_hints(minimal, found, change)
    assert left == [], "\n".join(map(str, [*found, *left]))


def test_list_of_rules_names_every_rule_with_its_title() -> None:
    listed = (FOLDER / "index.md").read_text(encoding="utf-8")
    assert re.findall(r"^- \[(AV\d+)\]\(\1\.md\) (.+)$", listed, re.MULTILINE) == [
        (code, RULES[code].title) for code in sorted(RULES)
    ]
