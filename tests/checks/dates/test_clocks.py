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


def test_an_agreement_does_not_end_for_all_before_the_kommune_that_left_is_free(minimal: Minimal) -> None:
    notice = "{av: k-0001, dato: 2026-09-01, meldt_helsedirektoratet: 2026-09-10}"
    minimal.replace("helsefellesskap.yml", "[k-0001]", "[k-0001, k-0002]").replace(
        "agreements/register/parter.yml", "k-0001: {", "k-0002: {navn: Annenvik, slag: kommune}\nk-0001: {"
    )
    [found] = [
        d for d in minimal.with_(AGREEMENT, oppsagt=notice, gyldig_til="2027-06-30").check() if d.code == "AV507"
    ]
    assert found.message.startswith("Prøvevik sa opp 2026-09-01 og er bundet til 2027-09-01, men avtalen har sluttdato")
