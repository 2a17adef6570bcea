"""Matrices: what covers what, what nothing covers, and the spreadsheet of each."""

import csv
from io import StringIO

import pytest

from avtaleverk.pages.table import Cell, Row, Table, as_csv
from tests.conftest import PROCEDURE, Minimal


def sheet(minimal: Minimal, page: str, name: str) -> list[dict[str, str]]:
    content = dict(minimal.pages()[page].attachments)[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(content), delimiter=";"))


def test_the_law_against_what_there_is(minimal: Minimal) -> None:
    [row] = sheet(minimal, "prove/oversikt/krav", "krav")
    assert row["§ 6-2"] == "nr. 5 Utskrivning"
    assert row["Avtale"] == "Delavtale 5: Utskrivning"
    assert (row["Prosedyre"], row["Sjekkliste"]) == ("", "Ingen")
    shown = minimal.html("prove/oversikt/krav")
    assert '<td data-kolonne="Prosedyre" class="hull">' in shown
    assert "aria-sort" not in shown  # the order is no column's
    minimal.with_("prosedyrer/p-varsel.md", lovkrav="[hol-6-2-5]")
    assert sheet(minimal, "prove/oversikt/krav", "krav")[0]["Prosedyre"] == "Varsle kommunen innen 24 timer"


@pytest.mark.parametrize(
    ("sent", "signed", "shown"),
    [
        ("2026-01-10", "2025-12-11", "2026-01-10"),
        ("2025-12-10", "2025-12-11", "2025-12-10 (før siste part signerte)"),  # perhaps an earlier version
        ("", "2026-11-01", "Innen 1. desember 2026"),
        ("", "2026-10-22", "Innen 22. november 2026"),  # its last day
        ("", "2026-10-21", "Mangler. Skulle vært sendt innen 21. november 2026."),
    ],
)
def test_what_has_not_been_sent_to_helsedirektoratet_is_told(
    minimal: Minimal, sent: str, signed: str, shown: str
) -> None:
    minimal.with_("delavtaler/da05.md", innsendt_helsedirektoratet=sent or None)
    minimal.replace("delavtaler/da05.md", "dato: 2025-12-11", f"dato: {signed}")
    rows = sheet(minimal, "prove/oversikt/innsending", "innsending")
    [row] = [row for row in rows if row["Avtale"].startswith("Delavtale 5")]
    assert (row["Siste underskrift"], row["Sendt til Helsedirektoratet"]) == (signed, shown)
    assert ("før siste part signerte</strong>" in minimal.html("prove/oversikt/innsending")) == (sent == "2025-12-10")


