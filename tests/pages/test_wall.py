"""Rendered Markdown has two safeguards: the parser accepts no HTML, and the sanitizer lets only plain markup through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaleverk.corpus.outline import parse_body
from avtaleverk.pages.markup import behind_wall, render
from avtaleverk.site.facts import facts

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><mtext><style><img src onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<p style="background:url(//x.example)">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<form action="//x.example"><button formaction="javascript:alert(1)">x</button></form>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<base href=//x.example/>",
    "<!--><img src=x onerror=alert(1)>-->",
]


def shell(html: str) -> str:
    return f"<!doctype html><html><head><title>x</title></head><body>{html}</body></html>"


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_second_wall_alone_holds(attack: str) -> None:
    assert facts(shell(behind_wall(attack))).faults == []
    assert "x.example" not in behind_wall(attack)


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_in_markdown_is_shown_as_text(attack: str) -> None:
    body = parse_body(attack, 1)
    html = render(body, body.tokens, lambda address: address)
    assert facts(shell(html)).faults == []
    assert facts(shell(html)).loads == set()


@given(st.text(alphabet="<>/=\"'&;:#()[]!`*_-|\\ \n\tabijnoprstvx0123{}%", max_size=200))
def test_no_text_becomes_code(text: str) -> None:
    body = parse_body(text, 1)
    found = facts(shell(render(body, body.tokens, lambda address: address)))
    assert [fault for fault in found.faults if not fault.startswith("HTML-feil")] == []
    assert found.loads == set()


def test_a_column_is_aligned_by_class() -> None:
    body = parse_body("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n", 1)
    html = render(body, body.tokens, str)
    assert '<th class="venstre">a</th>' in html
    assert '<td class="midt">2</td>' in html
    assert '<td class="hoyre">3</td>' in html
    assert '<div class="tabell" ' in html
    assert "style" not in html


def test_a_row_of_many_columns_can_be_a_card_that_names_each_cell() -> None:
    body = parse_body('| Steg | Hvem | Når "nå" | Melding |\n|---|---|---|---|\n| 1 | Lege | Straks | – |\n', 1)
    html = render(body, body.tokens, str)
    assert '<div class="tabell matrise" ' in html
    assert (
        '<th scope="row">1</th>\n<td data-kolonne="Hvem">Lege</td>\n<td data-kolonne="Når &quot;nå&quot;">Straks</td>'
        in html
    )
    assert '<td data-kolonne="Melding" class="tom">–</td>' in html
