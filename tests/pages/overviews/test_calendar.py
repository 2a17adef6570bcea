"""What has changed, and what must be done when, document by document."""

import re
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from avtaleverk.pages.every import pages
from avtaleverk.pages.icalendar import escaped, folded
from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal
from tests.pages.overviews.test_matrices import sheet

CHANGES = (
    '\n  - {versjon: "1.0", dato: 2026-11-01, hva: Nytt nummer.}\n  - {versjon: "0.9", dato: 2025-01-01, hva: Eldre.}'
)


def test_every_change_is_listed_the_latest_first_and_can_be_chosen_by_role(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, endringer=CHANGES)
    minimal.with_("delavtaler/da05.md", endringer='[{versjon: "1.0", dato: 2026-02-01, hva: Ny avtale.}]')
    told = [(row["Hva er endret"], row["Gjelder fra"]) for row in sheet(minimal, "prove/oversikt/nytt", "nytt")]
    assert told == [("Nytt nummer.", "2026-11-01"), ("Ny avtale.", "2026-02-01"), ("Eldre.", "2025-01-01")]
    assert "<tr data-rolle=" in minimal.html("prove/oversikt/nytt")


def test_reviews_evaluations_and_ends_stand_in_the_order_of_their_days(minimal: Minimal) -> None:
    minimal.with_(
        "delavtaler/da05.md",
        gyldig_til="2028-01-31",
        evaluering="{hvordan: Avvik, neste: 2027-02-15}",
        gjennomgang="[{dato: 2026-03-31, av: SSU, konklusjon: Videreføres.}]",
    )
    rows = sheet(minimal, "prove/oversikt/kalender", "kalender")
    of_agreement = [(row["Hva"], row["Innen"]) for row in rows if row["Dokument"].startswith("Delavtale 5")]
    assert of_agreement == [("Evaluering", "2027-02-15"), ("Gjennomgang", "2027-03-31"), ("Går ut", "2028-01-31")]
    assert [row["Innen"] for row in rows] == sorted(row["Innen"] for row in rows)


def test_what_is_late_is_counted_above_the_table(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, gjennomgang="[{dato: 2026-03-31, av: FSU, konklusjon: Videreføres.}]")

    def lead(day: date) -> str:
        examined = minimal.examine(day)
        [page] = [p for p in pages(examined.corpus, examined.web, day) if p.path == "prove/oversikt/kalender"]
        return str(page.blocks[0].html)

    assert "Ingenting er forfalt per 1. april 2026." in lead(date(2026, 4, 1))
    assert "Forfalt per 31. mars 2027: 1." in lead(date(2027, 3, 31))  # on its last day a review is not late
    assert "Forfalt per 1. april 2027: 2." in lead(date(2027, 4, 1))
    assert re.search(r"Forfalt per 1. april 2029: [1-9]\d*\. Det står først", lead(date(2029, 4, 1)))


def test_what_is_late_or_on_notice_is_marked_in_its_row_and_on_its_page(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, gjennomgang="[{dato: 2025-06-11, av: FSU, konklusjon: Videreføres.}]")
    minimal.with_("delavtaler/da05.md", gyldig_til="2027-09-01", oppsagt="{av: k-0001, dato: 2026-09-01}")
    told = [row["Hva"] for row in sheet(minimal, "prove/oversikt/kalender", "kalender")]
    assert "Gjennomgang (forfalt)" in told and "Går ut (sagt opp)" in told
    page = minimal.html("prove/p-varsel")
    assert "11. juni 2025 <strong" in page and "Gjennomgangen skulle ha vært gjort innen 11. juni 2026." in page


def test_a_day_belongs_to_the_organ_of_the_last_review_and_its_owners_can_be_reached(minimal: Minimal) -> None:
    minimal.replace(
        "agreements/prove/helsefellesskap.yml", "Faglig samarbeidsutvalg,", "Faglig samarbeidsutvalg, kalles: [FSU],"
    )
    minimal.with_(
        "delavtaler/da05.md",
        evaluering="{hvordan: Avvik, neste: 2027-02-15}",
        gjennomgang="[{dato: 2026-03-31, av: FSU med fastlege, konklusjon: Videreføres.}]",
    )
    minimal.replace("agreements/prove/kontakter.yml", "tildelingskontor:", "samhandlingskoordinator:")
    rows = [r for r in sheet(minimal, "prove/oversikt/kalender", "kalender") if r["Dokument"].startswith("Delavtale 5")]
    assert [r["Organ"] for r in rows] == ["Strategisk samarbeidsutvalg", "Faglig samarbeidsutvalg"]
    page = minimal.html("prove/oversikt/kalender")
    assert 'data-organ="fsu" data-dag="2027-03-31"' in page and '<option value="fsu">' in page
    assert '<a href="../kontakter/#samhandlingskoordinator">' in page and "<li>Samhandlingsrådgiver</li>" in page


