"""An address that was ever published answers for ever."""

from avtaleverk.cli import main
from avtaleverk.site.manifest import Manifest
from avtaleverk.site.permanence import Published, grown, lost, read_addresses, removed_pages, write_addresses
from tests.conftest import ROOT, Minimal

BEFORE = Manifest("1", {"prove/da05": ("3.1", "3.2", "kontakter"), "prove/p-varsel": ()}, {})
AFTER = Manifest("2", {"prove/da05": ("3.1",), "prove/p-ny": ()}, {})


def test_the_file_holds_pages_and_clauses_and_only_grows() -> None:
    first = grown({}, BEFORE)
    assert write_addresses(first).splitlines()[-2:] == ["prove/da05 3.1 3.2", "prove/p-varsel"]
    both = grown(first, AFTER)
    assert both["prove/da05"].clauses == {"3.1", "3.2"}
    assert read_addresses(write_addresses(both)) == both


def test_lost_pages_and_clauses_are_named() -> None:
    assert list(lost(grown({}, BEFORE), AFTER)) == ["prove/da05/#3.2", "prove/p-varsel/"]
    assert list(lost(grown({}, BEFORE), BEFORE)) == []


def test_a_page_that_was_taken_away_says_what_holds_now() -> None:
    published = {
        "prove/p-a": Published(instead="prove/p-ny"),
        "prove/p-b": Published(instead="Rutinen er <b>avviklet</b>."),
        "prove/p-ny": Published(),
    }
    a, b = removed_pages(published, frozenset({"prove/p-ny"}))
    assert a.path == "prove/p-a"
    assert '<a href="../p-ny/">prove/p-ny</a>' in a.blocks[0].html
    assert "Rutinen er &lt;b&gt;avviklet&lt;/b&gt;." in b.blocks[0].html


def test_the_command_names_what_is_lost(minimal: Minimal) -> None:
    root = ["--root", str(minimal.root)]
    assert main([*root, "addresses", "--update"]) == 0
    assert main([*root, "addresses"]) == 0
    minimal.write("docs/../adresser.txt", minimal.path("docs/../adresser.txt").read_text("utf-8") + "prove/p-borte\n")
    assert main([*root, "addresses"]) == 1
    minimal.replace("docs/../adresser.txt", "prove/p-borte", "prove/p-borte -> prove/p-varsel")
    assert main([*root, "addresses"]) == 0


def test_no_address_that_was_published_is_lost() -> None:
    assert main(["--root", str(ROOT), "addresses"]) == 0
