"""A value that cannot be read is one finding: what only follows from it is not said as well."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

TOP = "overordnet/os.md"
BAD = "[Ø re]"


@pytest.mark.parametrize(
    ("name", "field", "value", "code"),
    [
        (AGREEMENT, "type", BAD, "AV105"),
        (AGREEMENT, "type", "avtale", "AV104"),
        (AGREEMENT, "status", "gyldig", "AV103"),
        (AGREEMENT, "status", None, "AV101"),
        (AGREEMENT, "versjon", "", "AV103"),
        (AGREEMENT, "versjon", "2.5", "AV209"),
        (AGREEMENT, "lovkrav", BAD, "AV105"),
        (AGREEMENT, "lovkrav", "[]", "AV107"),
        (AGREEMENT, "parter", "[hf-proven, alle-kommuner]", "AV104"),
        (AGREEMENT, "brukermedvirkning", "Brukerutvalget", "AV103"),
        (AGREEMENT, "innsendt_helsedirektoratet", "våren 2026", "AV103"),
        (AGREEMENT, "gyldig_til", "31.12.2029", "AV103"),
        (AGREEMENT, "gyldig_fra", "2036-01-01", "AV503"),
        (AGREEMENT, "gyldig_fra", "2016-01-01", "AV501"),
        (TOP, "type", BAD, "AV105"),
        (TOP, "status", "gyldig", "AV103"),
        (TOP, "gyldig_til", "31.12.2029", "AV103"),
        (PROCEDURE, "ansvar", "[]", "AV103"),
        (PROCEDURE, "gjennomgang", "[{dato: 1.6.2026, av: FSU, konklusjon: Videreføres.}]", "AV103"),
        (PROCEDURE, "roller", "[Sykepleier-sengepost, tildelingskontor]", "AV105"),
    ],
)
def test_a_wrong_value_is_one_finding(minimal: Minimal, name: str, field: str, value: str | None, code: str) -> None:
    assert minimal.with_(name, **{field: value}).codes() == [code]


@pytest.mark.parametrize("value", [BAD, "[finnes-ikke]", "[]"])
def test_a_hjemmel_that_cannot_be_read_is_one_finding_at_the_procedure(minimal: Minimal, value: str) -> None:
    found = minimal.with_(PROCEDURE, hjemmel=value).check()
    assert len([d for d in found if d.at.path.endswith("p-varsel.md")]) == 1


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("hjemmel", "{punkt: da05}", "AV103"),
        ("hjemmel", "[da05 3.1]", "AV103"),
        ("hjemmel", "[da50#3.1]", "AV401"),
        ("tema", "{ja: nei}", "AV103"),
        ("tema", "\n  - {ja: nei}", "AV105"),
        ("tema", "[utskriving]", "AV104"),
        ("satser", "{ja: nei}", "AV103"),
        ("meldinger", BAD, "AV105"),
    ],
)
def test_what_a_value_that_cannot_be_read_may_name_is_not_said_to_be_unused(
    minimal: Minimal, field: str, value: str, code: str
) -> None:
    assert minimal.with_(PROCEDURE, **{field: value}).codes() == [code]


def test_what_is_unused_is_said_beside_a_field_that_would_not_name_it(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, hjemmel="[os#4]", tema="{ja: nei}")
    assert "AV408" in minimal.codes() and "AV409" not in minimal.codes()


def test_an_agreement_past_its_day_is_not_also_a_hole_in_the_law(minimal: Minimal) -> None:
    minimal.with_(AGREEMENT, gyldig_til="2026-10-01")
    assert minimal.codes() == ["AV512"]


def test_a_successor_that_cannot_be_read_is_not_also_one_sided(minimal: Minimal) -> None:
    other = minimal.path(PROCEDURE).read_text(encoding="utf-8").replace("id: p-varsel", "id: p-ny")
    minimal.write("prosedyrer/p-ny.md", other.replace("hjemmel:", "erstatter: [p-varsel]\nhjemmel:"))
    minimal.with_(PROCEDURE, status="utgatt", erstattes_av="[p ny]")
    assert minimal.codes() == ["AV103"]
