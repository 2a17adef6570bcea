"""Each point of the law has its agreement, and is cited as it is."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, TOP, Minimal

SPACE = "helsefellesskap.yml"


def test_a_kommune_without_an_agreement_is_named_at_its_own_place(minimal: Minimal) -> None:
    register = "agreements/register/parter.yml"
    minimal.replace(SPACE, "kommuner: [k-0001]", "kommuner: [k-0001, k-0002]")
    minimal.replace(register, "k-0001: {", "k-0002: {navn: Annevik, slag: kommune}\nk-0001: {")
    for name in (TOP, AGREEMENT):
        minimal.replace(name, "alle-kommuner", "k-0001")
    [finding] = minimal.check()
    assert (finding.code, finding.at.line, finding.at.column) == ("AV304", 6, 20)


@pytest.mark.parametrize(("status", "line"), [("utgatt", 8), ("forhandles", 8)])
def test_an_agreement_that_ended_is_where_its_point_of_the_law_is_missing(
    minimal: Minimal, status: str, line: int
) -> None:
    minimal.replace(AGREEMENT, "status: gjeldende", f"status: {status}")
    finding = minimal.only("AV303")
    assert (finding.at.path.rpartition("/")[2], finding.at.line) == ("da05.md", line)


@pytest.mark.parametrize(("number", "found"), [("4", ["AV306"]), ("5", [])])
def test_an_agreement_says_that_it_fulfils_what_its_field_says(minimal: Minimal, number: str, found: list[str]) -> None:
    minimal.replace(AGREEMENT, "Pasienten kommer", f"Avtalen oppfyller § 6-2 nr. {number}. Pasienten kommer")
    assert [d.code for d in minimal.check() if d.code != "AV308"] == found


LAWS = "agreements/register/lovkrav.yml"


@pytest.mark.parametrize(("said", "hint"), [("", "Mente du hol. § 6-5, som"), ("§ 6-5", "Skriv «lovkrav: [")])
def test_a_provision_of_the_field_that_the_text_leaves_out_was_probably_meant(
    minimal: Minimal, said: str, hint: str
) -> None:
    law = 'hol-6-5: {kort: hol. § 6-5, tittel: Oppsigelse, lov: Helse- og omsorgstjenesteloven, paragraf: "6-5", krav: Ett års frist.}'
    minimal.write(LAWS, f"{minimal.path(LAWS).read_text(encoding='utf-8')}\n{law}\n")
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5, hol-6-5]").saying(f"Se {said}. Se § 6-1." if said else "Se § 6-1.")
    assert [d.hint[: len(hint)] for d in minimal.check() if d.code == "AV306"] == [hint]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ('paragraf: "6-1"', 'paragraf: "6-11"', "Er det en skrivefeil, skriv «6-1» her."),
        ("kort: hol. § 6-1", "kort: hol. § 6-11", "Er det en skrivefeil, skriv «6-1» her."),
        ('nummer: "5"', 'nummer: "6"', "Er det en skrivefeil, skriv «5» her."),
    ],
)
def test_a_slip_in_the_register_of_laws_is_named_there_alone(minimal: Minimal, old: str, new: str, hint: str) -> None:
    minimal.saying("Se § 6-1.").with_(PROCEDURE, lovkrav="[hol-6-2-5, hol-6-1]")
    minimal.replace(LAWS, old, new)
    assert [(d.code, d.at.path, d.hint) for d in minimal.check()] == [("AV311", LAWS, hint)]


@pytest.mark.parametrize("above", ["[hol-6-1]", "[hol-6-2-5, hol-6-1]"])
def test_a_point_of_the_law_that_an_agreement_lost_is_named_there_alone(minimal: Minimal, above: str) -> None:
    minimal.with_(PROCEDURE, hjemmel='[da05#3.1, "os#1"]').with_(TOP, lovkrav=above)
    minimal.with_(AGREEMENT, lovkrav="[hol-6-1]")
    assert minimal.codes() == ["AV303"] * ("hol-6-2-5" not in above)


def test_the_purpose_names_the_point_that_the_agreement_is_about(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "trygt hjem.", "trygt hjem, slik § 6-2 nr. 5 krever.")
    assert minimal.codes() == []
    minimal.replace(AGREEMENT, "§ 6-2 nr. 5", "§ 6-2 nr. 6")
    assert "AV306" in minimal.codes()


def test_a_point_of_the_law_is_missed_where_its_procedures_rest(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5]")
    [found] = minimal.with_(AGREEMENT, lovkrav="[hol-6-1]").check()
    assert (found.code, found.at.path.rpartition("/")[2]) == ("AV303", "da05.md")


def test_those_who_work_for_a_party_are_no_users(minimal: Minimal) -> None:
    assert minimal.replace(AGREEMENT, "hvem: Brukerutvalget", "hvem: Ledelsen").only().code == "AV305"
