"""What stands under an agreement is told at the agreement when that is where it went wrong."""

import pytest

from tests.conftest import AGREEMENT, TOP, Minimal


def children(minimal: Minimal, count: int) -> Minimal:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("frister:")[0]
    body = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("---\n", 2)[2].replace(" innen 24 timer", "")
    for n in range(count):
        other = text.replace("id: da05", f"id: da1{n}").replace('nummer: "5"', f'nummer: "1{n}"')
        minimal.write(f"delavtaler/da1{n}.md", f"{other}ingen_prosedyre: Bare for lederne.\n---\n{body}")
    return minimal


def test_agreements_under_one_that_ended_are_one_finding_there(minimal: Minimal) -> None:
    children(minimal, 3).with_(TOP, status="utgatt")
    finding = minimal.only("AV204")
    assert finding.at.path.endswith("os.md")
    assert "4 avtaler som gjelder, står under den: da05, da10, da11, da12." in finding.message
    assert len(finding.related) == 4


def test_agreements_that_outlive_the_one_above_are_one_finding_there(minimal: Minimal) -> None:
    children(minimal, 5).with_(TOP, gyldig_til="2027-01-01")
    finding = minimal.only("AV205")
    assert finding.at.path.endswith("os.md")
    assert "6 avtaler under den gjelder lenger: da05, da10, da11, da12, da13 og 1 til." in finding.message


def test_an_agreement_under_a_wrong_one_is_not_measured_against_it(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("frister:")[0]
    body = minimal.path(AGREEMENT).read_text(encoding="utf-8").split("---\n", 2)[2].replace(" innen 24 timer", "")
    other = (
        text.replace("id: da05", "id: da06")
        .replace('nummer: "5"', 'nummer: "6"')
        .replace("Delavtale 5", "Delavtale 6")
        .replace("under: os", "under: da05")
    )
    minimal.write("delavtaler/da06.md", f"{other}ingen_prosedyre: Bare for lederne.\n---\n{body}")
    assert minimal.with_(AGREEMENT, gyldig_til="2029-01-01").codes() == ["AV202"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("FSU lager og vedtar delavtaler og prosedyrer.", ["AV208"]),
        ("FSU foreslår og SSU vedtar delavtaler.", []),
        ("FSU vedtar ikke delavtaler.", []),
        ("FSU vedtar prosedyrer, og SSU vedtar delavtaler.", []),
    ],
)
def test_the_text_lets_the_right_organ_decide(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.replace("overordnet/os.md", "Partene varsler hverandre.", text).codes() == codes


def test_a_kommune_that_one_agreement_lost_is_put_back_by_the_name_of_all(minimal: Minimal) -> None:
    minimal.replace("agreements/register/parter.yml", "k-0001: {", "k-0002: {navn: Annenvik, slag: kommune}\nk-0001: {")
    minimal.replace("helsefellesskap.yml", "[k-0001]", "[k-0001, k-0002]")
    children(minimal, 3).with_(TOP, parter="[hf-prove, k-0001]")
    [found] = [d for d in minimal.check() if d.code == "AV206"]
    assert found.at.path.endswith("os.md")
    assert found.hint.startswith("Skriv «parter: [hf-prove, alle-kommuner]». Hvis Annenvik (k-0002) er ute")
