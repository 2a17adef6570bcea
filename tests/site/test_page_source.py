"""A page as Markdown for any generator, and as HTML for our template."""

import re

from markupsafe import Markup

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.page import Block, Heading, Page
from avtaleverk.site.page_source import html, markdown
from tests.conftest import ROOT


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


def test_the_theme_asks_a_page_for_nothing_that_it_has_not() -> None:
    files = [file.read_text(encoding="utf-8") for file in (ROOT / "scripts/theme").rglob("*.html")]
    asked = {name for text in files for name in re.findall(r"\bside\.(\w+)", text)}
    assert asked and [name for name in asked if not hasattr(Page, name)] == []
