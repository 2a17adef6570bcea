"""An address that was once published keeps answering."""

from pathlib import Path

import pytest

from avtaleverk.cli import main
from avtaleverk.examine import Examined
from avtaleverk.pages.page import Page
from avtaleverk.pipeline import addresses, build
from avtaleverk.site.manifest import Manifest
from avtaleverk.site.permanence import grown, lost, removed_pages
from avtaleverk.site.published import Published, published_in, read_addresses, strange_lines, write_addresses
from tests.conftest import ROOT, TODAY, Minimal

BEFORE = Manifest("1", {"prove/da05": ("3.1", "3.2", "kontakter"), "prove/p-varsel": ()}, {})
AFTER = Manifest("2", {"prove/da05": ("3.1",), "prove/p-ny": ()}, {})


def test_the_file_holds_pages_and_clauses_and_only_grows() -> None:
    first = grown({}, BEFORE)
    assert write_addresses(first).splitlines()[-2:] == ["prove/da05 3.1 3.2", "prove/p-varsel"]
    assert write_addresses(dict(reversed(first.items()))) == write_addresses(first)
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


def test_the_manifest_of_the_last_release_counts_too(minimal: Minimal, tmp_path: Path) -> None:
    root = ["--root", str(minimal.root)]
    manifest = tmp_path / "manifest.json"
    manifest.write_bytes(Manifest("1", {"prove/da05": ("3.1",)}, {}).to_json())
    assert main([*root, "addresses", "--manifest", str(manifest)]) == 0
    manifest.write_bytes(Manifest("1", {"prove/da05": ("3.1", "9.9"), "prove/p-borte": ()}, {}).to_json())
    assert main([*root, "addresses", "--manifest", str(manifest)]) == 1
    assert main([*root, "addresses", "--manifest", str(tmp_path / "finnes-ikke.json")]) == 2


@pytest.mark.parametrize(
    "line",
    ["../ut -> x", "prove/../ut", "/etc/passwd -> x", "prove/p;{} -> x", "assets -> x", "assets/sok -> x", "p\x00 -> x",
     "prove\u202e -> x", "prove//p -> x", "C:\\ut -> x", "prove/p -> \x1b[2J", "a/b/c/d/e/f/g -> x", "-> x", "\ufffd"],
    ids=ascii,
)  # fmt: skip
def test_a_line_that_is_no_address_counts_for_nothing_and_is_named(line: str) -> None:
    text = f"# Topp\r\nprove/da05 3.1\r\n{line}\r\n"
    assert read_addresses(text) == {"prove/da05": Published(frozenset({"3.1"}))}
    assert list(strange_lines(text)) == [(3, line)]


def test_no_address_that_was_published_is_lost(content: Examined, content_pages: tuple[Page, ...]) -> None:
    assert list(lost(published_in(ROOT), addresses(ROOT, content.corpus, content_pages, TODAY))) == []


def test_the_manifest_of_the_build_itself_has_no_other_addresses(minimal: Minimal) -> None:
    build(minimal.root, TODAY)
    assert (
        main(["--root", str(minimal.root), "addresses", "--manifest", str(minimal.root / "build/expected.json")]) == 0
    )
