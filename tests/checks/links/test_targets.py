"""A reference that leads nowhere gets the address to write, when it is certain."""

import pytest

from tests.conftest import PROCEDURE, Minimal


def test_a_missing_clause_is_never_answered_with_another_chapter(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, hjemmel="[da05#3.9]").check()
    assert finding.code == "AV402"
    assert finding.hint.startswith("Kapittel 3 har: 3 Varsling, 3.1 Varsel til kommunen.")


def test_a_misspelt_file_name_gets_the_address_to_paste(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar", "Se [avtalen](../delavtaler/da5.md).\n\n## Ansvar")
    finding = minimal.only("AV404")
    assert finding.hint == "Mente du ../delavtaler/da05.md?"


@pytest.mark.parametrize("written", ["#når-du-søker", "#nar-du-soker-"])
def test_a_link_to_a_heading_gets_the_address_to_paste(minimal: Minimal, written: str) -> None:
    guide = minimal.root / "docs" / "soket.md"
    guide.write_text(f"# Søket\n\n## Når du søker\n\nSe [over]({written}).\n", encoding="utf-8")
    finding = minimal.only("AV404")
    assert finding.message == f"«{written}» viser til en overskrift som ikke finnes."
    assert finding.hint == "Mente du «nar-du-soker»?"


def test_an_id_of_another_document_is_proposed_only_when_it_starts_with_the_same_word(minimal: Minimal) -> None:
    hint = minimal.with_(PROCEDURE, id="p-korttidsopphold").with_("delavtaler/da05.md", erstatter="[p-korttidsplass]")
    found = [d.hint for d in hint.check() if d.code == "AV401"]
    assert found == ["Se etter riktig id. Mente du «p-korttidsopphold»? Er dokumentet slettet, tar du ut henvisningen."]


def test_an_address_of_the_preview_gets_the_path_of_the_file(minimal: Minimal) -> None:
    address = "http://127.0.0.1:8000/prove/p-varsel/"
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [varsel]({address}#ansvar). Skriv grunnen")
    [finding] = minimal.check()
    assert (finding.code, finding.hint) == ("AV404", "Skriv stien til filen: p-varsel.md#ansvar.")


@pytest.mark.parametrize(
    "address",
    [
        "https://localhost.no/a",
        "https://helsenorge.no/localhost",
        "tel:116117",
        "http://intranett/rutiner",
        "http://10.0.0.1/a",
    ],
)
def test_an_address_of_the_web_or_the_house_is_innocent(minimal: Minimal, address: str) -> None:
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [siden]({address}). Skriv grunnen").codes() == []


@pytest.mark.parametrize(
    ("link", "hint"),
    [
        ("p-vårsel.md", "Mente du p-varsel.md?"),
        ("P-Varsel.md", "Mente du p-varsel.md?"),
        ("p-i-varsel.md", "Mente du p-varsel.md?"),
        ("p-henvarsel.md", "Skriv stien fra denne filen"),
        ("../delavtaler/da06.md", "Skriv stien fra denne filen"),
        ("//felles/liste.docx", "Skriv hele adressen"),
    ],
)
def test_a_neighbour_is_never_offered_for_a_file_that_is_missing(minimal: Minimal, link: str, hint: str) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Se [varsel]({link}). Skriv grunnen")
    [finding] = minimal.check()
    assert (finding.code, finding.hint[: len(hint)]) == ("AV404", hint)


def test_a_tab_inside_a_scheme_is_seen_through(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "[ja](<java\tscript:alert(1)>). Skriv grunnen")
    assert [d.message for d in minimal.check() if d.code == "AV404"] == ["Lenker med «javascript:» er ikke tillatt."]


def test_an_empty_hjemmel_gets_the_clauses_of_the_deadlines(minimal: Minimal) -> None:
    [found] = [one for one in minimal.with_(PROCEDURE, hjemmel="[]").check() if one.code == "AV403"]
    assert found.hint.startswith("Skriv avtalepunktene som rutinen bygger på: «hjemmel: [da05#3.1]».")
