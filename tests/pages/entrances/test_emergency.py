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
    minimal.with_("prosedyrer/p-straks.md", tema="[akutt, beredskap]")  # what a ward seldom meets comes last
    page = html(minimal.pages()["akutt"])
    assert page.index("Varsle A") < page.index("Varsle B")
