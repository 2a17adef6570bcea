"""The emergency page, and the pages of a patient who gets worse."""

import re

from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal


def test_the_pages_of_a_patient_who_gets_worse_begin_with_the_numbers(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/faser.yml", 'forverring: {navn: Forverring, pasienten: blir verre, rekkefolge: "5"}\n'
    )
    pages = minimal.with_(PROCEDURE, faser="[forverring]").pages()
    for path, akutt in (("fase/forverring", "../../akutt/"), ("prove/fase/forverring", "../../../akutt/")):
        assert re.findall('<li><a href="([^"]*)', html(pages[path]))[:3] == ["tel:113", "tel:116117", akutt]


def test_what_is_urgent_comes_first_when_a_patient_gets_worse(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/faser.yml", 'forverring: {navn: Forverring, pasienten: blir verre, rekkefolge: "5"}\n'
    )
    minimal.write("agreements/register/tema.yml", "utskrivning: {navn: Utskrivning}\nakutt: {navn: Akutt sykdom}\n")
    minimal.with_(
        "prosedyrer/p-varsel.md", faser="[forverring]", tema="[utskrivning]", tittel="Aller først i alfabetet"
    )
    hurried = (
        minimal.path("prosedyrer/p-varsel.md")
        .read_text(encoding="utf-8")
        .replace("[utskrivning]", "[utskrivning, akutt]")
    )
    minimal.write("prosedyrer/p-ring.md", hurried.replace("id: p-varsel", "id: p-ring").replace("Aller først", "Ring"))
    page = html(minimal.pages()["prove/fase/forverring"])
    assert page.index("Akutt sykdom") < page.index("p-ring") < page.index("Utskrivning") < page.index("p-varsel")


def test_the_number_of_the_legevakt_is_never_split_over_two_lines(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tema="[akutt]", sammendrag="Svarer ingen, ring 116 117.")
    assert "ring 116\u00a0117." in html(minimal.pages()["akutt"])


def test_the_emergency_page_names_the_numbers(minimal: Minimal) -> None:
    page = html(minimal.pages()["akutt"])
    assert 'href="tel:113"' in page and 'href="tel:116117"' in page


def test_the_emergency_page_has_the_numbers_that_answer_when_it_is_urgent(minimal: Minimal) -> None:
    minimal.replace(
        "agreements/register/roller.yml",
        "samhandlingskoordinator:",
        "bup-vakt: {navn: Vakthavende i BUP, side: helseforetak}\nsamhandlingskoordinator:",
    )
    on_call = "bup-vakt: {navn: B, steder: {hf-prove: {telefon: 00 00 00 05, apent: Hele døgnet}}}\n"
    minimal.write("kontakter.yml", minimal.path("kontakter.yml").read_text(encoding="utf-8") + on_call)
    page = html(minimal.pages()["akutt"])
    assert '<a href="tel:00000005"><b>00 00 00 05</b> Vakthavende i BUP</a></li>' in page
    assert "<h3>Andre vakttelefoner <small>Hele døgnet</small></h3>" in page
    assert "tel:00000001" not in page  # an office


def test_the_emergency_page_knows_which_numbers_answer_for_a_kommune_and_at_a_hospital(minimal: Minimal) -> None:
    minimal.replace("agreements/register/roller.yml", "samhandlingskoordinator:", """
akuttmottak: {navn: Akuttmottak, side: helseforetak}
fodeavdeling: {navn: Fødeavdeling, side: helseforetak}
kad-lege: {navn: KAD-lege, side: kommune}
samhandlingskoordinator:""")  # fmt: skip
    minimal.replace("helsefellesskap.yml", "type: sykehus}", """type: sykehus, sted: A}
  annet: {navn: Annet sykehus, type: sykehus, sted: B, dekker: [k-0001]}""")  # fmt: skip
    minimal.write("kontakter.yml", minimal.path("kontakter.yml").read_text(encoding="utf-8") + """
akuttmottak: {navn: M, steder: {sykehuset: {telefon: 00 00 00 05}, annet: {telefon: 00 00 00 06}}}
fodeavdeling: {navn: F, steder: {annet: {telefon: 00 00 00 07}}}
kad-lege: {navn: L, steder: {k-0001: {telefon: 00 00 00 08, apent: Alle dager 8–22}}}
""")  # fmt: skip
    page = html(minimal.pages()["akutt"])
    assert 'data-egne="00000006,0001=00000008,annet;00000005,sykehuset"' in page  # one answers for everyone
    assert "<b>00 00 00 06</b> B</a>" in page and "<b>00 00 00 07</b> Fødeavdeling</a>" in page
    assert "<h3>KAD-lege <small>Alle dager 8–22</small></h3>" in page  # not among those who answer at all hours
    assert '<a data-kad href="../prove/oversikt/kontakter/#kad-lege">Velg kommune</a>' in page


