"""Ages, times of day and scores in a procedure are those of the clauses that it rests on."""

import pytest

from tests.conftest import PROCEDURE, Minimal

CLAUSE = "Det gjelder fra 18 år eller eldre, ved NEWS2 under 5, og ikke etter kl. 20."


@pytest.mark.parametrize(
    ("words", "found"),
    [
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
    ],
)
def test_a_bound_is_that_of_the_clause(minimal: Minimal, words: str, found: bool) -> None:
    minimal.replace("delavtaler/da05.md", "innen 24 timer.", f"innen 24 timer. {CLAUSE}")
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", f"{words} Pasienten er innlagt og")
    assert [(d.code, d.at.line) for d in minimal.check()] == ([("AV635", 31)] if found else [])


def test_without_a_bound_in_the_clause_every_bound_is_free(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Pasienten er innlagt og", "Pasienten er 16 år eller eldre, innlagt og")
    assert minimal.codes() == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("**Alle** punktene gjør at pasienten ikke skal dit:", ["AV606"]),
        ("**Minst ett** av dette gjør at pasienten ikke skal dit:", []),
        ("**Alle** punktene må være oppfylt:", []),
    ],
)
def test_one_reason_is_enough_to_refuse(minimal: Minimal, words: str, codes: list[str]) -> None:
    minimal.replace(PROCEDURE, "## Sjekkliste", f"## Kriterier\n\n{words}\n\n- feber\n- frost\n\n## Sjekkliste")
    assert minimal.codes() == codes
