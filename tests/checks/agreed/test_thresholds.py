"""Ages, times of day and scores in a procedure are those of the clauses that it rests on."""

import pytest

from avtaleverk.checks.change.revision import Change
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

CLAUSE = (
    "Det gjelder fra 18 år eller eldre, ved NEWS2 under 5, og ikke etter kl. 20. Reisen tar mer enn 90 minutter. "
    "Nummeret gjelder de første 14 dagene. Nummeret til avdelingen står i 14 dager. Opphold forlenges høyst 36 timer. "
    "Kommunen tar imot uten ny vurdering hos lege. "
    "Ring hvis vannet går før uke 37, og lag planen før uke 30. Kontoret svarer senest hverdagen innen kl. 16. Kontoret bekrefter varselet etter hjemreisen."
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ring hvis vannet går etter uke 37.", True),
        ("Ring kontoret etter uke 40.", False),
        ("Pasienten er 16 år eller eldre.", True),
        ("Målingene er stabile: NEWS2 under 7.", True),
        ("Pasienten reiser ikke etter kl. 21.", True),
        ("Pasienten reiser ikke etter kl. 20.30.", True),
        ("Pasienten er 18 år eller eldre. NEWS2 under 5. Ikke etter kl. 20.00.", False),
        ("Det gjelder ikke når pasienten er under 16 år.", False),  # an age that the clause says nothing of
        ("Ring ved NEWS2 på 7.", False),
        ("Kontoret svarer fra kl. 9.", False),
        ("Pasienten reiser ikke etter klokka 20.", False),
        ("Pasienten reiser ikke etter klokken 21.", True),
        ("Klokka er over 21.00.", True),
        ("Bekreft varselet før hjemreise.", True),
        ("Bekreft varselet etter hjemreise.", False),
        ("Pasienten er 18 år eller yngre.", True),
        ("Nummeret til avdelingen står i 14 timer.", True),
        ("Nummeret til avdelingen står i 14 dager.", False),
        ("Målingene er stabile: NEWS2 over 5.", True),
        ("Målingene er stabile: NEWS2 på 5 eller mindre.", False),
        ("Målingene er stabile: NEWS2 på 5 eller mer.", True),
        ("Reisen tar mer enn 60 minutter.", True),
        ("Reisen tar mindre enn 90 minutter.", True),
        ("Reisen tar over 90 minutter. Er den under 30 minutter, går det av seg selv.", False),
        ("Sengeposten svarer de første 7 dagene.", True),
        ("Oppholdet kan forlenges minst 36 timer.", True),
        ("Mål igjen etter 90 minutter.", False),
        ("Reisen tar mer enn 90 kilometer.", True),
        ("Vannet går før uke 27.", True),
        ("Vannet går før uke 37.", False),
        ("Krev ny vurdering hos lege.", True),
        ("Krev ikke ny vurdering hos lege.", False),
        ("Bekreft senest hverdagen innen kl. 20.00.", True),
        ("Bekreft senest hverdagen innen kl. 16.00.", False),
    ],
)
def test_a_bound_is_that_of_the_clause(minimal: Minimal, words: str, found: bool) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", f"{words} Pasienten er innlagt og")
    assert minimal.lines() == ([("AV635", 31)] if found else [])


def test_the_clause_is_blamed_when_many_places_say_something_else(minimal: Minimal) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "tittel: Varsle kommunen", "tittel: Varsle før kl. 21 kommunen")
    minimal.replace(PROCEDURE, "sammendrag: Sykepleieren", "sammendrag: Før kl. 21 er det sykepleieren som")
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", "Klokka er ikke kl. 21. Pasienten er innlagt og")
    found = minimal.check()
    assert [(d.code, d.at.path.rpartition("/")[2], d.message.partition(",")[0]) for d in found] == [
        ("AV635", "da05.md", "Her står «kl. 20»")
    ]


def test_the_clause_is_blamed_when_it_changed_after_the_review(minimal: Minimal) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", "Pasienten er 18 år eller eldre, innlagt og")
    minimal.replace("delavtaler/da05.md", "18 år eller eldre", "16 år eller eldre")
    minimal.with_stamps('p-varsel:\n  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n')
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [("AV635", "da05.md")]


