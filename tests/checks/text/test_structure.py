"""Lists, tables and pictures."""

import pytest

from tests.conftest import LAST, PROCEDURE, Minimal


@pytest.mark.parametrize(("columns", "codes"), [(8, []), (9, ["AV634"]), (2000, ["AV634"])])
def test_a_table_of_many_columns(minimal: Minimal, columns: int, codes: list[str]) -> None:
    table = "".join(f"|{cell * columns}\n" for cell in ("a|", "-|", "b|"))
    assert minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n{table}").codes() == codes


def test_the_words_to_write_are_in_the_language_of_the_text(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, sprak="nn")
    minimal.replace(PROCEDURE, "## Sjekkliste", "## Kriterium\n\nVurder:\n\n- feber\n- frost\n\n## Sjekkliste")
    finding = minimal.only("AV606")
    assert finding.hint.endswith(
        "«**Minst eitt** av punkta:» Må alle stemme, skriver du: «**Alle** punkta må vere oppfylte:»"
    )


@pytest.mark.parametrize(
    ("row", "found"), [("| ab | cd |", True), ("| ab |  | cd |", False), (r"| ab \| b | c | d |", False)]
)
def test_a_row_has_as_many_cells_as_the_header(minimal: Minimal, row: str, found: bool) -> None:
    table = f"| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n{row}\n\n"
    minimal.replace(PROCEDURE, "## Ansvar\n", f"{table}## Ansvar\n")
    lines = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n")
    assert [(d.code, d.at.line) for d in minimal.check()] == ([("AV615", lines.index(row) + 1)] if found else [])


def test_each_picture_is_found_at_its_line(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n![](a.png)\n\n![Kart](b.png)")
    found = minimal.check()
    assert [(d.code, d.message.partition("leser")[2]) for d in found] == [
        ("AV616", "en ingenting."),
        ("AV616", "en bare teksten i klammene."),
    ]
    assert found[1].at.line == found[0].at.line + 2
