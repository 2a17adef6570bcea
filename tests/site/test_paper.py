"""A page as a PDF that a screen reader can read, made without a server."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from avtaleverk.cli import main

PAGE = """<!doctype html><html lang="nb"><head><title>Send epikrise</title></head>
<body><h1>Send epikrise</h1><p>Innen 24 timer.</p><img alt="Kart" src="https://example.com/kart.png"></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page."""
    page = tmp_path / "site" / "prove" / "p-epikrise" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    return tmp_path / "site"


def test_a_page_becomes_a_tagged_pdf_in_its_own_language(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "epikrise.pdf"
    assert main(["pdf", "prove/p-epikrise/", "--site", str(site), "--out", str(out)]) == 0
    paper = PdfReader(out)
    root = paper.root_object
    assert root["/MarkInfo"]["/Marked"] is not False and root["/Lang"] == "nb" and "/StructTreeRoot" in root
    assert paper.metadata is not None and paper.metadata.title == "Send epikrise"
    assert "pdfuaid" in root["/Metadata"].get_data().decode()
    assert "Innen 24 timer." in paper.pages[0].extract_text()


@pytest.mark.parametrize("path", ["prove/finnes-ikke", "../utenfor"])
def test_a_page_that_the_site_lacks_gives_2(site: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    outside = site.parent / "utenfor"
    outside.mkdir()
    (outside / "index.html").write_text(PAGE, "utf-8")
    assert main(["pdf", path, "--site", str(site)]) == 2
    assert "finnes ikke" in capsys.readouterr().err
