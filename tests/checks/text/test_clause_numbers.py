"""Clauses and steps are numbered one after the other."""

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def test_the_steps_of_a_pathway_follow_on_each_other(minimal: Minimal) -> None:
    def steps(*numbers: int) -> list[str]:
        listed = ", ".join(f'{{nr: "{n}", tittel: Steg, dokumenter: [p-varsel]}}' for n in numbers)
        found = minimal.with_(PROCEDURE, steg=f"[{listed}]").check()
        return [f"{d.message} {d.hint}" for d in found if d.code == "AV604"]

    assert steps(0, 1, 2, 3) == []
    assert steps(1, 2, 2, 4) == ["Steg 2 kommer ikke i rekkefølge. Her skulle det stått 3."]
    assert steps(1, 3, 4) == ["Steg 3 kommer ikke i rekkefølge. Her skulle det stått 2."]


def test_a_clause_out_of_order_is_named_and_the_next_is_not(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "## 7 Hvis")
    assert [d.message for d in minimal.check() if d.code == "AV604"] == ["Punkt 7 kommer ikke i rekkefølge."]
