"""Golden questions: what readers type must lead to the right page in the first three hits."""

from pathlib import Path

import yaml

HERE = Path(__file__).parent
SPACES = {"i/": "innlandet/", "f/": "fonna/"}
# Questions that the search is known to miss. One that it has learnt to answer must be removed from the list.
KNOWN_MISSES = frozenset((HERE / "questions_missed.txt").read_text("utf-8").splitlines())


def questions() -> dict[str, list[str]]:
    """Each question with the pages that answer it."""
    written = yaml.safe_load((HERE / "questions.yml").read_text("utf-8"))
    return {question: [_address(page) for page in pages.split()] for question, pages in written.items()}


def _address(page: str) -> str:
    return SPACES[page[:2]] + page[2:] if page[:2] in SPACES else page


def test_every_question_finds_its_page(real) -> None:
    asked = questions()
    assert len(asked) >= 150
    answers = real.browser.search(*asked)
    missed = []
    for (question, right), answer in zip(asked.items(), answers, strict=True):
        found = list(dict.fromkeys(hit["address"] for hit in (*answer["jumps"], *answer["hits"])))
        if not set(found[:3]) & set(right):
            missed.append(question)
    assert sorted(missed) == sorted(KNOWN_MISSES)


def test_the_questions_name_pages_that_exist(real) -> None:
    paths = {page.path for page in real.pages}
    assert {page for pages in questions().values() for page in pages} <= paths
