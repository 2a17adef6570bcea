"""A deadline is read however it is written, and stands where it is to be kept."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

STEP = "Send varselet innen 24 timer."


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Send varselet i løpet av 48 timer.", "AV207"),
        ("Send varselet innen 48t.", "AV207"),
        ("Send varselet innen 48 h.", "AV207"),
        ("Send varselet innen 1,5 døgn.", "AV207"),
        ("Send varselet innen halvannet døgn.", "AV207"),
        ("Send varselet innen førtiåtte timer.", "AV207"),
        ("Send varselet innen et par døgn.", "AV207"),
        ("Send varselet innen 24–48 timer.", "AV207"),
        ("Send varselet maks. 48 timer etterpå.", "AV207"),
        ("Send varselet før det er gått 48 timer.", "AV207"),
        ("Send varselet. Du har 48 timer på deg.", "AV207"),
        ("Send varselet. Fristen er to døgn.", "AV207"),
        ("Send varselet innen 1 virkedag.", "AV207"),
        ("Send varselet etter 24 timer.", "AV207"),
        ("Send varselet tidligst 24 timer etterpå.", "AV207"),
        ("Send varselet helst innen 24 timer.", "AV207"),
        ("Send varselet innen ca. 24 timer.", "AV207"),
        ("Send varselet ca. 24 timer etter innleggelsen.", "AV207"),
        ("Send varselet rundt 24 timer etter innleggelsen.", "AV207"),
        ("Send varselet innen seksti timer.", "AV207"),
        ("Send varselet ved ca. 24 timer.", "AV207"),
        ("Send varselet innen 24 etter innleggelsen.", "AV624"),
        ("Send varselet neste virkedag.", "AV631"),
        ("Send varselet når du har tid.", "AV631"),
        ("Send varselet innen 24 timer etter utskrivningen.", "AV608"),
    ],
)
def test_a_laxer_deadline_is_found_in_other_words(minimal: Minimal, words: str, code: str) -> None:
    minimal.replace(PROCEDURE, STEP, words)
    assert minimal.lines() == [(code, 40)]


@pytest.mark.parametrize(
    "words",
    [
        "Send varselet innen 24t.",
        "Send varselet innen 1,0 døgn.",
        "Send varselet i løpet av det første døgnet, og innen 24 timer.",
        "Send varselet innen 24 timer etter at pasienten ble innlagt.",
        "Send varselet innen 24 timer. Ring igjen etter 24 timer hvis ingen svarer.",
        "Send varselet innen 24 timer. Det tar en halvtime, og pasienten sover ca. 24 timer.",
        "Send varselet innen 24 timer. Har det gått 24 timer, sender du likevel.",
        "Send varselet innen 24 timer, og helst på dagtid. Ring legevakten når det passer.",
        "Send varselet innen 24 timer. Ring kvinnen 48 timer etter innleggelsen.",
    ],
)
def test_the_deadline_that_was_agreed_is_no_finding(minimal: Minimal, words: str) -> None:
    minimal.replace(PROCEDURE, STEP, words)
    assert minimal.lines() == []


@pytest.mark.parametrize(
    ("span", "codes"),
    [("en halvtime", ["AV207"]), ("en halv time", ["AV207"]), ("et kvarter", []), ("én time", ["AV207"])],
)
def test_a_part_of_an_hour_has_words_of_its_own(minimal: Minimal, span: str, codes: list[str]) -> None:
    for name in (PROCEDURE, AGREEMENT):
        text = minimal.path(name).read_text(encoding="utf-8")
        minimal.write(name, text.replace("24 timer", "15 minutter"))
    assert (
        minimal.replace(PROCEDURE, STEP.replace("24 timer", "15 minutter"), f"Send varselet innen {span}.").codes()
        == codes
    )


def test_a_clause_that_counts_working_days_is_not_its_field(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Send varselet innen 3 dager.")
    minimal.with_(PROCEDURE, tittel="Varsle kommunen", sammendrag="Sykepleieren varsler tildelingskontoret.")
    minimal.replace(AGREEMENT, "innen: 24 timer", "innen: 3 dager")
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 3 virkedager.")
    assert minimal.lines() == [("AV608", 43)]


def test_a_deadline_without_its_step_is_named_in_the_field(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Send varselet.")
    assert minimal.lines() == [("AV631", 22)]


def test_a_step_that_lost_its_deadline_is_named(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Varsle kommunen.")
    assert minimal.lines() == [("AV631", 40)]


@pytest.fixture
def same_day(minimal: Minimal) -> Minimal:
    """The small corpus with a deadline that is no number."""
    for name in (PROCEDURE, AGREEMENT):
        text = minimal.path(name).read_text(encoding="utf-8")
        minimal.write(name, text.replace("innen 24 timer", "samme dag").replace("24 timer", "samme dag"))
    return minimal


@pytest.mark.parametrize(
    ("name", "new", "expected"),
    [
        (PROCEDURE, "samme dag", []),
        (PROCEDURE, "neste dag", [("AV631", 40)]),
        (PROCEDURE, "før helgen", [("AV631", 22)]),
        (AGREEMENT, "i løpet av uken", [("AV608", 43)]),
        (AGREEMENT, "når det går", [("AV608", 28)]),
    ],
)
def test_a_deadline_of_the_day_is_said_too(
    same_day: Minimal, name: str, new: str, expected: list[tuple[str, int]]
) -> None:
    text = same_day.path(name).read_text(encoding="utf-8")
    head, body = text.split("\n---\n", 1)
    same_day.write(name, f"{head}\n---\n{body.replace('samme dag', new)}")
    assert same_day.lines() == expected


def test_a_number_that_took_the_place_of_a_deadline_is_where_it_is_found(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Send varselet de første 20 timene.")
    assert minimal.lines() == [("AV631", 40)]


def test_a_field_that_is_not_what_its_clause_says_is_mended_in_the_field(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen: 24 timer", "innen: 48 timer")
    [finding] = minimal.check()
    assert (finding.code, finding.at.line, finding.hint[:25]) == ("AV608", 28, "Skriv «innen: 24 timer». ")


def test_a_clause_that_says_about_leaves_the_procedure_free_to_say_it(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "helst innen 24 timer.")
    minimal.replace(PROCEDURE, STEP, "Send varselet helst innen 24 timer.")
    assert minimal.lines() == []


def test_the_start_may_be_that_of_the_clause(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer, og senest 24 timer etter hjemreisen.")
    minimal.replace(PROCEDURE, STEP, "Send varselet innen 24 timer etter utskrivningen.")
    assert minimal.lines() == []


@pytest.mark.parametrize(("when", "codes"), [("før vakten er slutt", ["AV631"]), ("straks", [])])
def test_what_is_agreed_at_once_waits_for_no_end_of_a_shift(minimal: Minimal, when: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "innen: 24 timer", "innen: straks").replace(AGREEMENT, "innen 24 timer.", "straks.")
    minimal.saying("Kommunen svarer straks på varselet.")
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer.", f"Varsle kommunen {when}.")
    assert [code for code in minimal.codes() if code == "AV631"] == codes
