"""A change to the content does not change what the build runs."""

import pytest

from avtaleverk.checks.change.machinery import machinery

AGREEMENT = "agreements/innlandet/delavtaler/da05.md"


@pytest.mark.parametrize(
    "path",
    ["mkdocs.yml", "scripts/mkdocs_hook.py", "scripts/theme/main.html", "pyproject.toml", "requirements.lock",
     "Makefile", ".ci/run", ".github/workflows/ci.yml", ".gitlab-ci.yml", "conftest.py", "sitecustomize.py"],
)  # fmt: skip
def test_what_the_build_runs_is_named_when_it_changes_beside_content(path: str) -> None:
    assert [(d.code, d.at.path) for d in machinery(frozenset({AGREEMENT, path}))] == [("AV902", path)]
    assert list(machinery(frozenset({path}))) == []


def test_content_alone_is_no_finding() -> None:
    assert list(machinery(frozenset({AGREEMENT, "docs/finn-fram.md", "README.md", "tests/search/questions.yml"}))) == []
