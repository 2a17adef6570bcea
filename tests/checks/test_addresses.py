"""No two pages have the same address."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize("id", ["index", "sok", "akutt", "assets", "rolle", "kjenner-du-avtalen", "perm-fastlege"])
def test_an_id_that_a_page_of_the_site_has_is_told_at_the_id(minimal: Minimal, id: str) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    minimal.write(f"prosedyrer/{id}.md", text.replace("id: p-varsel", f"id: {id}"))
    [found] = [d for d in minimal.check() if d.code == "AV901"]
    assert (found.at.line, found.at.column, f"«p-{id}»" in found.hint) == (2, 5, True)


@pytest.mark.parametrize(("id", "codes"), [("index", ["AV901"]), ("oversikt", ["AV901"]), ("sok", [])])
def test_a_former_id_is_no_address_of_another_page(minimal: Minimal, id: str, codes: list[str]) -> None:
    assert minimal.with_(PROCEDURE, tidligere_id=f"[{id}]").codes() == codes


def test_a_page_of_guidance_and_an_entry_are_no_page_of_their_folder(minimal: Minimal) -> None:
    minimal.write("docs/veiledning/README.md", "# Les dette\n\nEn side.\n")
    minimal.replace("agreements/register/faser.yml", "utskrivning:", "index: {navn: A, navn_nn: A}\nutskrivning:")
    assert [d.at.path for d in minimal.check() if d.code == "AV901"] == [
        "agreements/register/faser.yml", "docs/veiledning/README.md",
    ]  # fmt: skip
