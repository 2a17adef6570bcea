"""`check --fix` mends what is safe, once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaleverk.checks.mend import mend, mend_all, told
from avtaleverk.corpus.outline import parse_body
from tests.conftest import PROCEDURE, ROOT, Minimal


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("en\r\nto\r\n", "en\nto\n"),
        ("slutt uten linje", "slutt uten linje\n"),
        ("ord \nneste\t\n", "ord\nneste\n"),
        ("to mellomrom  \nbryter linjen\n", "to mellomrom  \nbryter linjen\n"),
        ("pasi\u200benten\n", "pasienten\n"),
        ("Ring \u202e321\u202c no\u200b.\n\npasi\u200benten\n", "Ring \u202e321\u202c no\u200b.\n\npasienten\n"),
        ("Na\u030ar\n", "Når\n"),
        ("fast\u00a0mellomrom\n", "fast\u00a0mellomrom\n"),
        ("---\ngyldig_fra: 1.2.2026\n---\n", "---\ngyldig_fra: 2026-02-01\n---\n"),
        ("---\nvedtak:\n  - {organ: ssu, dato: 01.11.2025, sak: 3/2025}\n---\n", "---\nvedtak:\n  - {organ: ssu, dato: 2025-11-01, sak: 3/2025}\n---\n"),
        ("---\noppsagt: {av: k-0001, meldt_helsedirektoratet: 2.1.2026}\n---\n", "---\noppsagt: {av: k-0001, meldt_helsedirektoratet: 2026-01-02}\n---\n"),
        ("---\nversjon: 1.2.2026\n---\n", "---\nversjon: 1.2.2026\n---\n"),
        ("---\ntype: prosedyre\nid: p-x\n---\ntekst\n", "---\nid: p-x\ntype: prosedyre\n---\ntekst\n"),
        ("---\ntype: prosedyre\n# om id\nid: p-x\n---\n", "---\ntype: prosedyre\n# om id\nid: p-x\n---\n"),
        ("---\nukjent: ja\nid: p-x\n---\n", "---\nukjent: ja\nid: p-x\n---\n"),
    ],
)  # fmt: skip
def test_mends(before: str, after: str) -> None:
    assert mend(before) == after


@given(st.text(alphabet=st.sampled_from("---\n\r\t :aåA#{}[],.0123\u00a0\u200b\u030a\ufeff|idtype")))
def test_mending_twice_changes_nothing(text: str) -> None:
    assert mend(mend(text)) == mend(text)


def test_mended_file_has_fewer_findings(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8").replace("2026-01-01", "1.1.2026").replace("\n", "\r\n")
    minimal.write(PROCEDURE, "\ufeff" + text.replace("Pasienten er", "Pasi\u00adenten er"))
    assert set(minimal.codes()) == {"AV103", "AV704"}
    assert list(mend_all(minimal.root)) == [f"agreements/prove/{PROCEDURE}"]
    assert minimal.codes() == []
    assert mend_all(minimal.root) == {}


def test_the_content_of_this_project_needs_no_mending() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "agreements").rglob("*.md"))]
    assert [text[:60] for text in texts if mend(text) != text] == []


def test_nothing_outside_is_written_through_a_link(minimal: Minimal, tmp_path: Path) -> None:
    outside = tmp_path / "utenfor.md"
    outside.write_text("ord \r\n", encoding="utf-8")
    minimal.path("prosedyrer/p-ny.md").symlink_to(outside)
    minimal.path("ut").symlink_to(tmp_path)
    mend_all(minimal.root)
    assert outside.read_bytes() == b"ord \r\n"


@pytest.mark.parametrize(
    ("before", "says"),
    [
        ("a\r\nb\r\n", ["linjeskift og mellomrom i slutten av linjene"]),
        ("---\ngyldig_fra: 1.2.2026\n---\n", ["linje 2: «gyldig_fra: 1.2.2026» → «gyldig_fra: 2026-02-01»"]),
        ("---\ntype: prosedyre\nid: p-x\n---\n", ["linje 2: «id: p-x» er flyttet hit"]),
        ("Født\u200b 12054542079\n", ["linje 1: rettet (linjen har et nummer som ikke gjentas her)"]),
        ("Født\u200b **120545** / 42079\n", ["linje 1: rettet (linjen har et nummer som ikke gjentas her)"]),
        ("Født 120545\u2066 4207\u200b9\n", ["linje 1: rettet (linjen har et nummer som ikke gjentas her)"]),
    ],
)
def test_the_editor_is_told_what_was_mended(before: str, says: list[str]) -> None:
    assert told(before, mend(before)) == says


def test_many_changes_are_counted() -> None:
    before = "".join(f"pasi\u200benten {n}\n" for n in range(8))
    assert told(before, mend(before))[-1] == "og 3 linjer til"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1. a\n2. b\n2. c\n3. d\n", "1. a\n2. b\n3. c\n4. d\n"),
        ("1. a\n1. b\n1. c\n", "1. a\n2. b\n3. c\n"),
        ("1. a\n   1. x\n   1. y\n2. b\n", "1. a\n   1. x\n   2. y\n2. b\n"),
        ("1. a\n3. c\n", "1. a\n3. c\n"),
        ("1. a\n2. b\n2. c\n\nGå til steg 2.\n", "1. a\n2. b\n2. c\n\nGå til steg 2.\n"),
        ("1986. Et år\n", "1986. Et år\n"),
        ("```\n1. a\n1. b\n```\n", "```\n1. a\n1. b\n```\n"),
        ("8. a\n9. b\n9. c\n   - d\n", "8. a\n9. b\n9. c\n   - d\n"),
    ],
    ids=["put in", "all ones", "inner list", "gap", "named", "a year", "code", "wider number"],
)
def test_a_list_is_renumbered_only_when_it_is_safe(before: str, after: str) -> None:
    head = "---\nid: p-x\n---\n"
    assert mend(head + before) == head + after
    shown = [t.type for t in parse_body(after, 1).tokens]
    assert [t.type for t in parse_body(before, 1).tokens] == shown
