"""What is agreed in one helsefellesskap is not said of another."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

PARTIES = "agreements/register/parter.yml"


NEIGHBOUR = """
navn: Helsefellesskapet Nabo
malform: nb
hf: [hf-nabo]
kommuner: [k-0009]
organer: {fsu: {navn: Naboutvalget, niva: faglig}}
enheter: {nabosund: {navn: Nabosund sjukehus, type: sykehus}, stab: {navn: Fysikalsk medisin, type: stab}}
"""


NEIGHBOURS = """\
hf-nabo: {navn: Helse Nabo HF, slag: helseforetak}
k-0009: {navn: Nabodal, slag: kommune}
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Ring Nabosund sykehus.", ["AV417"]),
        ("Helse Nabo sender på nytt.", ["AV417"]),
        ("Ring Nabosund sjukehus.", ["AV417", "AV612"]),
        ("Ring sykehuset i Nabosund om Fysikalsk medisin.", []),
        ("Nabodal kommune svarer.", ["AV417"]),
        ("Ring tildelingskontoret i Nabodal.", ["AV417"]),
        ("Ring fastlegen i Nabodal.", ["AV417"]),
        ("Pasienten er på ferie i Nabodal. Kommunen svarer.", []),
    ],
)
def test_a_hospital_or_kommune_of_another_helsefellesskap(minimal: Minimal, text: str, codes: list[str]) -> None:
    minimal.write("agreements/nabo/helsefellesskap.yml", NEIGHBOUR).replace(
        PARTIES, "k-0001: {", f"{NEIGHBOURS}k-0001: {{"
    )
    found = minimal.saying(text).check()
    assert [d.code for d in found if d.at.path.endswith(PROCEDURE)] == codes


@pytest.mark.parametrize("name", [AGREEMENT, PROCEDURE])
def test_the_regional_trust_is_the_one_that_the_others_name(minimal: Minimal, name: str) -> None:
    minimal.replace("overordnet/os.md", "ett års varsel", "ett års varsel til Helse Midt-Norge RHF")
    minimal.replace(name, "## ", "Spør Helse Midt-Norge RHF.\n\n## ")
    assert minimal.codes() == []
    minimal.replace(name, "Spør Helse Midt-Norge", "Spør Helse Nord")
    assert [d.code for d in minimal.check()] == ["AV417"]


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [
        ("fagansvarlig", '"Overlege ved kirurgisk avdeling, Nabodal"', 15),
        ("fagansvarlig", "Saksbehandler i Nabodal kommune", 15),
        ("fagansvarlig", "Sjukepleiar ved Nabosund sjukehus", 15),
        ("gjennomgang", "[{dato: 2026-06-01, av: Naboutvalget, konklusjon: Videreføres.}]", 38),
    ],
)
def test_the_one_responsible_and_the_reviewer_are_at_home_here(
    minimal: Minimal, field: str, value: str, column: int
) -> None:
    minimal.write("agreements/nabo/helsefellesskap.yml", NEIGHBOUR).replace(
        PARTIES, "k-0001: {", f"{NEIGHBOURS}k-0001: {{"
    )
    found = minimal.with_(PROCEDURE, **{field: value}).check()
    assert [(d.code, d.at.column) for d in found if d.at.path.endswith(PROCEDURE)] == [("AV417", column)]
