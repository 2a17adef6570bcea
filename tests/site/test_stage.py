"""Files are written only when they changed, and what is no longer made goes away."""

from pathlib import Path

from markupsafe import Markup

from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.site.stage import build_id, markdown, stage


def test_only_what_differs_is_touched(tmp_path: Path) -> None:
    stage({"a.md": b"1", "b/c.md": b"2"}, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    stage({"a.md": b"1", "d.md": b"3"}, tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == ["a.md", "d.md"]


def test_the_id_of_a_build_names_exactly_its_files() -> None:
    assert build_id({"a": b"1"}) == build_id({"a": b"1"})
    assert len({build_id({"a": b"1"}), build_id({"a": b"2"}), build_id({"b": b"1"}), build_id({})}) == 4


def test_a_staged_page_can_be_read_by_any_generator() -> None:
    page = Page(
        "prove/da05",
        'Tittel med "fnutter" og <tegn>',
        "avtale",
        (Block(Markup("<p>Ingress</p>\n\n<p>To</p>")), Block(Markup("<p>Tekst</p>"), Heading("4.3 Varsel", "4.3", 3))),
        summary="Kort",
    )
    assert markdown(page).decode() == (
        '---\ntitle: "Tittel med \\"fnutter\\" og <tegn>"\ndescription: "Kort"\nlang: "nb"\n---\n\n'
        '# Tittel med "fnutter" og \\<tegn\\>\n\n'
        '<div class="del">\n<p>Ingress</p>\n<p>To</p>\n</div>\n\n'
        '### 4.3 Varsel {#4.3}\n\n<div class="del">\n<p>Tekst</p>\n</div>\n'
    )
