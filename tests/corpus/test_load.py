"""Files become a corpus; a broken file is reported and never hides the others."""

import pytest

from avtaleverk.corpus.model import Reference
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def test_the_minimal_corpus_is_faultless(minimal: Minimal) -> None:
    assert minimal.check() == []


def test_a_document_is_typed_data(minimal: Minimal) -> None:
    document = minimal.corpus().by_reference[Reference("prove", "p-varsel")]
    assert document.title == "Varsle kommunen innen 24 timer"
    assert document.hjemmel == (Reference("prove", "da05", "3.1"),)
    assert [clause.label for clause in document.clauses][:2] == ["Når gjelder dette?", "Ansvar"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "AV002"),
        (b"uten metadata", "AV002"),
        (b"---\nid: p-ny\n", "AV002"),
        (b"---\nid: p-ny\nid: p-ny\n---\n", "AV004"),
        ("---\ntittel: Før\n---\n".encode("latin-1"), "AV001"),
        ("---\nid: p-ny\n---\n".encode("utf-16"), "AV001"),
        (b"---\nid: p\x00\n---\n", "AV007"),
        (b"---\nid: p-ny\n---\n<<<<<<< HEAD\n", "AV008"),
        (b"---\n" + b"x" * 30_000 + b"\n---\n", "AV006"),
        (b"\xff\xfe\xfa", "AV001"),
    ],
)
def test_one_broken_file_is_named_and_the_others_are_still_checked(minimal: Minimal, content: bytes, code: str) -> None:
    minimal.write("prosedyrer/p-ny.md", content).with_(PROCEDURE, eier_hf=None)
    found = {(d.at.path.rsplit("/", 1)[-1], d.code) for d in minimal.check()}
    assert {("p-ny.md", code), ("p-varsel.md", "AV101")} <= found
    assert {name for name, _ in found} == {"p-ny.md", "p-varsel.md"}


def test_bom_and_windows_line_ends_are_accepted(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    minimal.write(PROCEDURE, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert minimal.check() == []


def test_a_foreign_file_and_a_symlink_are_findings(minimal: Minimal) -> None:
    minimal.write("prosedyrer/bilde.svg", "<svg/>")
    minimal.path("prosedyrer/snarvei.md").symlink_to("/etc/hostname")
    assert sorted(minimal.codes()) == ["AV009", "AV010"]


def test_two_documents_with_one_id(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    minimal.write("prosedyrer/z.md", text)
    finding = minimal.only()
    assert (finding.code, finding.at.path, finding.at.line) == ("AV106", "agreements/prove/prosedyrer/z.md", 2)


def test_a_register_that_is_a_shortcut_counts_as_unread(minimal: Minimal) -> None:
    register = minimal.root / "agreements/register/tema.yml"
    register.unlink()
    register.symlink_to("/etc/hostname")
    assert [(d.code, d.at.path) for d in minimal.check()] == [("AV009", "agreements/register/tema.yml")]


@pytest.mark.parametrize("name", ["meldinger", "roller", "typer", "lovkrav"])
def test_a_register_that_is_missing_is_one_finding(minimal: Minimal, name: str) -> None:
    minimal.path(f"agreements/register/{name}.yml").unlink()
    assert [(d.code, d.at.path) for d in minimal.check()] == [("AV009", f"agreements/register/{name}.yml")]


def test_a_copy_is_called_a_copy(minimal: Minimal) -> None:
    minimal.write("delavtaler/da05-kopi.md", minimal.path(AGREEMENT).read_bytes())
    first = minimal.check()[0]
    assert (first.code, first.at.path.rpartition("/")[2]) == ("AV106", "da05-kopi.md")
    assert first.message.startswith("Filen er en kopi av agreements/prove/delavtaler/da05.md")


@pytest.mark.parametrize("name", ["delavtaler/a-kopi.md", "forlop/da05.md", "retningslinjer/da05.md"])
def test_a_copied_file_is_the_one_to_change(minimal: Minimal, name: str) -> None:
    minimal.write(name, minimal.path(AGREEMENT).read_bytes())
    assert [d.at.path.removeprefix("agreements/prove/") for d in minimal.check() if d.code == "AV106"] == [name]
