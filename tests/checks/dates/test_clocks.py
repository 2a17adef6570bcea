"""What falls due as time passes."""

import pytest

from tests.conftest import AGREEMENT, Minimal


@pytest.mark.parametrize(("end", "codes"), [("2027-09-01", []), ("2027-01-31", ["AV507"]), ("2029-12-31", ["AV507"])])
def test_an_agreement_on_notice_ends_a_year_later_and_no_other_day(
    minimal: Minimal, end: str, codes: list[str]
) -> None:
    notice = "{av: k-0001, dato: 2026-09-01, meldt_helsedirektoratet: 2026-09-10}"
    minimal.replace(AGREEMENT, "Partene kan si opp", "Avtalen gjelder til 31. desember 2029. Partene kan si opp")
    assert minimal.with_(AGREEMENT, oppsagt=notice, gyldig_til=end).codes() == codes
