"""What a procedure takes from its agreements: deadlines, messages, senders, answers."""

import pytest

from avtaleverk.checks.change.revision import UNCHANGED
from tests.checks.followed import left_after_hints
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

MESSAGES = "agreements/register/meldinger.yml"


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


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ("svar: Innen 24 timer, galt: [Innen 48 timer]", []),
        ("svar: Tildelingskontoret, galt: [Fastlegen, Legevakta]", []),
        ("svar: Innen 48 timer, galt: [Innen 24 timer]", ["AV111"]),
        ("svar: Innen 24 timer, galt: [innen 24 timer.]", ["AV111"]),
        ("svar: Fastlegen, galt: [Legevakta, Legevakta]", ["AV111"]),
    ],
)
def test_the_answer_of_a_question_is_the_right_one(minimal: Minimal, answers: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, sporsmal=f"[{{tekst: Hva gjelder?, {answers}, hjemmel: da05#3.1}}]")
    assert minimal.codes() == codes


@pytest.mark.parametrize(("span", "codes"), [("24 timer", []), ("7 dager", ["AV608"])])
def test_a_clause_that_is_named_has_the_deadline(minimal: Minimal, span: str, codes: list[str]) -> None:
    assert minimal.saying(f"Fristen på {span} i delavtale 5 punkt 3.1 gjelder ikke her.").codes() == codes


