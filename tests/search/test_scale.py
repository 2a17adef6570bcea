"""The pieces give lunr's own answers at any size: `scripts/bench/search_equal.py` asks the same of the larger ones."""

import pytest

from bench.search_documents import generated
from tests.search.conftest import Browser, write
from tests.search.lunr_js import differing


@pytest.mark.parametrize("size", [200, 1000])
def test_the_top_ten_are_lunr_js_own(real, tmp_path, size: int) -> None:
    terms = tuple(real.corpus.registers.ordliste.entries.values())
    queries, wrong = differing(generated(size), terms, Browser(tmp_path), write, tmp_path)
    assert (queries, wrong) == (60, [])
