"""What comes of one cause is one finding, at the cause."""

import unicodedata
from datetime import date

import pytest

from avtaleverk.cli import main
from avtaleverk.corpus.days import long_date
from avtaleverk.diagnostics import Diagnostic
from tests.checks.changes import after
from tests.conftest import AGREEMENT, PROCEDURE, TOP, Minimal

BAD = "[Ø re]"


def test_a_law_that_changes_in_one_form_of_norwegian_lights_up_what_rests_on_it(minimal: Minimal) -> None:
    register, krav = "../register/lovkrav.yml", "krav: Avtalen skal ha rutiner."
    minimal.replace(register, krav, f"{krav[:-1]}, krav_nn: Avtalen skal ha rutinar")
    minimal.with_(PROCEDURE, lovkrav="[hol-6-2-5]")
    assert main(["--root", str(minimal.root), "review"]) == 0
    minimal.replace(register, krav[:-1], f"{krav[:-1]} og 3 frister")
    assert {d.code for d in minimal.check()} == {"AV122", "AV420"}


def test_letters_made_of_two_signs_are_told_once_and_not_compared(minimal: Minimal) -> None:
    text = minimal.path(PROCEDURE).read_text("utf-8")
    assert [d.code for d in after(minimal, PROCEDURE, text, unicodedata.normalize("NFD", text))] == ["AV705"]


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


def test_an_agreement_that_cannot_be_read_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(TOP, "Partene har signert.", "Partene har signert. Se delavtale 5.")
    assert minimal.replace(AGREEMENT, 'tittel: "Delavtale 5: Utskrivning"', "tittel: Delavtale 5: Ut").codes() == [
        "AV003"
    ]


@pytest.mark.parametrize(
    ("name", "old", "new", "codes"),
    [
        (PROCEDURE, "Skriv grunnen", "Skriv årsaken", ["AV514"]),
        (PROCEDURE, "Skriv grunnen", "Inte skriv grunnen", ["AV630"]),
        (PROCEDURE, "{dato: 2026-06-01, av: FSU", "{dato: 2025-06-01, av: FSU", ["AV501"]),
        (PROCEDURE, "{dato: 2026-06-01, av: FSU", "{dato: 2027-06-01, av: FSU", ["AV503"]),
        (PROCEDURE, "konklusjon: Videreføres", "konklusjon: Møte mandag 2. juni 2026", ["AV519"]),
        (PROCEDURE, "{dato: 2026-06-01, av: FSU", "{dato: 2026-06-31, av: FSU", ["AV103"]),
        (AGREEMENT, "## 2 Virkeområde", "## 3 Virkeområde", ["AV604"]),
        (AGREEMENT, "### 3.1 Varsel", "### 3.2 Varsel", ["AV604"]),
        (AGREEMENT, "## 4 Hvis", "## Slik gjør du\n\nRing.\n\n## 4 Hvis", ["AV603"]),
        (AGREEMENT, "Partene melder avvik.", "1. **Tildelingskontor:** Les.\n2. **Fastlege:** Ring.", ["AV603"]),
        (PROCEDURE, "Skriv grunnen", "Fyll ut punktene under «Kriterier». Skriv grunnen", ["AV601"]),
        (PROCEDURE, "Skriv grunnen", "Fyll ut punktene under «Sjekkliste». Skriv grunnen", ["AV514"]),
        (PROCEDURE, "## Ansvar", "## Varighet\n\nEtt års varsel.\n\n## Ansvar", ["AV603"]),
        ("overordnet/os.md", "parter: [hf-prove", "under: da05\nparter: [hf-prove", ["AV203"]),
        (AGREEMENT, "{id: varsel,", "{id: varsle,", ["AV104"]),
        (AGREEMENT, "parter: [hf-prove", "parter: [k-0001", ["AV209"]),
    ],
)
def test_a_change_that_is_wrong_is_one_finding(
    minimal: Minimal, name: str, old: str, new: str, codes: list[str]
) -> None:
    assert [d.code for d in after(minimal, name, old, new)] == codes


@pytest.mark.parametrize("start", ["", "fra 1. januar 2026 "])
@pytest.mark.parametrize(("day", "codes"), [("2029-12-31", ["AV506"]), ("2030-03-14", ["AV506", "AV517"])])
def test_an_end_that_the_field_never_had_is_told_beside_the_new_one(
    minimal: Minimal, start: str, day: str, codes: list[str]
) -> None:
    """What the text said before follows from the field that was changed; another day does not."""
    words = long_date(date.fromisoformat(day))
    minimal.with_(AGREEMENT, gyldig_til="2029-12-31")
    minimal.replace(AGREEMENT, "Partene kan si opp", f"Avtalen gjelder {start}til {words}. Partene kan si opp")
    found = after(minimal, AGREEMENT, "gyldig_til: 2029-12-31", "gyldig_til: 2030-01-31")
    assert sorted(d.code for d in found) == codes