def test_a_hole_can_be_explained(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", ingen_prosedyre="Avtalen trenger ingen prosedyre.")
    assert "Avtalen trenger ingen prosedyre." in sheet(minimal, "prove/oversikt/krav", "krav")[0]["Prosedyre"]
    assert 'class="hull-forklart"' in minimal.html("prove/oversikt/krav")


def test_a_number_of_the_law_without_an_agreement_is_marked_counted_and_told_once(minimal: Minimal) -> None:
    law = 'hol-6-2-7: {kort: hol. § 6-2 nr. 7, tittel: Forskning, lov: Helse- og omsorgstjenesteloven, paragraf: "6-2", nummer: "7", krav: Forskning.}\n'
    register = minimal.path("agreements/register/lovkrav.yml").read_text(encoding="utf-8")
    minimal.write("agreements/register/lovkrav.yml", register + law)
    shown = minimal.html("prove/oversikt/krav")
    assert "<strong>1 av 2 punkter har avtale.</strong> Mangler: nr. 7. Her er ingen avtale knyttet til" in shown
    assert "Mangler avtale: Prøve" in minimal.html("lov")
    assert '<li>Prøve: <span lang="nb">Under arbeid.</span></li>' in minimal.html("lov/hol-6-2-7")
    assert "<h3>Krav i § 6-2 uten avtale</h3>" in minimal.html("prove")
    assert shown.count("Under arbeid.") == 1 and shown.count("<strong>Mangler.</strong> Under arbeid.") == 1
    assert sheet(minimal, "prove/oversikt/krav", "krav")[1]["Avtale"] == "Mangler. Under arbeid."


def test_a_procedure_shows_the_clauses_of_each_agreement(minimal: Minimal) -> None:
    [row] = sheet(minimal, "prove/oversikt/prosedyrer", "prosedyrer")
    assert (row["Prosedyre"], row["Delavtale 5"], row["Overordnet samarbeidsavtale"]) == (
        "Varsle kommunen innen 24 timer",
        "3.1",
        "–",
    )


def test_an_agreement_that_no_procedure_rests_on_is_named_and_points_are_counted_as_points(minimal: Minimal) -> None:
    shown = minimal.html("prove/oversikt/prosedyrer")
    assert (
        'har ingen prosedyre:</strong></p>\n<ul><li><a href="../../os/">Overordnet samarbeidsavtale</a></li>' in shown
    )
    minimal.with_(PROCEDURE, type="retningslinje", hjemmel="[da05#6, da05#3.1, da05#2, da05#1]")
    shown = minimal.html("prove/oversikt/prosedyrer")
    assert "4 punkter</summary>" in shown and "<small>Retningslinje</small>" in shown
    assert sheet(minimal, "prove/oversikt/prosedyrer", "prosedyrer")[0]["Delavtale 5"] == "1; 2; 3.1; 6"


def test_an_editor_finds_what_to_write_for_a_clause_and_its_deadlines(minimal: Minimal) -> None:
    rows = {row["Skriv"]: row for row in sheet(minimal, "prove/oversikt/punkter", "punkter")}
    assert rows["da05#3.1"]["Avtale"] == "Delavtale 5"
    assert rows["da05#3.1"]["Punkt"].startswith("3.1 ")
    assert rows["da05#3.1"]["Frister"] == "varsel"
    assert not [address for address in rows if address.startswith("p-")]


def test_the_moment_list_has_phase_and_party(minimal: Minimal) -> None:
    [row] = sheet(minimal, "prove/oversikt/momenter", "momenter")
    assert list(row.values()) == ["Varsling", "Utskrivning", "Helseforetaket", "Varsle kommunen innen 24 timer"]


def test_nothing_to_look_at_again_says_what_was_looked_at_and_where_to_go(minimal: Minimal) -> None:
    shown = minimal.html("prove/oversikt/vurderes")
    assert "Ingen dokumenter må vurderes nå." in shown and "kontrollert: 0." in shown and "å vise nå" not in shown
    assert '<a href="../kalender/">Hva skal gjøres når</a>' in shown
    minimal.write("agreements/prove/tilstand.yml", 'p-varsel:\n  "gjennomgang": "2026-06-01"\n')
    assert "kontrollert: 1." in minimal.html("prove/oversikt/vurderes")


def test_which_version_holds_for_my_kommune(minimal: Minimal) -> None:
    late = '{part: k-0001, dato: 2026-02-01, versjon: "0.9", forbehold: Ikke punkt 3}'
    minimal.replace("delavtaler/da05.md", "brukermedvirkning:", f"  - {late}\nbrukermedvirkning:")
    [_, kommune] = sheet(minimal, "prove/oversikt/versjoner", "versjoner")
    assert kommune["Overordnet samarbeidsavtale"] == "1.0, 2025-12-11"
    assert kommune["Delavtale 5"] == "0.9, 2026-02-01 (siste er 1.0). Forbehold: Ikke punkt 3"
    shown = minimal.html("prove/oversikt/versjoner")
    assert (
        '<abbr title="Delavtale 5: Utskrivning">DA 5</abbr>' in shown
    )  # 15 agreements stand beside each other on a PC
    assert (
        "1.0, 11.12.2025" in shown
        and '0.9, 1.2.2026. Forbehold: Ikke punkt 3 <strong class="forfalt">siste er 1.0</strong>' in shown
        and "Alle 2 parter har signert alle 2 avtalene." in shown
    )
    assert '<a href="../../kommune/k-0001/">Prøvevik</a>' in shown and ">Prøve sykehus HF</a>" not in shown
    assert "Delavtale 5: Prøvevik (0.9)" in shown and "Delavtale 5, Prøvevik: Ikke punkt 3" in shown
    page = minimal.html("prove/kommune/k-0001")
    assert "Ikke punkt 3" in page
    assert "00 00 00 01" in page
    assert '<a href="../../perm-tildelingskontor/">Perm: Tildelingskontor</a>' in page


def test_a_kommune_has_the_numbers_of_the_units_that_take_its_patients(minimal: Minimal) -> None:
    serving = "enheter:\n  dps: {navn: DPS Prøve, type: dps, dekker: [k-0001]}\n"
    minimal.replace("helsefellesskap.yml", "enheter:\n", f"steder:\n  k-0001: [Åsen, Ytre]\n{serving}")
    contact = 'dps: {navn: DPS, side: helseforetak, steder: {dps: {telefon: "00 00 99 01", apent: Hele døgnet}}}\n'
    minimal.write("kontakter.yml", minimal.path("kontakter.yml").read_text(encoding="utf-8") + contact)
    page = minimal.html("prove/kommune/k-0001")
    assert 'href="tel:00009901"' in page
    assert "Ytre, Åsen." in page


CONTACT = "{{navn: {0}, side: kommune{2}, steder: {{k-0001: {{telefon: 00 00 00 {1}}}}}}}\n"


def test_the_numbers_of_a_kommune_start_with_those_that_procedures_name_and_say_who_answers_when_closed(
    minimal: Minimal,
) -> None:
    coordinator = "samhandlingskoordinator: " + CONTACT.format("K", "02", "")
    office = "tildelingskontor: " + CONTACT.format("T", "01", ", stengt: samhandlingskoordinator")
    minimal.write("kontakter.yml", coordinator + office)
    page = minimal.html("prove/kommune/k-0001")
    assert page.index('<tr id="tildelingskontor">') < page.index('<tr id="samhandlingskoordinator">')
    assert 'Utenom dette svarer samhandlingskoordinator <a class="telefon" href="tel:00000002">' in page


def test_what_the_law_asks_of_a_kommune_is_met_by_what_it_has_signed(minimal: Minimal) -> None:
    minimal.with_("prosedyrer/p-varsel.md", lovkrav="[hol-6-2-5]")
    [row] = sheet(minimal, "prove/kommune/k-0001", "krav")
    assert (row["Avtale"], row["Prosedyre"]) == ("Delavtale 5: Utskrivning", "Varsle kommunen innen 24 timer")
    minimal.with_("delavtaler/da05.md", signert="[{part: hf-prove, dato: 2026-01-15, versjon: '1.0'}]")
    [row] = sheet(minimal, "prove/kommune/k-0001", "krav")
    assert (row["Avtale"], row["Prosedyre"]) == (
        "Mangler. Delavtale 5: Utskrivning (ikke signert).",
        "–",
    )


def test_a_cell_is_never_a_formula() -> None:
    table = Table("x", "X", ("A",), (Row((Cell("=1+1"),)),))
    assert as_csv(table) == ("x.csv", b"\xef\xbb\xbfA\r\n'=1+1\r\n")


def test_a_role_has_its_procedures_under_their_topics(minimal: Minimal) -> None:
    register = minimal.path("agreements/register/tema.yml").read_text(encoding="utf-8")
    minimal.write("agreements/register/tema.yml", f"{register}akutt: {{navn: Akutt}}\n")
    other = "---\nid: p-ring\ntype: prosedyre\ntittel: Ring\ntema: [akutt]\nroller: [sykepleier-sengepost]\n---\n"
    nurse, _ = sheet(minimal.write("prosedyrer/p-ring.md", other), "prove/oversikt/roller", "roller")
    assert (nurse["Utskrivning"], nurse["Akutt"]) == ("Varsle kommunen innen 24 timer", "Ring")


def test_principles_show_where_they_are_met(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/prinsipper.yml",
        "plan: {navn: Felles planlegging, oppfylt_i: [prove/os#7]}\nrom: {navn: Rom}",
    )
    met, missing = sheet(minimal, "prinsipper", "prinsipper")
    assert met["Prøve"] == "Overordnet samarbeidsavtale, punkt 7 Samarbeidsorganer"
    assert missing["Prøve"] == ""


def test_who_has_not_signed_is_told_above_the_table(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", signert="[{part: hf-prove, dato: 2026-01-15, versjon: '1.0'}]")
    above, _ = minimal.html("prove/oversikt/versjoner").split("<table")
    assert "<li>Delavtale 5: Prøvevik</li>" in above
    assert "Ingen har en eldre versjon." in above and "Ingen har tatt forbehold." in above
