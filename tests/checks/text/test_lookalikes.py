"""What is markup in other programs and plain text here."""

import pytest

from tests.conftest import PROCEDURE, Minimal, line_of


def test_a_heading_without_a_space_is_one_finding_with_its_own_hint(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "## Ansvar", "##Ansvar").check()
    assert (finding.code, finding.at.line) == ("AV626", 33)
    assert finding.hint == "Sett et mellomrom etter #: «## Ansvar»."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- [ ] Har", "- [ ]Har"),
        ("- [ ] Har", "-[ ] Har"),
        ("2. **Tildelingskontor:**", "2.**Tildelingskontor:**"),
        ("Skriv grunnen", "[Skriv grunnen] (p-varsel.md)"),
    ],
)
def test_a_space_too_many_or_too_few_is_found_at_its_line(minimal: Minimal, old: str, new: str) -> None:
    minimal.replace(PROCEDURE, old, new)
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split(new)[0].count("\n") + 1
    assert ("AV626", line) in minimal.lines()


@pytest.mark.parametrize(
    "words", ["Se [1] og (2).", "Fra 2. **mars**.", "5*6 og a_b_c", "Punkt 3. **Nytt** ledd", "[x] er et kryss"]
)
def test_signs_that_are_text_are_left_alone(minimal: Minimal, words: str) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", f"{words} Skriv grunnen")
    assert "AV626" not in minimal.codes()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- Mor\n• Far", [1]),
        ("- Mor\n– Far", [1]),
        ("- Mor\n- Far – og\n  bror", []),
        ("Mor\n• Far", [1]),
        ("Mor ringer i uke 7\n– eller uke 8", []),
    ],
)
def test_a_bullet_of_a_word_processor_is_found_inside_a_list(minimal: Minimal, text: str, lines: list[int]) -> None:
    first = line_of(minimal, PROCEDURE, "## Sjekkliste")[1]
    minimal.replace(PROCEDURE, "## Sjekkliste", f"{text}\n\n## Sjekkliste")
    assert [(d.code, d.at.line - first) for d in minimal.check()] == [("AV626", line) for line in lines]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("•\tRing.\n•\tSkriv.", "Skriv «- » (bindestrek"),
        ("– Ring kontoret.", "Skriv «- » med vanlig"),
        ("| Hvem | Når |\n| Kommunen | Straks |", "Skriv «| --- | --- |»"),
        ("| --- | --- |\n| Kommunen | Straks |", "Skriv en linje over strekene"),
        ("##\u00a0Mer om dette", "Slett tegnet etter #"),
    ],
    ids=["bullets", "dash", "table", "headless table", "no-break space"],
)
def test_what_was_meant_as_markup_is_named(minimal: Minimal, text: str, hint: str) -> None:
    minimal.replace(PROCEDURE, "## Ansvar\n", f"{text}\n\n## Ansvar\n")
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split(text)[0].count("\n") + 1
    found = minimal.only()
    assert (found.code, found.at.line, found.hint[: len(hint)]) == ("AV626", line, hint)


@pytest.mark.parametrize("text", ["Ring – og vent.", "| er en strek", "Kode:\n\n    • a", "`– x` er tegn"])
def test_signs_inside_the_text_are_text(minimal: Minimal, text: str) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar\n", f"{text}\n\n## Ansvar\n").codes() == []
