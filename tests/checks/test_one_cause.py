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


def test_a_clause_that_says_what_cannot_be_is_the_one_to_mend(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "innen 24 timer.", "innen 24 timer. Ring før kl. 14.75.")
    minimal.replace(PROCEDURE, "Bekreft at", "Ring før kl. 14.00. Bekreft at")
    assert minimal.codes() == ["AV519"]


def test_a_table_that_is_shown_as_text_says_nothing_of_how_heavy_the_text_is(minimal: Minimal) -> None:
    heavy = "Samhandlingsavtalene forutsetter tjenestemottakernes medvirkning " * 30
    minimal.replace(PROCEDURE, "## Ansvar\n", f"{heavy.rstrip()}.\n\n## Ansvar\n")
    assert minimal.codes() == ["AV611"]
    assert minimal.replace(PROCEDURE, "## Ansvar\n", "| A | B |\n| C | D |\n\n## Ansvar\n").codes() == ["AV626"]


def test_a_review_with_a_wrong_year_says_nothing_of_the_law(minimal: Minimal) -> None:
    minimal.replace("agreements/register/lovkrav.yml", 'nummer: "5",', 'nummer: "5", i_kraft: 2012-01-01,')
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5]").replace(PROCEDURE, "dato: 2026-06-01", "dato: 2006-06-01")
    assert minimal.codes() == ["AV501"]


def test_a_document_that_was_replaced_in_one_field_only_is_asked_about_that_field(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    for n in range(4):
        other = text.replace("id: p-varsel", f"id: p-{n}").replace(
            "## Ansvar", f"Se [varsel](p-varsel.md). {n}.\n\n## Ansvar"
        )
        minimal.write(f"prosedyrer/p-{n}.md", other)
    minimal.with_(PROCEDURE, erstattes_av="[p-0]")
    finding = minimal.only("AV405")
    assert finding.hint.startswith("Er det erstattet, skriv «status: utgatt», og la dem vise til «p-0».")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("navn: H", "navn: [ : H", "AV003"),
        ("organer:", "organerne:", "AV102"),
        ("kommuner: [k-0001]\nenheter", "komuner: [k-0001]\nenheter", "AV102"),
    ],
    ids=["broken", "organs", "kommuner"],
)
def test_a_helsefellesskap_that_is_not_whole_is_one_finding(minimal: Minimal, old: str, new: str, code: str) -> None:
    """The other helsefellesskap has an organ of the same name, and this one has places and regions of its kommuner."""
    whole = minimal.path("helsefellesskap.yml").read_text("utf-8")
    minimal.write("agreements/nabo/helsefellesskap.yml", whole.replace("[k-0001]", "[]"))
    minimal.write(
        "helsefellesskap.yml", whole + "regioner:\n  nord: {navn: Nord, kommuner: [k-0001]}\nsteder: {k-0001: [Vika]}\n"
    )
    before = minimal.codes()
    minimal.replace("helsefellesskap.yml", old, new)
    assert [one for one in minimal.codes() if one not in before] == [code]


def test_a_register_of_parties_that_is_broken_is_one_finding(minimal: Minimal) -> None:
    """A hospital lies in a kommune, whose name only the register knows."""
    minimal.replace("helsefellesskap.yml", "type: sykehus}", "type: sykehus, sted: Prøvevik}")
    whole = minimal.path("helsefellesskap.yml").read_text("utf-8")
    minimal.write("helsefellesskap.yml", f"{whole}steder: {{k-0001: [Vika]}}\n")
    assert minimal.codes() == []
    minimal.write("agreements/register/parter.yml", "hf-prove: [ : x\n")
    assert minimal.codes() == ["AV003"]
