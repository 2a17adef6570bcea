"""Files become a corpus; a broken one speaks for itself and never hides the others."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avtaleverk.corpus.load import load
from avtaleverk.corpus.model import Reference
from tests.conftest import PROCEDURE, Minimal


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
    [finding] = minimal.check()
    assert (finding.code, finding.at.path, finding.at.line) == ("AV106", "agreements/prove/prosedyrer/z.md", 2)


@settings(max_examples=40)
@given(
    content=st.binary(max_size=400),
    file=st.sampled_from([PROCEDURE, "helsefellesskap.yml", "agreements/register/roller.yml"]),
)
def test_any_bytes_in_any_file_never_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes, file: str) -> None:
    minimal = copy(tmp_path_factory)
    load(minimal.write(file, content).root)


@settings(max_examples=15)
@given(lines=st.integers(1, 40))
def test_shifting_a_document_shifts_its_findings(tmp_path_factory: pytest.TempPathFactory, lines: int) -> None:
    minimal = copy(tmp_path_factory).replace(PROCEDURE, "## Ansvar", "## Ansvaret\n\n[x](borte.md)")
    before = [(d.code, d.at.line) for d in minimal.check()]
    minimal.replace(PROCEDURE, "## Når gjelder dette?", "\n" * lines + "## Når gjelder dette?")
    after = [(d.code, d.at.line) for d in minimal.check()]
    moved = [(code, line + lines) for code, line in before]
    assert before and after == moved


def copy(factory: pytest.TempPathFactory) -> Minimal:
    import shutil

    from tests.conftest import HERE

    root = factory.mktemp("minimal") / "root"
    shutil.copytree(HERE / "minimal", root)
    return Minimal(root)


def test_a_register_that_is_a_shortcut_counts_as_unread(minimal: Minimal) -> None:
    register = minimal.root / "agreements/register/tema.yml"
    register.unlink()
    register.symlink_to("/etc/hostname")
    assert [(d.code, d.at.path) for d in minimal.check()] == [("AV009", "agreements/register/tema.yml")]