@pytest.mark.parametrize(
    ("answer", "said", "codes"),
    [
        ("Nei", "kan ikke bruke tvang hjemme hos pasienten.", []),
        ("Nei", "kan bruke tvang hjemme hos pasienten.", ["AV111"]),
        ("Ja", "kan ikke bruke tvang hjemme hos pasienten.", ["AV111"]),
        ("Nei", "kan bruke bil.", []),  # something else
    ],
)
def test_a_question_is_answered_as_the_clause_does(minimal: Minimal, answer: str, said: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. Kommunens ansatte {said}")
    question = f"tekst: Kan kommunens ansatte bruke tvang?, svar: {answer}, galt: [Av og til]"
    minimal.with_(PROCEDURE, sporsmal=f"[{{{question}, hjemmel: da05#3.1}}]")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("**Sykepleier på sengepost:** Send tidligmelding.", []),
        ("**Tildelingskontor:** Send tidligmelding.", ["AV619"]),
        ("**Kommunen:** Les den, og send tidligmelding.", ["AV619"]),
        ("**Begge parter:** Send tidligmelding.", []),
        ("**Tildelingskontor:** Send varsel om plass.", []),
        ("**Parten som sier opp:** Send tidligmelding.", []),
        ("**Tildelingskontor:** Les tidligmeldingen.", []),
        ("**Tildelingskontor:** Be sengeposten sende det som mangler i tidligmeldingen.", []),
    ],
)
def test_the_sender_of_a_message_is_on_the_right_side(minimal: Minimal, step: str, codes: list[str]) -> None:
    minimal.replace(MESSAGES, "nar: innen 24 timer", "kalles: [tidligmelding]")
    minimal.replace(PROCEDURE, "2. **Tildelingskontor:** Bekreft at du har fått det.", f"2. {step}")
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("by", "named", "hints"),
    [
        ("sykepleier-sengepost", "helseopplysninger, utskrift", []),
        ("sykepleier-sengepost", "helseopplysninger", ["Skriv «Tidligmelding». Skal begge sendes, legger du «utskrift» til"]),
        ("samhandlingsradgiver", "helseopplysninger", ["Skriv meldingen som «meldinger» nevner, eller legg «utskrift» til"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("verb", ["Send", "Skriv i"])
def test_a_message_that_is_not_named_is_not_sent_in_place_of_ones_own(
    minimal: Minimal, by: str, named: str, hints: list[str], verb: str
) -> None:
    note = f"utskrift: {{navn: Journalutskrift, avsender: [{by}], mottakere: [tildelingskontor], kalles: [journalutskrift]}}\n"
    minimal.replace(MESSAGES, "helseopplysninger:", f"{note}helseopplysninger:")
    minimal.replace(PROCEDURE, "Send varselet innen", f"{verb} journalutskrift innen").with_(
        PROCEDURE, meldinger=f"[{named}]"
    )
    found = [d.hint for d in minimal.check() if d.code == "AV619"]
    assert len(found) == len(hints)
    assert all(map(str.startswith, found, hints))


def test_a_message_that_the_procedure_does_not_name_has_its_sender_too(minimal: Minimal) -> None:
    note = "utskrift: {navn: Journalutskrift, avsender: [sykepleier-sengepost], mottakere: [tildelingskontor], kalles: [journalutskrift]}\n"
    minimal.replace(MESSAGES, "helseopplysninger:", f"{note}helseopplysninger:")
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", "Send journalutskrift.").with_(
        PROCEDURE, meldinger="[helseopplysninger]"
    )
    assert "AV619" in minimal.codes()


def _two_deadlines(minimal: Minimal, within: str) -> None:
    """The clause also lets the kommune answer within two weeks."""
    line = f"id: varsel, hva: Varsle kommunen om pasienten, innen: {within.removeprefix('innen ')}"
    other = 'id: plan, hva: Lage plan, innen: 2 uker, fra: varselet, hvem: tildelingskontor, punkt: "3.1"'
    minimal.replace(AGREEMENT, "id: varsel, hva: Varsle kommunen, innen: 24 timer", line)
    minimal.replace(AGREEMENT, "frister:\n", f"frister:\n  - {{{other}}}\n")
    minimal.replace(AGREEMENT, "innen 24 timer.", f"{within}. Tildelingskontoret lager plan innen 2 uker.")
    minimal.with_(PROCEDURE, frister="[varsel, plan]", tittel="Varsle kommunen", sammendrag="Sykepleieren varsler.")
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer.", f"Send varselet {within}.")
    minimal.replace(PROCEDURE, "du har fått det.", "du har fått det. Lag plan innen 2 uker.")
    assert minimal.codes() == []


@pytest.mark.parametrize("within", ["samme dag", "straks"])
def test_the_deadline_of_another_task_is_not_that_of_this_one(minimal: Minimal, within: str) -> None:
    _two_deadlines(minimal, within)
    minimal.with_(PROCEDURE, sammendrag="Varsle kommunen innen 2 uker, og lag plan innen 2 uker.")
    [finding] = minimal.check()
    there = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("\n")[finding.at.line - 1]
    assert (finding.code, there.partition(":")[0]) == ("AV207", "sammendrag")
    assert finding.hint == f"Skriv «{within}»."
    minimal.with_(PROCEDURE, sammendrag="Sykepleieren varsler.")
    minimal.replace(PROCEDURE, f"Send varselet {within}", "Send varselet innen 2 uker")
    assert set(minimal.codes()) == {"AV207"}


@pytest.mark.parametrize(
    ("agreed", "summary", "hint"),
    [
        ("innen 2 uker", "Lag ferdig plan for hjelpen innen 24 timer.", "Skriv «2 uker»."),
        ("innen 2 uker", "Lag ferdig mat til familien innen 24 timer.", ""),
        ("straks", "Planen for hjelpen er ferdig innen 24 timer.", "Skriv «straks»."),
    ],
)
def test_a_shorter_deadline_of_another_task_is_not_that_of_this_one(
    minimal: Minimal, agreed: str, summary: str, hint: str
) -> None:
    _two_deadlines(minimal, "innen 24 timer")
    agreement = (
        minimal.path(AGREEMENT).read_text(encoding="utf-8").replace("lager plan", "lager ferdig plan for hjelpen")
    )
    agreement = agreement.replace("Lage plan, innen: 2 uker", f"Lage ferdig plan for hjelpen, innen: {agreed[-6:]}")
    minimal.write(AGREEMENT, agreement.replace("innen 2 uker", agreed))
    minimal.replace(PROCEDURE, "Lag plan innen 2 uker", f"Lag plan {agreed}")
    found = minimal.with_(PROCEDURE, sammendrag=summary).check()
    assert [(d.code, d.hint[: len(hint)]) for d in found] == ([("AV631", hint)] if hint else [])
    assert left_after_hints(minimal, found, UNCHANGED) == []


def test_what_is_agreed_is_listed_with_what_has_no_hours(minimal: Minimal) -> None:
    _two_deadlines(minimal, "samme dag")
    minimal.replace(PROCEDURE, "du har fått det.", "du har fått det. Ring tilbake innen 3 dager.")
    [finding] = minimal.check()
    assert (finding.code, finding.message.rpartition("Der står: ")[2]) == ("AV608", "2 uker, samme dag.")


@pytest.mark.parametrize(
    ("words", "codes"), [("ca. 24 timer etterpå", ["AV608"]), ("innen 24 timer, eller ca. 24 timer etter helg", [])]
)
def test_a_clause_that_says_about_so_long_does_not_say_the_deadline(
    minimal: Minimal, words: str, codes: list[str]
) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"{words}.")
    assert [d.code for d in minimal.check() if d.at.path.endswith("da05.md")] == codes
