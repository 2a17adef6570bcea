"""The clauses that a procedure takes something from are its `hjemmel`."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("hjemmel", "codes"),
    [
        ("[da05#3.1]", []),
        ("[da05#3]", []),
        ("[os#4, da05#3.1]", []),
        ("[da05#4]", ["AV416"]),
        ("[da05#3.9]", ["AV402"]),
    ],
)
def test_the_clause_of_a_deadline_is_hjemmel(minimal: Minimal, hjemmel: str, codes: list[str]) -> None:
    assert minimal.with_(PROCEDURE, hjemmel=hjemmel).codes() == codes


def test_the_hint_names_the_clause(minimal: Minimal) -> None:
    [finding] = minimal.with_(PROCEDURE, hjemmel="[da05#4]").check()
    assert finding.hint == (
        "Bygger prosedyren også på da05#4 («Hvis avtalen ikke følges»)? "
        "Da legger du til da05#3.1 («Varsel til kommunen») i «hjemmel». Ellers skriver du det i stedet."
    )
    assert (finding.at.line, finding.at.column) == (26, 11)


QUESTION = "\n  - {tekst: Når varsler du?, svar: Innen 24 timer, galt: [Aldri], hjemmel: da05#CLAUSE}"


@pytest.mark.parametrize(
    ("hjemmel", "clause", "places"),
    [
        ("[da05#3.1]", "3.1", []),
        ("[da05#3.1]", "2", [("AV416", "sporsmal")]),
        ("[da05#2]", "3.1", [("AV416", "hjemmel")]),  # the deadline and the question both come from another clause
    ],
)
def test_a_question_is_about_the_clauses_of_the_procedure(
    minimal: Minimal, hjemmel: str, clause: str, places: list[tuple[str, str]]
) -> None:
    minimal.with_(PROCEDURE, hjemmel=hjemmel, sporsmal=QUESTION.replace("CLAUSE", clause))
    lines = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n")
    expected = [(code, next(n for n, line in enumerate(lines, 1) if line.startswith(field))) for code, field in places]
    found = [(d.code, d.at.line) for d in minimal.check()]
    assert [(code, line - (line > expected[0][1]) if expected else line) for code, line in found] == expected


def test_a_deadline_that_changed_after_the_review_is_what_is_wrong(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "2 Virkeområde\n\nAvtalen", "2 Virkeområde\n\nVarsel går innen 24 timer. Avtalen")
    minimal.replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "2"')
    minimal.with_stamps('p-varsel:\n  "gjennomgang": "2026-06-01"\n  "frister:varsel": "0"\n')
    found = [(d.code, d.at.path.rpartition("/")[2], d.at.line) for d in minimal.check() if d.code == "AV416"]
    assert found == [("AV416", "da05.md", 28)]


def test_a_deadline_of_no_clause_is_found_at_the_deadline_only(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "3.9"')
    assert minimal.codes() == ["AV402"]


def test_a_message_of_one_agreement_only_needs_that_agreement(minimal: Minimal) -> None:
    minimal.with_("overordnet/os.md", meldinger="[helseopplysninger]")
    assert minimal.codes() == ["AV416"]
    minimal.with_(AGREEMENT, meldinger="[helseopplysninger]")
    assert minimal.codes() == []


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Kommunen svarer innen 3 dager.", ["AV627"]),
        ("Kommunen svarer innen 24 timer.", []),
        ("Oppholdet varer høyst 3 dager.", []),
        ("Partene tar stilling til ny avtale senest ett år før den går ut.", []),
        ("Kommunen svarer straks.", []),
    ],
)
def test_a_deadline_of_a_clause_is_entered(minimal: Minimal, sentence: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "tildelingskontoret innen 24 timer.", f"tildelingskontoret innen 24 timer. {sentence}")
    assert minimal.codes() == codes
