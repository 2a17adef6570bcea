"""Numbers of a list that readers would not see as they were written."""

from tests.conftest import PROCEDURE, Minimal


def test_an_item_put_in_is_one_finding_with_the_new_numbers(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "2. **Tild", "1. **Tildelingskontor:** Svar.\n2. **Tildelingskontor:** Ring.\n3. **Tild")
    [finding] = minimal.check()
    assert finding.code == "AV622"
    assert "1 blir 2, 2 blir 3, 3 blir 4" in finding.message
    assert finding.hint == "Skriv numrene 2 til 4 herfra og ut lista, eller kjør «avtaleverk check --fix»."


def test_items_that_changed_places_go_back_before_they_are_numbered_anew(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    minimal.write(
        PROCEDURE, text.replace("\n1. **", "\n9. **").replace("\n2. **", "\n1. **").replace("\n9. **", "\n2. **")
    )
    [finding] = [d for d in minimal.check() if d.code == "AV622"]
    assert finding.message == "Numrene står ikke i rekkefølge: 2, 1."
    assert finding.hint.startswith("Er punktene byttet om, flytter du dem tilbake.")