def test_a_day_that_is_impossible_has_no_followers(minimal: Minimal) -> None:
    assert minimal.with_(AGREEMENT, gyldig_til="2024-01-01").codes() == ["AV501"]


def test_a_party_misspelt_under_signert_is_one_finding(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    party = text.split("- {part: ")[1].split(",")[0]
    assert minimal.replace(AGREEMENT, f"- {{part: {party},", f"- {{part: {party}x,").only().code == "AV104"


def test_under_on_a_procedure_is_one_finding(minimal: Minimal) -> None:
    assert minimal.with_(PROCEDURE, under="da05").codes() == ["AV108"]


def test_a_copy_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(TOP, "Partene har signert.", "Partene har signert. Se delavtale 5.")
    assert minimal.codes() == []
    minimal.write("delavtaler/da05-ny.md", minimal.path(AGREEMENT).read_bytes())
    assert minimal.codes() == ["AV106"]


def test_a_picture_is_one_finding(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar\n", "![](kart.png)\n\n## Ansvar\n").codes() == ["AV616"]


def test_curly_quotation_marks_have_no_followers(minimal: Minimal) -> None:
    assert [d.code for d in minimal.with_(PROCEDURE, versjon="“1.0”").check()] == ["AV003"]


def test_a_law_name_that_is_obsolete_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Kommunehelsetjenesteloven gjaldt. Skriv grunnen")
    assert minimal.codes() == ["AV307"]


def spoil(minimal: Minimal, name: str) -> list[Diagnostic]:
    path = minimal.path(name)
    return minimal.write(name, path.read_text(encoding="utf-8") + "\nfeil: [\n").check()


@pytest.mark.parametrize(
    "name", ["lovkrav", "meldinger", "parter", "roller", "tema", "faser", "typer", "ordliste", "kilder"]
)
def test_a_register_that_cannot_be_read_is_one_finding(minimal: Minimal, name: str) -> None:
    path = f"agreements/register/{name}.yml"
    assert {(d.code, d.at.path) for d in spoil(minimal, path)} == {("AV003", path)}


@pytest.mark.parametrize("name", ["helsefellesskap.yml", "kontakter.yml"])
def test_a_helsefellesskap_that_cannot_be_read_is_one_finding(minimal: Minimal, name: str) -> None:
    assert {(d.code, d.at.path) for d in spoil(minimal, name)} == {("AV003", f"agreements/prove/{name}")}


def test_what_a_spoilt_register_does_not_settle_is_still_found(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, faser="[finnes-ikke]")
    assert {d.code for d in spoil(minimal, "agreements/register/tema.yml")} == {"AV003", "AV104"}


def test_an_entry_with_a_field_misspelt_is_not_called_missing(minimal: Minimal) -> None:
    minimal.replace("agreements/register/meldinger.yml", " avsender:", " sender:")
    assert set(minimal.codes()) == {"AV102"}


def test_an_entry_that_got_another_id_is_one_finding_at_the_entry(minimal: Minimal) -> None:
    register = "agreements/register/meldinger.yml"
    minimal.copies(4).replace(register, "helseopplysninger:", "helseopplysningar:")
    finding = minimal.only("AV104")
    assert finding.at.path == register
    assert "Skriv «helseopplysninger» igjen" in finding.hint
    assert len(finding.related) >= 4


def test_a_role_that_got_another_name_is_one_finding(minimal: Minimal) -> None:
    register = "agreements/register/roller.yml"
    minimal.copies(4).replace(register, "navn: Sykepleier på sengepost", "navn: Sengepostsykepleier")
    finding = minimal.only("AV618")
    assert (finding.at.path, "«kalles»" in finding.hint) == (register, True)


def test_a_deadline_at_the_wrong_clause_is_one_finding(minimal: Minimal) -> None:
    minimal.copies(4).replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "2"')
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [("AV608", "da05.md")]


def test_a_clause_that_cannot_be_read_has_no_followers(minimal: Minimal) -> None:
    assert minimal.with_(PROCEDURE, hjemmel="[da05 3.1, da05#4]").codes() == ["AV103"]


def test_an_invisible_character_in_an_id_has_no_followers(minimal: Minimal) -> None:
    assert minimal.with_(PROCEDURE, hjemmel="[da05#3.1\u200b]").codes() == ["AV704"]


def test_a_colon_in_a_value_hides_nothing_of_the_rest(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tittel="Varsle: kommunen innen 24 timer", tema="[finnes-ikke]")
    assert sorted({d.code for d in minimal.check()} - {"AV409"}) == ["AV003", "AV104"]
