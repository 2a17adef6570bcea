"""Hints that an editor may follow without harm."""

import pytest

from tests.conftest import PROCEDURE, Minimal


def test_a_missing_clause_is_never_answered_with_another_chapter(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, hjemmel="[da05#3.9]").check()
    assert finding.code == "AV402"
    assert finding.hint.startswith("Kapittel 3 har: 3 Varsling, 3.1 Varsel til kommunen.")


@pytest.mark.parametrize("number", ["12054542079", "120545 42079", "12054542079,", "fnr:12054542079,Ola"])
def test_a_personal_number_is_found_whatever_stands_beside_it(minimal: Minimal, number: str) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", f"Gjelder {number} mann.\n\n## Ansvar")
    [finding] = [d for d in minimal.check() if d.code == "AV701"]
    assert "12054" not in finding.message + finding.hint


def test_a_copied_file_is_the_one_to_change(minimal: Minimal) -> None:
    text = minimal.path("delavtaler/da05.md").read_text(encoding="utf-8")
    minimal.write("delavtaler/a-kopi.md", text)
    assert [d.at.path.rsplit("/", 1)[1] for d in minimal.check() if d.code == "AV106"] == ["a-kopi.md"]


def test_a_misspelt_file_name_gets_the_address_to_paste(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "Se [avtalen](../delavtaler/da5.md).\n\n## Ansvar")
    [finding] = [d for d in minimal.check() if d.code == "AV404"]
    assert finding.hint == "Mente du ../delavtaler/da05.md?"


@pytest.mark.parametrize("written", ["#når-du-søker", "#nar-du-soker-"])
def test_a_link_to_a_heading_gets_the_address_to_paste(minimal: Minimal, written: str) -> None:
    guide = minimal.root / "docs" / "soket.md"
    guide.write_text(f"# Søket\n\n## Når du søker\n\nSe [over]({written}).\n", encoding="utf-8")
    [finding] = [d for d in minimal.check() if d.code == "AV404"]
    assert finding.message == f"«{written}» viser til en overskrift som ikke finnes."
    assert finding.hint == "Mente du «nar-du-soker»?"
