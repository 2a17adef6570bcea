"""Other words in a document in force are another version, told where they stand."""

import pytest

from tests.checks.changes import change_of
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("og kan trenge", "og kan  trenge", []),
        ("og kan trenge", "og\nkan trenge", []),
        ("kan trenge", "kan få", ["AV514"]),
    ],
)
def test_other_words_are_another_version(minimal: Minimal, old: str, new: str, codes: list[str]) -> None:
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, old, new)
    assert [d.code for d in minimal.examine(change=change).found] == codes


STEPS = """1. **Sykepleier på sengepost:** Send varselet innen 24 timer.
2. **Tildelingskontor:** Bekreft at du har fått det.
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("Bekreft at du har", "Si at du har", "2. ", "Teksten er endret her, men versjonen er fortsatt 1.0. Før: «Tildelingskontor: Bekreft at du har fått det.» Nå: «Tildelingskontor: Si at du har fått det.»"),
        (STEPS, STEPS.split("\n")[1].replace("2", "1") + "\n", "1. **Tild", "Noe er tatt bort her, men versjonen er fortsatt 1.0. Før: «Sykepleier på sengepost: Send varselet innen 24 timer.»"),
        (STEPS, STEPS.split("\n")[0] + "\n", "1. ", "Noe er tatt bort her, men versjonen er fortsatt 1.0. Før: «Tildelingskontor: Bekreft at du har fått det.»"),
        (STEPS, f"{STEPS}3. **Sykepleier på sengepost:** Skriv det i journalen.\n", "3. ", "Dette er nytt, men versjonen er fortsatt 1.0. Nå: «Sykepleier på sengepost: Skriv det i journalen.»"),
        (STEPS, "1. **Tildelingskontor:** Bekreft at du har fått det.\n2. **Sykepleier på sengepost:** Send varselet innen 24 timer.\n", "1. ", "Dette er flyttet hit, men versjonen er fortsatt 1.0. Nå: «Tildelingskontor: Bekreft at du har fått det.»"),
        ("hjelp. Skriv grunnen i", "hjelp.\nSkriv årsaken i", "Skriv", "Teksten er endret her, men versjonen er fortsatt 1.0. Før: «Skriv grunnen i journalen.» Nå: «Skriv årsaken i journalen.»"),
        ("hjelp. Skriv grunnen", "hjelp.\n\nSkriv grunnen", "", ""),
    ],
    ids=["other", "first gone", "last gone", "new", "moved", "second line", "cut in two"],
)  # fmt: skip
def test_other_words_are_told_where_they_stand(minimal: Minimal, old: str, new: str, line: str, message: str) -> None:
    change = change_of(minimal, PROCEDURE)
    text = minimal.replace(PROCEDURE, old, new).path(PROCEDURE).read_text(encoding="utf-8").split("\n")
    found = [d for d in minimal.examine(change=change).found if d.code == "AV514"]
    told = [(text[d.at.line - 1][: len(line)], d.message.replace("**", "")) for d in found]
    assert told == ([(line, message)] if message else [])


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("tittel", "Bestill drosje til kommunen", "Tittelen er endret, men versjonen er fortsatt 1.0. Før: «Varsle kommunen innen 24 timer» Nå: «Bestill drosje til kommunen»"),
        ("sammendrag", "Den som er på vakt, gjør det som trengs.", "Sammendraget er endret, men versjonen er fortsatt 1.0. Før: «Sykepleieren varsler tildelingskontoret innen 24 timer.» Nå: «Den som er på vakt, gjør det som trengs.»"),
        ("sammendrag", "Sykepleieren varsler tildelingskontoret innen 24 timer", ""),
    ],
)  # fmt: skip
def test_the_title_and_the_summary_are_compared(minimal: Minimal, field: str, value: str, message: str) -> None:
    change = change_of(minimal, PROCEDURE)
    minimal.with_(PROCEDURE, **{field: value})
    told = [d.message for d in minimal.examine(change=change).found if d.code == "AV514"]
    assert told == ([message] if message else [])


def test_many_places_are_told_by_the_first_of_them(minimal: Minimal) -> None:
    points = [f"Sak {number} står i planen til posten." for number in range(8)]
    minimal.saying("\n\n".join(["", *points]))
    change = change_of(minimal, PROCEDURE)
    minimal.replace(PROCEDURE, "planen til posten", "boka til posten")
    found = minimal.examine(change=change).found
    assert [(d.code, len(d.related)) for d in found] == [("AV514", 0)] * 4 + [("AV514", 3)]
    assert found[-1].message.endswith("(Og 3 steder til.)")


@pytest.mark.parametrize(
    ("name", "field", "was", "now", "told"),
    [
        (PROCEDURE, "satser", "[dognpris]", "[]", "Feltet «satser» har ikke lenger «dognpris»."),
        (PROCEDURE, "sokeord", "[innlagt]", "[melding]", ""),
        (PROCEDURE, "pasientgrupper", "[skropelige-eldre, psykisk-rus]", "[skropelige-eldre]", "Feltet «pasientgrupper» har ikke lenger «psykisk-rus»."),
        (PROCEDURE, "meldinger", "[helseopplysninger]", "[]", "Feltet «meldinger» har ikke lenger «helseopplysninger»."),
        (PROCEDURE, "tema", "[utskrivning, rus]", "[utskrivning]", "Feltet «tema» har ikke lenger «rus»."),
        (PROCEDURE, "eier_hf", "sykepleier-sengepost", "samhandlingsradgiver", "Feltet «eier_hf» har ikke lenger «sykepleier-sengepost», men «samhandlingsradgiver»."),
        (AGREEMENT, "evaluering", "{hvordan: Felles møte, neste: 2027-01-01}", "{hvordan: Ingen evaluerer, neste: 2027-01-01}", "I feltet «evaluering» var «hvordan» «Felles møte», og er nå «Ingen evaluerer». Versjonen er fortsatt 1.0."),
        (AGREEMENT, "evaluering", "{hvordan: Felles møte, neste: 2027-01-01}", "{hvordan: Felles møte, neste: 2026-12-01}", ""),
    ],
)  # fmt: skip
def test_what_is_agreed_is_compared(minimal: Minimal, name: str, field: str, was: str, now: str, told: str) -> None:
    change = change_of(minimal.with_(name, **{field: was}), name)
    found = minimal.with_(name, **{field: now}).examine(change=change).found
    assert [d.message for d in found if d.code == "AV514"] == ([told] if told else [])


def test_a_right_answer_is_not_exchanged_with_a_wrong_one(minimal: Minimal) -> None:
    question = "\n  - {tekst: Hvem får varselet?, svar: %s, galt: [%s], hjemmel: da05#3.1}"
    change = change_of(minimal.with_(PROCEDURE, sporsmal=question % ("Kommunen", "Legen")), PROCEDURE)
    found = minimal.with_(PROCEDURE, sporsmal=question % ("Legen", "Kommunen")).examine(change=change).found
    assert [(d.code, d.message[:40]) for d in found] == [("AV514", "I feltet «sporsmal» var «svar» «Kommunen")]
