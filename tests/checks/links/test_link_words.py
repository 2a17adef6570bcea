"""The words of a link say where it leads."""

import pytest

from tests.conftest import AGREEMENT, LAST, PROCEDURE, Minimal


@pytest.mark.parametrize(("words", "is_misled"), [("delavtale 4", True), ("delavtale 5", False), ("avtalen", False)])
def test_the_number_in_the_words_of_a_link_is_that_of_the_agreement(
    minimal: Minimal, words: str, is_misled: bool
) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    minimal.write(
        "delavtaler/da04.md", text.replace("da05", "da04").replace('"5"', '"4"').replace("id: varsel", "id: v4")
    )
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [{words}](../delavtaler/da05.md). Skriv grunnen")
    assert ("AV414" in minimal.codes()) == is_misled


def test_the_words_of_a_link_are_not_the_name_of_another_document(minimal: Minimal) -> None:
    rest = minimal.path(PROCEDURE).read_text(encoding="utf-8").replace("id: p-varsel", "id: p-svar")
    minimal.write("prosedyrer/p-svar.md", rest.replace("Varsle kommunen innen", "Svare kommunen innen"))
    link = "Se [svar](../delavtaler/da05.md)."
    [found] = minimal.replace("prosedyrer/p-svar.md", LAST, f"{LAST} {link}").check()
    assert (found.code, found.hint.split(",")[0]) == ("AV414", "Skriv [svar](p-svar.md)")
    assert minimal.replace("prosedyrer/p-svar.md", link, "Se [varsel](p-varsel.md).").codes() == []


@pytest.mark.parametrize(("clause", "found"), [("1", True), ("3.1", False)])
def test_a_sentence_points_where_it_does_in_other_documents(minimal: Minimal, clause: str, found: bool) -> None:
    minimal.saying("Fristen følger av delavtale 5 punkt 3.1.").copies(2)
    minimal.replace(PROCEDURE, "av delavtale 5 punkt 3.1.", f"av delavtale 5 punkt {clause}.")
    told = [d.hint[:30] for d in minimal.check() if d.code == "AV414"]
    assert told == (["Skriv «delavtale 5 punkt 3.1»."] if found else [])


@pytest.mark.parametrize(("step", "found"), [("p-varsel", False), ("da05", True)])
def test_a_row_leads_where_its_step_does(minimal: Minimal, step: str, found: bool) -> None:
    minimal.with_(PROCEDURE, steg=f'[{{nr: "1", tittel: Varsel, dokumenter: [{step}]}}]')
    minimal.saying("\n\n| Steg | Hva |\n|---|---|\n| 1 Varsel | [Varsle kommunen](p-varsel.md) |\n")
    assert ("AV414" in minimal.codes()) == found
