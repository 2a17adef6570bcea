"""A code block is closed."""

import pytest

from tests.conftest import PROCEDURE, Minimal


def test_an_open_fence_is_named_where_it_opens(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "```\n## Ansvar")
    assert minimal.lines() == [("AV628", 33)]


@pytest.mark.parametrize(
    "block", ["```\nkode\n```", "~~~~\nkode\n~~~~", "> ```\n> kode\n> ```", "- a\n\n  ```\n  b\n  ```"]
)
def test_a_closed_fence_is_no_finding(minimal: Minimal, block: str) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar", f"{block}\n\n## Ansvar").codes() == []
