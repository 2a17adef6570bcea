"""One slip is one finding, on its own line, with the very thing to do."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

ROLES = "agreements/register/roller.yml"
LAWS = "agreements/register/lovkrav.yml"
REVIEWS = "gjennomgang:\n  - {dato: 2026-06-01, av: FSU, konklusjon: Videreføres.}\n"
QUESTIONS = "sporsmal:\n  - tekst: Når?\n    svar: Innen 24 timer\n    galt: [Aldri]\n{}tekst: Hvem?\n    svar: Posten\n    galt: [Ingen]\n"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "hint"),
    [
        ("---\n\n## Når gj", QUESTIONS.format("    ") + "---\n\n## Når gj", "AV004", "    tekst: Hvem?", "Linje 31 skulle trolig begynne med «- », som linje 28."),
        ("sokeord: [innlagt, melding]", "sokeord:\n  - innlagt\n  -melding", "AV003", "  -melding", "Skriv «- melding»."),
        ("ansvar: helseforetak\n", "", "AV107", "ansvar: kommune", "Flytt linjen opp, over linjen med «---» (linje 26)."),
        ("type: prosedyre\n", "type: prosedyre\n---\n", "AV002", "---", "Slett linje 5."),
        ("melding]\n---\n", "melding]\n—\n", "AV002", "—", "Skriv tre bindestreker (---) på linje 27 i stedet for «—»."),
        ("sammendrag:", "samandrag:", "AV102", "samandrag:", "Mente du «sammendrag»?"),
        ("ansvar:", "ansvarr:", "AV102", "ansvarr:", "Mente du «ansvar»?"),
        ("grunnen i j", "grunnen, se [lista](#sjekklista), i j", "AV402", "Når pas", "Mente du «sjekkliste»?"),
        ("hjemmel: [da05", "hjemmel: [da-uvarslet", "AV401", "hjemmel:", "Se etter riktig id. Er dokumentet slettet"),
        (REVIEWS, f"endringer:\n  - {{versjon: '1.0', dato: 2026-02-31, hva: Ny.}}\n{REVIEWS}", "AV103", "  - {versjon", "Datoen finnes ikke: februar"),
        ("grunnen i j", "z" + "\u0301" * 50 + " i j", "AV705", "Når pas", "Slett ordet, og skriv det på nytt"),
        ("2. **Tildelingskontor:**", "2. **Bestillerkontoret:**", "AV618", "2. **Best", "Skriv «Tildelingskontor»."),
    ],
)  # fmt: skip
def test_one_slip_in_a_procedure(minimal: Minimal, old: str, new: str, code: str, line: str, hint: str) -> None:
    minimal.replace(
        ROLES, "frontlinje: ja}\nsamhandlingskoo", "frontlinje: ja, kalles: [bestillerkontor]}\nsamhandlingskoo"
    )
    minimal.replace(PROCEDURE, old, new)
    if code == "AV107":
        minimal.replace(PROCEDURE, "---\n\n## Når gj", "---\n\nansvar: kommune\n\n## Når gj")
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = [d for d in minimal.check() if d.code not in ("AV408", "AV409")]
    assert (found.code, found.hint[: len(hint)]) == (code, hint)
    assert text.splitlines()[found.at.line - 1].startswith(line)


def test_a_whole_item_with_its_dash_is_read(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "---\n\n## Når gj", QUESTIONS.format("  - ") + "---\n\n## Når gj").codes() == []


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


def test_a_party_of_another_helsefellesskap_is_never_let_in(minimal: Minimal) -> None:
    minimal.write(
        "agreements/nabo/helsefellesskap.yml", "navn: Nabo\nnavn_kort: Nabo\nmalform: nb\nhf: [hf-nabo]\nkommuner: []\n"
    )
    minimal.replace(
        "agreements/register/parter.yml", "k-0001: {", "hf-nabo: {navn: Nabo HF, slag: helseforetak}\nk-0001: {"
    )
    found = minimal.replace(AGREEMENT, "parter: [hf-prove,", "parter: [hf-prove, hf-nabo,").check()
    assert [d.hint for d in found if d.code == "AV206"] == ["Nabo HF (hf-nabo) hører til Nabo. Ta parten ut."]


@pytest.mark.parametrize(("name", "hint"), [("p-ny.md", "Legg filene i mappen over"), ("p-ny.md.txt/", "")])
def test_a_folder_that_is_called_like_a_document(minimal: Minimal, name: str, hint: str) -> None:
    minimal.path(f"prosedyrer/{name}").mkdir()
    assert [d.hint[: len(hint)] for d in minimal.check()] == ([hint] if hint else [])


def test_a_text_file_is_given_the_name_that_it_should_have(minimal: Minimal) -> None:
    [found] = minimal.write("prosedyrer/p-ny.md.txt", "hei").check()
    assert found.hint.startswith("Gi filen navnet «p-ny.md».")


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


@pytest.mark.parametrize(
    ("law", "hints"),
    [
        ("helse- og omsorgstjensteloven", ["Skriv «omsorgstjenesteloven»."]),
        ("Helse- og omsorgstjensetelovens regler", ["Skriv «omsorgstjenestelovens»."]),
        ("helse- og omsorgstjenestelova", []),
        ("helseregisterloven og apotekloven", []),
    ],
)
def test_a_law_whose_name_is_misspelt(minimal: Minimal, law: str, hints: list[str]) -> None:
    minimal.replace(LAWS, "kort: ", "kalles: [helse- og omsorgstjenesteloven], kort: ")
    found = minimal.replace(PROCEDURE, "Skriv grunnen", f"Følg {law}. Skriv grunnen").check()
    assert [d.hint for d in found if d.code == "AV308"] == hints


def test_the_copy_is_the_one_that_least_leads_to(minimal: Minimal) -> None:
    text = minimal.path("delavtaler/da05.md").read_text(encoding="utf-8")
    minimal.replace("overordnet/os.md", "## 2", "Se delavtale 1 og delavtale 5.\n\n## 2")
    copy = text.replace("id: da05", "id: da01").replace('nummer: "5"', 'nummer: "1"').replace("id: varsel", "id: v1")
    minimal.write("delavtaler/da01.md", copy)
    assert [d.at.path[-7:] for d in minimal.check() if d.code == "AV637"] == ["da01.md"]
