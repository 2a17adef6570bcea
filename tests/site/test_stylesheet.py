"""Stylesheets are published in fewer bytes, with the same rules."""

import pytest

from avtaleverk.site.stylesheet import compact


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* why */\na, b { color: red; margin: 0 auto; }\n", "a,b{color:red;margin:0 auto}"),
        ('p::before { content: "a: b;  c { /* d */ }"; }', 'p::before{content:"a: b;  c { /* d */ }"}'),
        ('a::after { content: "\\"; " / ""; }', 'a::after{content:"\\"; " / ""}'),
        (
            "@media (min-width: 48em) {\n  .a :is(b, c) > d + e { width: calc(1px + 2px); }\n}",
            "@media (min-width:48em){.a :is(b,c) > d + e{width:calc(1px + 2px)}}",
        ),
        (".a:hover .b { --x: #fff; }", ".a:hover .b{--x:#fff}"),
    ],
)
def test_only_what_people_need_is_left_out(written: str, published: str) -> None:
    assert compact(written) == published
