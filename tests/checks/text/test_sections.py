"""The sections of a document, their order and their length."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.conftest import AGREEMENT, PROCEDURE, Minimal, line_of


def test_a_chapter_that_became_a_clause_gets_the_number_of_the_chapter_back(minimal: Minimal) -> None:
    minimal.replace("delavtaler/da05.md", "## 6 Varighet", "### 5.3 Varighet")
    [finding] = [d for d in minimal.check() if d.code == "AV601"]
    assert finding.hint == "Skriv «## 6 Varighet og oppsigelse»."


def test_the_eleventh_step_and_the_word_that_is_too_many_are_where_the_limit_is_passed(minimal: Minimal) -> None:
    steps = "".join(f"{n}. **Tildelingskontor:** Ring avdeling {n}.\n" for n in range(3, 12))
    minimal.replace(PROCEDURE, "at du har fått det.\n", f"at du har fått det.\n{steps}")
    minimal.replace(PROCEDURE, "Skriv grunnen", f"{'Han kom. ' * 300}\n\nSkriv grunnen")
    found = minimal.lines()
    assert found == [("AV605", line_of(minimal, PROCEDURE, words)[1]) for words in ("11. **Tild", "Han kom.")]
    assert [d.hint for d in minimal.check() if "steg" in d.message] == [
        "Steg 2 og 3 er begge for «Tildelingskontor»: skriv dem som ett. "
        "Går ikke det, flytter du de siste stegene til en ny prosedyre."
    ]


@pytest.mark.parametrize(
    ("moved", "before", "hint"),
    [
        ("Sjekkliste", "Ansvar", "Flytt det ned, foran «Når kan du fravike?»."),
        ("Når kan du fravike?", "Ansvar", "Flytt det til slutt."),
        ("Ansvar", "Sjekkliste", "Flytt det foran «Slik gjør du»."),
    ],
)
def test_one_section_that_was_moved(minimal: Minimal, moved: str, before: str, hint: str) -> None:
    start, *sections = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n## ")
    titles = {section.partition("\n")[0]: section for section in sections}
    part = titles.pop(moved)
    listed = [
        text for title, section in titles.items() for text in ((part, section) if title == before else (section,))
    ]
    minimal.write(PROCEDURE, "\n## ".join([start, *(f"{section.rstrip()}\n" for section in listed)]))
    [found] = minimal.check()
    assert (found.code, found.hint) == ("AV602", hint)
    assert minimal.path(PROCEDURE).read_text(encoding="utf-8").splitlines()[found.at.line - 1] == f"## {moved}"


def test_a_text_may_have_a_line_of_its_own_between_its_parts(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar\n", "---\n\n## Ansvar\n").codes() == []


def test_a_renamed_section_is_found_where_it_stands(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste", "## Huskeliste")
    before = minimal.path(PROCEDURE).read_bytes()
    minimal.replace(PROCEDURE, "## Ansvar", "## Hvem gjør hva")
    path = f"agreements/prove/{PROCEDURE}"
    [found] = minimal.examine(change=Change(frozenset({path}), {path: before})).found
    assert found.message == "Avsnittet «Ansvar» mangler. Her står «Hvem gjør hva»."
    assert minimal.path(PROCEDURE).read_text(encoding="utf-8").splitlines()[found.at.line - 1] == "## Hvem gjør hva"


@pytest.mark.parametrize(("title", "codes"), [("Økonomi", ["AV603"]), ("Økonomi og utstyr hjemme", [])])
def test_a_procedure_has_no_section_on_economy(minimal: Minimal, title: str, codes: list[str]) -> None:
    minimal.replace(
        PROCEDURE, "## Når kan du fravike?", f"## {title}\n\nKommunen dekker sitt.\n\n## Når kan du fravike?"
    )
    assert [code for code in minimal.codes() if code == "AV603"] == codes


@pytest.mark.parametrize(
    ("name", "before", "hint"),
    [
        (PROCEDURE, "## Når kan du fravike?\n", "skriver du det i en ny versjon av da05."),
        (AGREEMENT, "## 4 Hvis", "i prosedyren det gjelder (p-varsel bygger på avtalen)."),
    ],
)
def test_a_section_of_the_other_world_is_told_where_it_belongs(
    minimal: Minimal, name: str, before: str, hint: str
) -> None:
    title = "Partar" if name == PROCEDURE else "Slik gjør du"
    minimal.replace(name, before, f"## {title}\n\n1. **Tildelingskontor:** Ring.\n\n{before}")
    [found] = [d for d in minimal.check() if d.code == "AV603"]
    assert found.hint.endswith(hint)
