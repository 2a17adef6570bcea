"""The site is built by the real generator, and a corpus with errors leaves the last good site alone."""

from pathlib import Path

import pytest

from tests.conftest import PROCEDURE, Minimal
from tests.project import put_around, run


@pytest.fixture
def project(minimal: Minimal) -> Minimal:
    """The minimal corpus with the real configuration and theme around it."""
    put_around(minimal.root)
    return minimal


def page(root: Path, path: str) -> str:
    return (root / "site" / path / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command",
    [("avtaleverk", "build"), ("mkdocs", "build", "--quiet"), ("properdocs", "build", "--quiet")],
    ids=["avtaleverk", "mkdocs", "properdocs"],
)
def test_every_generator_builds_the_site_and_names_no_other_origin(project: Minimal, command: tuple[str, ...]) -> None:
    done = run(project.root, *command)
    assert done.returncode == 0, done.stderr
    procedure = page(project.root, "prove/p-varsel")
    assert '<html lang="nb"' in procedure
    assert "<title>Varsle kommunen innen 24 timer – Prøve – Avtaleverk</title>" in procedure
    assert 'href="../da05/#3.1"' in procedure
    assert 'id="3.1"' in page(project.root, "prove/da05")
    for file in (project.root / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert 'src="http' not in text and '<link rel="stylesheet" href="http' not in text, file
    theirs = [p.name for p in (project.root / "site/assets/stylesheets").iterdir() if p.suffix not in (".gz", ".br")]
    assert [name.split(".")[0] for name in theirs] == ["main"], "a file of Material's that no page loads"


def test_errors_leave_the_last_good_site_untouched(project: Minimal) -> None:
    assert run(project.root, "avtaleverk", "build").returncode == 0
    before = {p: p.read_bytes() for p in (project.root / "site").rglob("*") if p.is_file()}
    project.with_(PROCEDURE, eier_hf=None, tittel="Ny tittel")
    for command in (("avtaleverk", "build"), ("mkdocs", "build", "--quiet")):
        done = run(project.root, *command)
        assert done.returncode == 1
        assert "p-varsel.md:1:1: feil AV101" in done.stdout + done.stderr
    assert {p: p.read_bytes() for p in (project.root / "site").rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("agreements", "hører til kildene"),
        ("agreements/ny", "hører til kildene"),
        (".", "ikke et nettsted herfra"),
        ("brev", "ikke et nettsted herfra"),
    ],
)
def test_what_is_no_site_is_never_deleted(minimal: Minimal, folder: str, said: str) -> None:
    (minimal.root / "brev").mkdir()
    (minimal.root / "brev" / "manifest.json").write_text('{"name": "noe annet"}')
    before = {p: p.read_bytes() for p in minimal.root.rglob("*") if p.is_file()}
    done = run(minimal.root, "avtaleverk", "build", "--site", folder)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr
    assert {p: p.read_bytes() for p in minimal.root.rglob("*") if p.is_file()} == before


def test_the_title_of_a_hostile_document_stays_text(project: Minimal) -> None:
    project.with_(PROCEDURE, tittel='"</title><script>alert(1)</script>"', sammendrag="'\"><script>alert(2)</script>'")
    assert run(project.root, "avtaleverk", "build").returncode == 0
    for file in (project.root / "site").rglob("*.html"):
        assert "<script>alert" not in file.read_text(encoding="utf-8"), file
