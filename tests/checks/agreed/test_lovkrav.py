"""The law of a deadline is known to the procedures that keep it."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(("law", "codes"), [("hol-6-1", ["AV309"]), ("hol-6-2-5", [])])
def test_the_law_of_a_deadline_is_known_to_those_who_keep_it(minimal: Minimal, law: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, 'punkt: "3.1"', f'punkt: "3.1", lovkrav: {law}')
    assert minimal.codes() == codes
    minimal.with_(PROCEDURE, lovkrav=f"[{law}]")
    assert "AV309" not in minimal.codes()
