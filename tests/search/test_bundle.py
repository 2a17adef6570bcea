"""The scripts that readers get: variables have short names, and everything else is as written."""

import re
from pathlib import Path

import pytest

from avtaleverk.search.build import packaged
from avtaleverk.search.bundle import bundle, compact
from avtaleverk.search.javascript import tokens


@pytest.mark.parametrize(
    ("script", "given", "used"),
    [
        ("const { a, b: c = d, ...e } = f, g = h;", "a c e g", "d f h"),
        ("for (const [a, { b }] of c) d(a);", "a b", "c d a"),
        ("const a = (b, c = d(e, f), { g }) => ({ g, h: b, [c]: i.j?.k });", "a b c g", "d e f g b c i"),
        ("class A { #n; a(b) { c(b); } async d() {} }\nfunction e(f) { if (f) { g, f; } }", "A b e f", "c b f g f"),
        ("a(() => b && c);\nfunction d() { e(); }", "d", "a b c e"),
        ("try { a() } catch (b) { c = d ? e : b; }", "b", "a c d e b"),
        ("const a = `b ${c({ d })} e ${`${f}`} }`, g = /[/`]h/u, i = j / k / 2;", "a g i", "c d f j k"),
        ("let a = 0, b = 1; // c\n/* d\n e */ const f = { a, b };", "a b f", "a b"),
    ],
)
def test_a_variable_is_told_from_a_property(script: str, given: str, used: str) -> None:
    variables = [token for token in tokens(script) if token.kind in ("variable", "shorthand")]
    assert " ".join(token.text for token in variables if token.is_binding) == given
    assert " ".join(token.text for token in variables if not token.is_binding) == used


def test_a_named_number_stands_where_it_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("avtaleverk.search.bundle.SOURCES", tmp_path)
    (tmp_path / "tall.mjs").write_text(
        "export const ONE = 1, TWO = 2;\nconst a = ONE, HALF = 0.5;\nconst e = a;\nlet b = 3;\n"
    )
    (tmp_path / "sum.mjs").write_text(
        'import { ONE, TWO } from "./tall.mjs";\nconst c = () => {\n  const d = 4;\n  return [ONE, TWO + d, ];\n};\n'
    )
    body = bundle("sum").removeprefix('(() => {"use strict";\n').removesuffix("})();\n")
    assert re.sub(r"\b[a-z]{2}\b", "x", body) == "let x=1,x=x,x=3;let x=()=>{let e=4;return[1,2+e]};"


def test_a_script_of_a_page_keeps_its_names_and_its_line_breaks_that_end_a_statement() -> None:
    script = '// Why.\n(() => {\n  const said = `a  b ${1 + 2}`; /* c */\n  let one = said\n  one = "//"\n})();\n'
    assert compact(script) == '(()=>{let said=`a  b ${1+2}`,one=said\none="//"\n})();'
    with pytest.raises(AssertionError, match="double quotes"):
        compact("a = 'b  c';")


def test_the_bundled_worker_answers_as_its_sources_do(real) -> None:
    asked = [
        "barn 3 år kramper",
        "epikirse frist",
        "ringe legevakta i gjøvik i natt",
        "jfr. § 5-4",
        "sondeernæringa",
        "tlf",
    ]
    inputs = [{"query": query, "options": {"choice": {"space": "fonna"}}} for query in asked]
    assert real.browser.run("bundled", inputs) == real.browser.run("search", inputs)


@pytest.mark.parametrize("entry", ["worker", "surface", "results", "boot"])
def test_a_script_has_no_comments_and_is_one_scope(entry: str) -> None:
    script = bundle(entry)
    assert script.startswith('(() => {"use strict";') and script.endswith("})();\n")
    assert "@param" not in script and "import " not in script and "export " not in script


def test_the_folder_of_the_index_is_named_after_its_content() -> None:
    folders = [{path.split("/")[2] for path in packaged({"base.json": data}, "bygg1")} for data in (b"1", b"2", b"1")]
    assert folders[0] == folders[2] != folders[1]
