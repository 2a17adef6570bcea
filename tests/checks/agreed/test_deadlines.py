"""A deadline of a procedure is as agreed or shorter, in whatever words; one of an agreement is that of its clause."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal, line_of


@pytest.mark.parametrize(("span", "codes"), [("24 timer", []), ("7 dager", ["AV608"])])
def test_a_clause_that_is_named_has_the_deadline(minimal: Minimal, span: str, codes: list[str]) -> None:
    assert minimal.saying(f"Fristen på {span} i delavtale 5 punkt 3.1 gjelder ikke her.").codes() == codes


@pytest.mark.parametrize(
    ("words", "codes"), [("ca. 24 timer etterpå", ["AV608"]), ("innen 24 timer, eller ca. 24 timer etter helg", [])]
)
def test_a_clause_that_says_about_so_long_does_not_say_the_deadline(
    minimal: Minimal, words: str, codes: list[str]
) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"{words}.")
    assert [d.code for d in minimal.check() if d.at.path.endswith("da05.md")] == codes


def test_a_deadline_of_the_procedure_that_the_line_links_to_is_no_finding(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nKommunen svarer innen 3 dager.\n\n## 4 Hvis")
    minimal.replace(
        AGREEMENT,
        'punkt: "3.1"}',
        'punkt: "3.1"}\n  - {id: svar, hva: Svare, innen: 3 dager, hvem: tildelingskontor, punkt: "3.2"}',
    )
    minimal.replace(
        PROCEDURE,
        "at du har fått det.",
        "at du har fått det. Svar senest 3 dager etter, se [svar](../delavtaler/da05.md#3.2).",
    )
    assert minimal.codes() == []
    minimal.replace(PROCEDURE, "(../delavtaler/da05.md#3.2)", "(p-varsel.md)")
    assert minimal.codes() == ["AV207"]


def test_the_nearest_of_several_shorter_deadlines_is_named_with_its_place(minimal: Minimal) -> None:
    minimal.replace(
        AGREEMENT, "tildelingskontoret innen 24 timer.", "tildelingskontoret innen 24 timer, og barn innen 2 timer."
    )
    minimal.replace(
        AGREEMENT,
        'punkt: "3.1"}',
        'punkt: "3.1"}\n  - {id: barn, hva: Varsle, innen: 2 timer, hvem: tildelingskontor, punkt: "3.1"}',
    )
    [finding] = minimal.replace(PROCEDURE, "Send varselet innen 24 timer", "Gi beskjed innen 48 timer").check()
    assert finding.message.endswith("Nærmest er «24 timer» (da05.md, linje 42).")
    minimal.replace(AGREEMENT, "barn innen 2 timer", "barn innen 3 uker")
    minimal.replace(AGREEMENT, "innen: 2 timer", "innen: 3 uker")
    [finding] = minimal.check()
    assert finding.message.endswith("«24 timer» (da05.md, linje 42) og «3 uker» (da05.md, linje 42).")


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


def test_a_field_that_is_not_what_its_clause_says_is_mended_in_the_field(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen: 24 timer", "innen: 48 timer")
    [finding] = minimal.check()
    assert (finding.code, finding.at.line, finding.hint[:25]) == ("AV608", 28, "Skriv «innen: 24 timer». ")


@pytest.mark.parametrize(("changed", "line"), [("", 43), ('  "frister:varsel": "0"\n', 28)])
def test_a_clause_that_changed_after_the_reviews_is_wrong_and_not_the_field(
    minimal: Minimal, changed: str, line: int
) -> None:
    minimal.replace(AGREEMENT, "innen: 24 timer", "innen: 48 timer")
    minimal.with_stamps(f'p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n{changed}')
    assert [d.at.line for d in minimal.check() if d.code == "AV608"] == [line]


def test_a_clause_that_says_about_leaves_the_procedure_free_to_say_it(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "helst innen 24 timer.")
    minimal.replace(PROCEDURE, STEP, "Send varselet helst innen 24 timer.")
    assert minimal.lines() == []


def test_the_start_may_be_that_of_the_clause(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer, og senest 24 timer etter hjemreisen.")
    minimal.replace(PROCEDURE, STEP, "Send varselet innen 24 timer etter utskrivningen.")
    assert minimal.lines() == []


@pytest.mark.parametrize(
    ("clause", "hint"), [("samme dag", "Punkt 3.1 sier «samme dag»."), ("når den kan", "Skriv «innen: 24 timer»")]
)
def test_a_deadline_that_breaks_the_law_is_mended_to_what_was_agreed(minimal: Minimal, clause: str, hint: str) -> None:
    minimal.replace("agreements/register/lovkrav.yml", "krav: Kommunen", "frist: 24 timer, krav: Kommunen")
    minimal.replace("delavtaler/da05.md", "innen: 24 timer, fra", "innen: 2 dager, lovkrav: hol-6-1, fra")
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"{clause}.")
    [finding] = [d for d in minimal.check() if d.code == "AV207" and d.at.path.endswith("da05.md")]
    assert finding.hint.startswith(hint)


@pytest.mark.parametrize(("within", "codes"), [("samme dag", ["AV207"]), ("straks", [])])
def test_at_once_is_no_matter_of_the_day(minimal: Minimal, within: str, codes: list[str]) -> None:
    minimal.replace("agreements/register/lovkrav.yml", "krav: Kommunen", "frist: straks, krav: Kommunen")
    minimal.replace("delavtaler/da05.md", "innen: 24 timer, fra", f"innen: {within}, lovkrav: hol-6-1, fra")
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"{within}.")
    found = [d.code for d in minimal.check() if d.code == "AV207" and d.at.path.endswith("da05.md")]
    assert found == codes


@pytest.mark.parametrize(("text", "field"), [("10 dagene", True), ("24 timene", False)])
def test_the_text_of_a_clause_is_wrong_when_those_who_use_the_deadline_say_what_the_field_says(
    minimal: Minimal, text: str, field: bool
) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"i løpet av de første {text}.")
    minimal.replace(AGREEMENT, "### 3.1 ", "### 3.1 Time og ")  # no span of time, whatever its number is
    found = [d.at.line for d in minimal.check() if d.code == "AV608"]
    assert found == ([line_of(minimal, AGREEMENT, text)[1]] if field else [])


def test_the_clause_that_has_the_time_is_named(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "### 3.2 Svar\n\nTildelingskontoret svarer.\n\n## 4 Hvis")
    found = minimal.replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "3.2"').check()
    assert [d.hint for d in found if d.code == "AV608"] == [
        'Skriv «24 timer» i punkt 3.2, eller rett «innen» på linje 28. Hvis fristen handler om et annet punkt, skriver du «punkt: "3.1"».'
    ]


@pytest.mark.parametrize(("span", "found"), [("24 timer", False), ("48 timer", True)])
def test_the_name_of_a_stage_has_no_longer_deadline(minimal: Minimal, span: str, found: bool) -> None:
    minimal.with_(PROCEDURE, steg=f'[{{nr: "1", tittel: Varsel innen {span}, dokumenter: [p-varsel]}}]')
    told = [(d.at.path, d.at.line) for d in minimal.check() if d.code == "AV207"]
    assert told == ([line_of(minimal, PROCEDURE, "steg:")] if found else [])
