"""Slips of editors that the rule pages have no example of: each is found once, at its line, with a hint to follow."""

import pytest

from avtaleverk.diagnostics import Diagnostic
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

TOP = "overordnet/os.md"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("2026-02-31", "Datoen finnes ikke: februar 2026 har 28 dager."),
        ("2026-13-01", "Måneden står i midten"),
        ("1. april 2026", "Skriv datoen slik: 2026-04-01"),
        ("01.04.2026", "Skriv datoen slik: 2026-04-01"),
        ("31. juni 2026", "Skriv datoen slik: 2026-02-01"),
        ("våren 2026", "Skriv datoen slik: 2026-02-01"),
    ],
)
def test_a_day_that_is_none_is_told_what_it_was_meant_to_be(minimal: Minimal, written: str, hint: str) -> None:
    finding = minimal.with_(PROCEDURE, gyldig_fra=written).only()
    assert (finding.code, finding.hint[: len(hint)]) == ("AV103", hint)


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ({"sammendrag": ""}, "Skriv teksten etter kolon."),
        ({"status": "Gjeldende"}, "Mente du «gjeldende»?"),
        ({"faser": "[Innleggelse]"}, "Skriv id-en fra faser.yml"),
        (
            {"roller": "sykepleier-sengepost, tildelingskontor"},
            "Flere verdier står i klammer: «roller: [sykepleier-seng",
        ),
    ],
)
def test_the_hint_fits_the_value(minimal: Minimal, fields: dict[str, str], hint: str) -> None:
    found = minimal.with_(PROCEDURE, **fields).check()
    assert [d.hint[: len(hint)] for d in found if d.at.path.endswith("p-varsel.md")] == [hint]


def test_an_empty_list_is_a_missing_field(minimal: Minimal) -> None:
    found = [d for d in minimal.with_(AGREEMENT, parter="[]").check() if d.at.path.endswith("da05.md")]
    assert [(d.code, d.message[:24]) for d in found] == [("AV107", "Feltet «parter» er tomt.")]


def test_a_party_misspelt_under_signert_is_one_finding(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    party = text.split("- {part: ")[1].split(",")[0]
    assert minimal.replace(AGREEMENT, f"- {{part: {party},", f"- {{part: {party}x,").only().code == "AV104"


def test_those_who_work_for_a_party_are_no_users(minimal: Minimal) -> None:
    assert minimal.replace(AGREEMENT, "hvem: Brukerutvalget", "hvem: Ledelsen").only().code == "AV305"


def test_under_on_a_procedure_is_one_finding(minimal: Minimal) -> None:
    assert minimal.with_(PROCEDURE, under="da05").codes() == ["AV108"]


def test_a_clause_out_of_order_is_named_and_the_next_is_not(minimal: Minimal) -> None:
    minimal.replace(AGREEMENT, "## 4 Hvis", "## 7 Hvis")
    assert [d.message for d in minimal.check() if d.code == "AV604"] == ["Punkt 7 kommer ikke i rekkefølge."]


def test_a_copy_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(TOP, "Partene har signert.", "Partene har signert. Se delavtale 5.")
    assert minimal.codes() == []
    minimal.write("delavtaler/da05-ny.md", minimal.path(AGREEMENT).read_bytes())
    assert minimal.codes() == ["AV106"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("•\tRing.\n•\tSkriv.", "Skriv «- » (bindestrek"),
        ("– Ring kontoret.", "Skriv «- » med vanlig"),
        ("| Hvem | Når |\n| Kommunen | Straks |", "Skriv «| --- | --- |»"),
        ("| --- | --- |\n| Kommunen | Straks |", "Skriv en linje over strekene"),
        ("##\u00a0Mer om dette", "Slett tegnet etter #"),
    ],
    ids=["bullets", "dash", "table", "headless table", "no-break space"],
)
def test_what_was_meant_as_markup_is_named(minimal: Minimal, text: str, hint: str) -> None:
    minimal.replace(PROCEDURE, "## Ansvar\n", f"{text}\n\n## Ansvar\n")
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split(text)[0].count("\n") + 1
    found = minimal.only()
    assert (found.code, found.at.line, found.hint[: len(hint)]) == ("AV626", line, hint)


@pytest.mark.parametrize("text", ["Ring – og vent.", "| er en strek", "Kode:\n\n    • a", "`– x` er tegn"])
def test_signs_inside_the_text_are_text(minimal: Minimal, text: str) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar\n", f"{text}\n\n## Ansvar\n").codes() == []