def test_a_clause_that_the_change_turns_hides_no_step_that_has_the_old_bound(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", "Pasienten er 18 år eller eldre, innlagt og")
    path = minimal.path(AGREEMENT)
    before = {path.relative_to(minimal.root).as_posix(): path.read_bytes()}
    minimal.replace(AGREEMENT, "18 år eller eldre", "16 år eller eldre")
    found = minimal.examine(change=Change(frozenset(before), before)).found
    assert {(d.code, d.at.path.rpartition("/")[2]) for d in found} == {("AV518", "da05.md"), ("AV635", "p-varsel.md")}


@pytest.mark.parametrize(
    ("age", "found"), [("16 år eller eldre", True), ("18 år eller eldre", False), ("18 år eller yngre", True)]
)
def test_an_age_leaves_out_those_whom_the_clause_leaves_out(minimal: Minimal, age: str, found: bool) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", "innen 24 timer. Det gjelder ikke barn under 18 år.")
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", f"Pasienten er {age}, innlagt og")
    assert minimal.codes() == (["AV635"] if found else [])


def test_without_a_bound_in_the_clause_every_bound_is_free(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", "Pasienten er 16 år eller eldre, innlagt og")
    assert minimal.codes() == []


@pytest.mark.parametrize(
    ("summary", "text", "codes"),
    [
        ("Send varselet etter at pårørende er varslet.", "Send det før de pårørende er varslet.", ["AV635"]),
        ("Send varselet etter at pårørende er varslet.", "Send det etter at de pårørende er varslet.", []),
        ("Send varselet etter at pårørende er varslet.", "Send det før pårørende drar hjem, etter at vi er varslet.", []),
        ("Send varselet etter utskrivning når pasienten er klar.", "Ring før utskrivning når legen er klar.", []),
    ],
)  # fmt: skip
def test_a_page_says_before_or_after_everywhere(minimal: Minimal, summary: str, text: str, codes: list[str]) -> None:
    minimal.with_(PROCEDURE, sammendrag=summary).saying(text)
    assert minimal.codes() == codes


@pytest.mark.parametrize(("step", "line"), [("De nærmeste pårørende er varslet.", 26), ("Ring legen.", 41)])
def test_the_order_of_the_steps_tells_which_is_wrong(minimal: Minimal, step: str, line: int) -> None:
    minimal.with_(PROCEDURE, sammendrag="Send varselet før nærmeste pårørende er varslet.")
    wrong = f"1. **Sykepleier på sengepost:** {step}\n2. **Sykepleier på sengepost:** Send varselet etter at nærmeste pårørende er varslet. Send varselet"
    minimal.replace(PROCEDURE, "1. **Sykepleier på sengepost:** Send varselet", wrong)
    assert [(d.code, d.at.line) for d in minimal.check() if d.code == "AV635"] == [("AV635", line)]


@pytest.mark.parametrize(
    ("clause", "text", "found"),
    [
        ("Gruppen møtes hver uke.", "Gruppen møtes på video hver måned.", "hver uke"),
        ("Gruppen møtes hver uke.", "Gruppen møtes på video hver uke. Den rydder hver måned.", ""),
        ("Leddene trener sammen to ganger i året.", "Leddene trener sammen én gang i året.", "to ganger i året"),
        ("Leddene trener sammen to ganger i året.", "Lederne ser på avtalen én gang i året.", ""),
        ("Leddene trener sammen to ganger i året.", "Leddene trener sammen hvert halvår.", ""),
        ("Gruppen varsler stansen minst to uker før.", "Varsle stansen til gruppen minst en uke før.", "minst to uker"),
        ("Gruppen endrer rutiner i inntil seks uker.", "Gruppen endrer rutiner i inntil seks måneder.", "inntil seks uker"),
    ],
)  # fmt: skip
def test_a_measure_is_that_of_the_sentence_in_the_clause(minimal: Minimal, clause: str, text: str, found: str) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", f"innen 24 timer. {clause}").saying(text)
    told = [d.hint for d in minimal.check() if d.code == "AV635"]
    assert [hint.startswith(f"Skriv «{found}»") for hint in told] == ([True] if found else [])
