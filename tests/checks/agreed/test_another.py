"""A time span that is agreed for one task is not that of another."""

import pytest

from avtaleverk.checks.change.revision import UNCHANGED
from tests.checks.followed import left_after_hints
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


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


@pytest.mark.parametrize(("where", "codes"), [("på sykehjem", ["AV207"]), ("hjemme", []), ("på sykehjem. Ellers", [])])
def test_the_case_tells_which_deadline_it_is(minimal: Minimal, where: str, codes: list[str]) -> None:
    case = "{id: hjem, hva: Varsle kommunen når pasienten bor på sykehjem, innen: straks, fra: innleggelsen, hvem: sykepleier-sengepost"
    minimal.replace(AGREEMENT, "frister:\n", f'frister:\n  - {case}, punkt: "3.1"}}\n')
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer, og straks fra sykehjem.")
    minimal.with_(PROCEDURE, frister="[varsel, hjem]").saying("Ring straks. Varsle kommunen straks.")
    found = minimal.saying(f"Bor pasienten {where}: Noen har lovt å varsle kommunen innen 24 timer.").check()
    assert [d.code for d in found] == codes
    assert left_after_hints(minimal, found, UNCHANGED) == []
