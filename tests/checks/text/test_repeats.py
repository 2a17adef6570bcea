"""Words, sentences and documents that stand twice."""

import pytest

from tests.conftest import LAST, PROCEDURE, Minimal


def test_the_copy_is_the_one_that_nothing_leads_to(minimal: Minimal) -> None:
    minimal.replace(
        "overordnet/os.md", "Partene har signert.", "Partene har signert. Se [varsel](../prosedyrer/p-varsel.md)."
    )
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [finding] = minimal.write("prosedyrer/p-aa.md", text.replace("id: p-varsel", "id: p-aa")).check()
    assert (finding.at.path[-7:], finding.message[:30]) == ("p-aa.md", "«p-aa» er en kopi av «p-varsel")


@pytest.mark.parametrize(("other", "codes"), [(2, ["AV637"]), (4, [])])
def test_a_copy_with_a_few_other_lines_is_one_too(minimal: Minimal, other: int, codes: list[str]) -> None:
    lines = [f"Se på lapp nummer {number} før du går hjem, og legg den i kurven." for number in range(12)]
    text = minimal.saying("\n\n".join(lines)).path(PROCEDURE).read_text(encoding="utf-8")
    for line in lines[:other]:
        text = text.replace(line, line.replace("før du går hjem", "til slutt"))
    copy = text.replace("id: p-varsel", "id: p-varsel-ny").replace("tittel: Varsle", "tittel: Varsle helst")
    assert minimal.write("prosedyrer/p-varsel-ny.md", copy).codes() == codes


def test_a_copy_with_another_id_is_a_copy(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = minimal.write("prosedyrer/p-varsel-ny.md", text.replace("id: p-varsel", "id: p-varsel-ny")).check()
    assert (found.code, found.at.path[-14:]) == ("AV637", "p-varsel-ny.md")
    assert minimal.replace("prosedyrer/p-varsel-ny.md", "Skriv grunnen", "Ring legen. Skriv grunnen").codes() == []


def test_the_copy_is_the_one_that_least_leads_to(minimal: Minimal) -> None:
    text = minimal.path("delavtaler/da05.md").read_text(encoding="utf-8")
    minimal.replace("overordnet/os.md", "## 2", "Se delavtale 1 og delavtale 5.\n\n## 2")
    copy = text.replace("id: da05", "id: da01").replace('nummer: "5"', 'nummer: "1"').replace("id: varsel", "id: v1")
    minimal.write("delavtaler/da01.md", copy)
    assert [d.at.path[-7:] for d in minimal.check() if d.code == "AV637"] == ["da01.md"]


def test_a_sentence_twice_in_a_paragraph_is_found_and_twice_on_a_page_is_not(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, LAST, f"{LAST}\n\nRing legen. {LAST} Ring legen.").codes() == []
    assert minimal.replace(PROCEDURE, "Ring legen. ", f"{LAST} ").codes() == ["AV625"]
    assert [d.message[-14:] for d in minimal.saying(LAST).check()] == ["to ganger her.", " 4 ganger her."]


def test_a_word_that_may_stand_twice_does(minimal: Minimal) -> None:
    assert minimal.saying("Finn ut om det det gjelder, er ja ja.").codes() == []


def test_a_step_twice_is_found(minimal: Minimal) -> None:
    step = "**Tildelingskontor:** Bekreft at du har fått det."
    found = minimal.replace(PROCEDURE, f"2. {step}", f"2. {step}\n3. {step}").check()
    assert [(d.code, d.message) for d in found] == [("AV625", "Linjen er lik linjen over.")]


def test_the_list_of_who_answers_names_each_party_once(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "- **Helseforetaket** sender", "- **Kommunen** sender").check()
    assert (finding.code, finding.message[:32]) == ("AV625", "«Kommunen» står foran to punkter")
