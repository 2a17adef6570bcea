"""The headings of a body become anchors, and its links have locations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avtaleverk.corpus.latin import casefolded
from avtaleverk.corpus.outline import parse_body, plain, slug

BODY = """
## 4 Utskrivning

Se [punkt 4.3](#4.3) og
[rutinen](../prosedyrer/p-x.md).

### 4.3 Varsel

Teksten.

## Øyeblikkelig hjelp

## Øyeblikkelig hjelp
"""


def test_headings_are_addresses() -> None:
    sections = parse_body(BODY, 10).sections
    assert [(s.level, s.number, s.title, s.anchor, s.line) for s in sections] == [
        (2, "4", "Utskrivning", "4", 11),
        (3, "4.3", "Varsel", "4.3", 16),
        (2, "", "Øyeblikkelig hjelp", "oyeblikkelig-hjelp", 20),
        (2, "", "Øyeblikkelig hjelp", "oyeblikkelig-hjelp-2", 22),
    ]


def test_links_have_line_and_column() -> None:
    links = parse_body(BODY, 10).links
    assert [(k.href, k.text, k.line, k.column) for k in links] == [
        ("#4.3", "punkt 4.3", 13, 16),
        ("../prosedyrer/p-x.md", "rutinen", 14, 11),
    ]


@pytest.mark.parametrize(
    "text", ["1986. Et år", "3. Tredje ledd", "#5 er ikke en overskrift", "+47 55 00 00 00", "2*3*4"]
)
def test_numbers_and_signs_of_ordinary_text_are_kept(text: str) -> None:
    body = parse_body(text, 1)
    assert body.sections == ()
    html_words = plain(body.tokens).replace("*", "")
    assert html_words in text.replace("*", "") and html_words


@pytest.mark.parametrize(
    ("title", "address"),
    [("Får", "far-"), ("Når gjelder dette?", "nar-gjelder-dette"), ("§ 6-2", "6-2"), ("…", "avsnitt")],
)
def test_addresses_keep_norwegian_letters_readable(title: str, address: str) -> None:
    assert slug(title) == address.rstrip("-")


@given(st.text(), st.integers(1, 500))
def test_shifting_a_body_shifts_every_line(text: str, shift: int) -> None:
    here, there = parse_body(text, 1), parse_body(text, 1 + shift)
    assert [s.line + shift for s in here.sections] == [s.line for s in there.sections]
    assert [k.line + shift for k in here.links] == [k.line for k in there.links]


@given(st.text() | st.text(st.characters(max_codepoint=0xFF)))
def test_letters_are_folded_as_python_folds_them(text: str) -> None:
    assert casefolded(text) == text.casefold()
