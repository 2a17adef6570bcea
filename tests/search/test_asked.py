"""What readers ask that a page other than a document answers."""

from avtaleverk.pages.overviews.every import overviews_of
from avtaleverk.search.asked import asked
from tests.conftest import ROOT


def test_every_page_that_is_asked_for_is_there() -> None:
    overviews = {path.rpartition("/")[2] for path in overviews_of("prove").values()}
    assert asked().overviews and asked().overviews.keys() <= overviews
    assert asked().guides and all((ROOT / "docs" / f"{path}.md").is_file() for path in asked().guides)


def test_every_question_is_words_and_stands_once() -> None:
    for words in (*asked()[:5], *asked().overviews.values(), *asked().guides.values()):
        assert len(set(words)) == len(words) and all(isinstance(word, str) and word == word.lower() for word in words)
