"""What a hit says by itself: the deadline of the very clause, and the number that answers."""

import pytest

from avtaleverk.search.entries import Entry


@pytest.mark.parametrize(
    ("query", "space", "deadline"),
    [
        ("delavtale 12 5.3", "innlandet", "straks · 24 timer fra telefonen"),
        ("delavtale 5 8.3", "innlandet", "ved utskrivning · 24 timer"),
        ("delavtale 5 8.1", "innlandet", ""),
        ("DA2 10.3", "innlandet", ""),
        ("DA2 10.4", "innlandet", "før utskrivning · 7 dager"),
        ("os 15.1", "innlandet", ""),
        ("TA9 3.7", "fonna", ""),
        ("os 13", "fonna", ""),
    ],
)
def test_a_hit_on_a_clause_shows_the_deadline_of_that_clause_alone(real, query: str, space: str, deadline: str) -> None:
    (answer,) = real.browser.search(query, choice={"space": space})
    shown = answer["jumps"][0]["answer"]
    assert shown.startswith(deadline) and bool(shown) == bool(deadline)


def test_every_clause_shows_its_own_deadline(small) -> None:
    clauses = [
        Entry("da05", number, "Delavtale 5", f"{number} {name}", "", name, answer=limit)
        for number, name, limit in (("7.2", "Svar", "2 timer"), ("7.3", "Plass", ""), ("7.4", "Transport", "1 døgn"))
    ]
    found = [answer["hits"][0]["answer"] for answer in small(*clauses).search("svar", "plass", "transport")]
    assert found == ["2 timer", "", "1 døgn"]