def test_an_agreement_that_is_to_be_made_has_its_day_and_the_organs_that_make_it(minimal: Minimal) -> None:
    space = "agreements/prove/helsefellesskap.yml"
    minimal.replace(space, '"7": Under arbeid.', '"7": Styret skriver avtalen.')
    minimal.write(
        space, (minimal.root / space).read_text(encoding="utf-8") + 'hull_innen: {"7": 2026-11-21, "5": 2027-01-01}\n'
    )
    minimal.replace("agreements/register/lovkrav.yml", "hol-6-2-5:", LAW + "hol-6-2-5:")
    rows = [r for r in sheet(minimal, "prove/oversikt/kalender", "kalender") if r["Hva"].startswith("Avtale mangler")]
    assert [(r["Dokument"], r["Hva"], r["Innen"], r["Organ"]) for r in rows] == [
        ("hol. § 6-2 nr. 7: Forskning", "Avtale mangler (forfalt)", "2026-11-21", "Styret")
    ]  # number 5 has an agreement
    assert "Styret skriver avtalen. Avtalen skal være klar innen 21. november 2026." in minimal.html("lov/hol-6-2-7")


LAW = """hol-6-2-7:
  {kort: hol. § 6-2 nr. 7, tittel: Forskning, lov: Lov, paragraf: 6-2, nummer: "7", krav: Avtale., kilde: ukontrollert}
"""


def test_the_days_can_be_laid_in_a_calendar(minimal: Minimal) -> None:
    minimal.with_("delavtaler/da05.md", gjennomgang="[{dato: 2026-03-31, av: SSU, konklusjon: Videreføres.}]")
    minimal.write("agreements/prove/prosedyrer/p-varsel.md", "").write("agreements/prove/overordnet/os.md", "")
    page = minimal.pages()["prove/oversikt/kalender"]
    assert dict(page.attachments)["kalender.ics"].decode().split("\r\n") == [*CALENDAR.splitlines(), ""]
    assert '<a href="kalender.ics" download="kalender-prove.ics">' in html(page)


CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Avtaleverk//Kalender//NO
CALSCALE:GREGORIAN
NAME:Hva skal gjøres når\\, Prøve
X-WR-CALNAME:Hva skal gjøres når\\, Prøve
BEGIN:VEVENT
UID:prove.da05.gjennomgang@avtaleverk
DTSTAMP:20261122T000000Z
DTSTART;VALUE=DATE:20270331
SUMMARY:Gjennomgang: Delavtale 5: Utskrivning
DESCRIPTION:Eksempelinnhold. Dette er ikke avtaler som gjelder.\\nStrategisk
  samarbeidsutvalg\\nAnsvarlige: Samhandlingskoordinator\\, samhandlingsrådg
 iver\\nprove/da05\\, versjon 1.0
CATEGORIES:Gjennomgang,Strategisk samarbeidsutvalg
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""


@given(st.text())
def test_a_line_of_a_calendar_is_folded_between_characters_and_is_whole_again_when_unfolded(text: str) -> None:
    line = f"SUMMARY:{escaped(text)}"
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]|(?<!\\)(?:\\\\)*[;,]", line.removeprefix("SUMMARY:"))
    parts = folded(line).removesuffix("\r\n").split("\r\n ")
    assert "".join(parts) == line
    assert all(len(part.encode()) <= 75 - (i > 0) for i, part in enumerate(parts))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_a_value_of_a_calendar_is_read_back_as_it_was_written(text: str) -> None:
    told = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], escaped(f"{text}\n{text}"))
    assert told == f"{text}\n{text}"


def test_titles_stand_in_the_order_of_the_norwegian_alphabet(minimal: Minimal) -> None:
    minimal.with_("prosedyrer/p-varsel.md", tittel="Åpne journalen", endringer=CHANGES[: CHANGES.index("}") + 1])
    minimal.with_("delavtaler/da05.md", tittel="Øving", endringer='[{versjon: "1.0", dato: 2026-11-01, hva: Ny.}]')
    assert [row["Dokument"] for row in sheet(minimal, "prove/oversikt/nytt", "nytt")] == ["Øving", "Åpne journalen"]
