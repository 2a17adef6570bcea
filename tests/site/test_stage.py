"""Files are written only when they changed, and what is no longer made goes away."""

from pathlib import Path

from markupsafe import Markup

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.site.stage import build_id, html, markdown, stage


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


def test_what_belongs_to_one_helsefellesskap_among_several_is_marked_with_it_and_its_language() -> None:
    there = Helsefellesskap("der", "", short_name="Der", language="nn")
    page = Page("frister", "Frister", "liste", (Block(Markup("<p>Innan</p>"), Heading("Der", "der"), there),))
    assert html(page) == (
        '<section lang="nn" data-omrade="der">\n<h2 id="der">Der<a class="headerlink" href="#der" '
        'aria-label="Lenkje til Der">#</a></h2>\n<p>Innan</p>\n</section>'
    )
    assert '## Der {#der}\n\n<div class="del" lang="nn">\n<p>Innan</p>\n</div>' in markdown(page).decode()
