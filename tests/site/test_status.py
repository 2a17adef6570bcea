"""The state of the site for those who run the server: as a file, and as a page."""

import json
from datetime import date

from avtaleverk.pipeline import build
from avtaleverk.site.operations import operations_page
from avtaleverk.site.page_source import html
from avtaleverk.site.status import status_of
from tests.conftest import PROCEDURE, TODAY, Minimal


def test_the_page_and_the_file_say_which_edition_it_is_and_what_ends_first(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, gyldig_til="2026-12-01", tittel='"Varsle <b>straks</b>"')
    corpus = minimal.corpus()
    status = status_of(corpus, 7, "abc123", TODAY, "")
    told = json.loads(status.to_json())
    assert (told["build"], told["day"], told["pages"]) == ("abc123", "2026-11-22", 7)
    assert told["next_expiry"] == {"day": "2026-12-01", "document": "prove/p-varsel"}
    page = html(operations_page(status, frozenset({"redaktor/publisere"})))
    assert '<a href="../prove/p-varsel/">Varsle &lt;b&gt;straks&lt;/b&gt;</a> <small>1. desember 2026</small>' in page
    for words in ("abc123", "22. november 2026", "ikke kjent", "../status.json", "../redaktor/publisere/"):
        assert words in page
    assert "installere" not in page
    assert "Gått ut" not in page


def test_what_has_ended_does_not_end_next(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, gyldig_til="2026-12-01")
    status = status_of(minimal.corpus(), 7, "b", date(2026, 12, 2), "")
    assert "p-varsel" not in [d.id for _, d in status.ending]
    ended = next(b for b in operations_page(status, frozenset()).blocks if b.heading and b.heading.text == "Gått ut")
    assert '<a href="../prove/p-varsel/">' in ended.html


def test_every_build_has_the_page_and_the_search_has_not(minimal: Minimal) -> None:
    built = build(minimal.root, TODAY)
    assert built.build_id in html(built.pages["drift.md"])
    expected = json.loads((minimal.root / "build/expected.json").read_bytes())
    assert "drift" in expected["pages"]
    index = b"".join(p.read_bytes() for p in (minimal.root / "build/docs/assets/sok").rglob("*") if p.is_file())
    assert b"prove/p-varsel" in index
    assert b'"drift' not in index