def test_a_picture_is_one_finding(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar\n", "![](kart.png)\n\n## Ansvar\n").codes() == ["AV616"]


@pytest.mark.parametrize("address", ["java&#115;cript:alert(1)", "java&Tab;script:alert(1)", "&#x64;ata:text/html,x"])
def test_an_address_in_disguise_is_named(minimal: Minimal, address: str) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", f"[ja]({address}). Skriv grunnen")
    finding = next(d for d in minimal.check() if d.code == "AV703")
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("[ja]")[0].count("\n") + 1
    assert finding.at.line == line


def test_an_address_with_an_ampersand_is_innocent(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "[Tall](https://example.org/?a=1&amp;b=2). Skriv grunnen")
    assert minimal.codes() == []


@pytest.mark.parametrize("successor", ["", "[da06]"])
def test_a_mention_of_an_agreement_that_ended_says_so(minimal: Minimal, successor: str) -> None:
    minimal.replace(TOP, "Partene har signert.", "Partene har signert. Se delavtale 5.")
    minimal.with_(AGREEMENT, status="utgatt", erstattes_av=successor or None)
    other = minimal.path(AGREEMENT).read_text(encoding="utf-8").replace("id: da05", "id: da06")
    minimal.write("delavtaler/da06.md", other.replace('nummer: "5"', 'nummer: "6"').replace("utgatt", "gjeldende"))
    finding = minimal.only("AV411")
    assert finding.message.endswith("gjelder ikke lenger.")
    assert ("da06" in finding.hint) is bool(successor)


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


def procedures(minimal: Minimal, count: int) -> Minimal:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    for n in range(count):
        other = text.replace("id: p-varsel", f"id: p-annen-{n}").replace("Skriv grunnen", f"Skriv grunn {n}")
        minimal.write(f"prosedyrer/p-annen-{n}.md", other)
    return minimal


def test_an_entry_that_got_another_id_is_one_finding_at_the_entry(minimal: Minimal) -> None:
    register = "agreements/register/meldinger.yml"
    procedures(minimal, 4).replace(register, "helseopplysninger:", "helseopplysningar:")
    finding = minimal.only("AV104")
    assert finding.at.path == register
    assert "Skriv «helseopplysninger» igjen" in finding.hint
    assert len(finding.related) >= 4


def test_a_role_that_got_another_name_is_one_finding(minimal: Minimal) -> None:
    register = "agreements/register/roller.yml"
    procedures(minimal, 4).replace(register, "navn: Sykepleier på sengepost", "navn: Sengepostsykepleier")
    finding = minimal.only("AV618")
    assert (finding.at.path, "«kalles»" in finding.hint) == (register, True)


def test_a_deadline_at_the_wrong_clause_is_one_finding(minimal: Minimal) -> None:
    procedures(minimal, 4).replace(AGREEMENT, 'punkt: "3.1"', 'punkt: "2"')
    assert [(d.code, d.at.path.rpartition("/")[2]) for d in minimal.check()] == [("AV608", "da05.md")]


@pytest.mark.parametrize(
    ("key", "place"),
    [("punkt:da05#3.1", "delavtaler/da05.md"), ("frister:varsel", "delavtaler/da05.md")],
)
def test_a_change_under_many_documents_is_one_finding_where_it_was_made(minimal: Minimal, key: str, place: str) -> None:
    procedures(minimal, 4)
    ids = ["p-varsel", *(f"p-annen-{n}" for n in range(4))]
    minimal.with_stamps("".join(f'{id}:\n  "gjennomgang": "2026-06-01"\n  "{key}": "0"\n' for id in ids))
    [finding] = minimal.check()
    assert (finding.code, finding.at.path) == ("AV420", f"agreements/prove/{place}")
    assert all(f"prove/{id}" in finding.hint for id in ids)
    assert finding.hint.startswith("Er endringen en skrivefeil, setter du det som sto der, tilbake.")


def test_a_waiver_of_one_document_hides_no_other(minimal: Minimal) -> None:
    procedures(minimal, 4).with_(PROCEDURE, unntak="[{regel: AV420, grunn: Vurderes i mars., til: 2027-04-01}]")
    ids = ["p-varsel", *(f"p-annen-{n}" for n in range(4))]
    stamp = '  "gjennomgang": "2026-06-01"\n  "punkt:da05#3.1": "0"\n'
    minimal.with_stamps("".join(f"{id}:\n{stamp}" for id in ids))
    [finding] = minimal.check()
    assert "p-varsel" not in finding.hint


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("faser: [utskrivning]", "faser: [utskrivning", "Parentesen som åpnes her"),
        ("ansvar: helseforetak", "ansvar:helseforetak", "Linjen mangler kolon"),
        ("ansvar: helseforetak", "ansvar:\u00a0helseforetak", "Linjen mangler kolon"),
    ],
    ids=["bracket", "space", "no-break space"],
)
def test_a_field_that_cannot_be_read_is_named_at_its_own_line(
    minimal: Minimal, old: str, new: str, message: str
) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    line = text.split(old)[0].count("\n") + 1
    found = minimal.replace(PROCEDURE, old, new).only()
    assert (found.code, found.at.line, found.message[: len(message)]) == ("AV003", line, message)


def test_a_clause_that_cannot_be_read_has_no_followers(minimal: Minimal) -> None:
    assert minimal.with_(PROCEDURE, hjemmel="[da05 3.1, da05#4]").codes() == ["AV103"]