def test_the_emergency_page_starts_with_what_gives_least_time(minimal: Minimal) -> None:
    minimal.with_("prosedyrer/p-varsel.md", tema="[akutt]", tittel="Varsle A")
    hurried = minimal.path("prosedyrer/p-varsel.md").read_text(encoding="utf-8")
    minimal.write(
        "prosedyrer/p-straks.md", hurried.replace("id: p-varsel", "id: p-straks").replace("Varsle A", "Varsle B")
    )
    page = html(minimal.pages()["akutt"])
    assert page.index("Varsle A") < page.index("Varsle B")
    now = "  - {id: x, hva: Ringe, innen: straks, fra: funnet, hvem: sykepleier-sengepost, til: [tildelingskontor], punkt: '3.1'}"
    minimal.replace("delavtaler/da05.md", "frister:\n", f"frister:\n{now}\n")
    minimal.with_("prosedyrer/p-straks.md", frister="[x]")
    page = html(minimal.pages()["akutt"])
    assert page.index("Varsle B") < page.index("Varsle A")
    nurse = "sykepleier-hjemmetjenesten: {navn: Sykepleier i hjemmetjenesten, side: kommune}\nsamhandlingskoordinator:"
    minimal.replace("agreements/register/roller.yml", "samhandlingskoordinator:", nurse)
    minimal.with_("prosedyrer/p-varsel.md", roller="[sykepleier-hjemmetjenesten, sykepleier-sengepost]")
    page = html(minimal.pages()["akutt"])
    assert page.index("<li data-hjemme><a href") < page.index("Varsle A") < page.index("Varsle B")
    minimal.with_("prosedyrer/p-varsel.md", roller="[sykepleier-sengepost]")
    minimal.with_("prosedyrer/p-straks.md", tema="[akutt, beredskap]")  # what a ward seldom meets comes last
    page = html(minimal.pages()["akutt"])
    assert page.index("Varsle A") < page.index("Varsle B")


def test_a_long_list_of_emergencies_has_its_topics(minimal: Minimal) -> None:
    topics = "beredskap: {navn: Beredskap}\ninnleggelse: {navn: Innleggelse}\nakutt: {navn: Akutt}\n"
    minimal.write("agreements/register/tema.yml", topics)
    minimal.with_("prosedyrer/p-varsel.md", tema="[akutt]", tittel="Varsle")
    text = minimal.path("prosedyrer/p-varsel.md").read_text(encoding="utf-8")
    for n, about in enumerate(["beredskap, akutt", *["innleggelse, akutt"] * 9]):
        copy = (
            text.replace("id: p-varsel", f"id: p-{n}").replace("Varsle", f"Gjør {n}").replace("[akutt]", f"[{about}]")
        )
        minimal.write(f"prosedyrer/p-{n}.md", copy)
    page = html(minimal.pages()["akutt"])
    headings = [page.index(f"<h4>{name}</h4>") for name in ("Innleggelse", "Beredskap")]
    assert page.index("Varsle</a>") < headings[0] < page.index("Gjør 1</a>") < headings[1] < page.index("Gjør 0</a>")
    assert page.count("<h4>") == 2
