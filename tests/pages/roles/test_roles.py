"""What is made for a role: its sheet, its binder and its self-test."""

import re

from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal


def test_a_role_sheet_has_the_deadlines_of_the_role_with_their_clause(minimal: Minimal) -> None:
    sheet = html(minimal.pages()["prove/rolle/sykepleier-sengepost"])
    assert '<strong>24 timer</strong> <small>fra innleggelsen</small> <a href="../../da05/#3.1">' in sheet
    assert '<a href="../../p-varsel/">' in sheet
    assert "<h3>Du sender</h3>" in sheet and "<h3>Du mottar</h3>" not in sheet
    office = html(minimal.pages()["prove/rolle/tildelingskontor"])
    assert "<h3>Du mottar</h3>" in office and "<h3>Du sender</h3>" not in office


def test_a_role_sheet_has_the_few_numbers_to_ring_before_a_place_is_chosen(minimal: Minimal) -> None:
    minimal.replace("helsefellesskap.yml", "type: sykehus}", """type: sykehus}
  b: {navn: B, type: sykehus, sted: B}
  c: {navn: C, type: sykehus, sted: C}""")  # fmt: skip
    amk = "amk: {navn: AMK, steder: {hf-prove: {telefon: 113}}}\n"
    duty = (
        "legevaktsentral: {navn: L, steder: {k-0001: {telefon: 116 117, apent: natt}, sykehuset: {telefon: 116 117}}}\n"
    )
    office = "tildelingskontor: {navn: T, steder: {k-0001: {telefon: 00 00 00 01}, b: {telefon: 00 00 00 02}%s}}\n"
    both = office % ", c: {telefon: 00 00 00 03}, sykehuset: {telefon: 00 00 00 04}" + duty + amk
    minimal.write("agreements/prove/kontakter.yml", office % "" + duty + amk)
    sheet = html(minimal.pages()["prove/rolle/sykepleier-sengepost"])
    assert re.findall('href="(tel:[^"]*)"', sheet) == ["tel:113", "tel:116117", "tel:00000001", "tel:00000002"]
    assert "00 00 00 02</a> B<" in sheet
    minimal.write("agreements/prove/kontakter.yml", both)
    sheet = html(minimal.pages()["prove/rolle/sykepleier-sengepost"])
    assert re.findall('href="(tel:[^"]*)"', sheet) == ["tel:113", "tel:116117"]
    others = r'<dt>Tildelingskontor</dt><dd>.*href="../../oversikt/kontakter/\?rolle=tildelingskontor">alle numre</a>'
    assert re.search(others, sheet)  # no row is without anything to tap


def test_a_role_sheet_starts_with_the_contacts_that_most_of_its_documents_name(minimal: Minimal) -> None:
    coordinator = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 02}}}\n"
    office = "tildelingskontor: {navn: T, steder: {k-0001: {telefon: 00 00 00 01}}}\n"
    minimal.write("kontakter.yml", coordinator + office).with_(
        PROCEDURE, id="p-annen", kontakter="[samhandlingskoordinator, tildelingskontor]"
    )
    minimal.write("prosedyrer/p-annen.md", minimal.path(PROCEDURE).read_bytes())
    minimal.with_(PROCEDURE, id="p-varsel", kontakter="[tildelingskontor]")
    sheet = html(minimal.pages()["prove/rolle/sykepleier-sengepost"])
    assert re.findall('href="(tel:[^"]*)"', sheet) == ["tel:00000001", "tel:00000002"]


def test_a_binder_gives_every_anchor_the_procedures_name(minimal: Minimal) -> None:
    binder = minimal.pages()["prove/perm-sykepleier-sengepost"]
    anchors = [heading.anchor for heading in binder.headings]
    assert anchors[0] == "p-varsel"
    assert all(anchor.startswith("p-varsel--") for anchor in anchors[1:])
    assert "meld-avvik" not in "".join(anchors)
    assert 'href="../da05/#3.1"' in html(binder)
    assert "<p>Sykepleieren varsler tildelingskontoret innen 24 timer.</p>" in html(binder)


def test_a_word_in_a_binder_opens_its_meaning(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Pasienten er innlagt", "Pasienten ligger på KAD. Pasienten er innlagt")
    page = html(minimal.pages()["prove/perm-sykepleier-sengepost"])
    assert 'popovertarget="p-varsel--ord-kad" aria-describedby="p-varsel--ord-kad">KAD</button>' in page
    assert 'id="p-varsel--ord-kad" popover' in page


def test_a_self_test_shows_the_right_answer_among_the_others_always_in_the_same_order(minimal: Minimal) -> None:
    question = '\n  - {tekst: Innen når?, svar: 24 timer, galt: [En uke, Aldri], hjemmel: "da05#3.1"}'
    minimal.with_(PROCEDURE, sporsmal=question)
    page = html(minimal.pages()["prove/kjenner-du-avtalen/sykepleier-sengepost"])
    assert all(f"<li>{answer}</li>" in page for answer in ("24 timer", "En uke", "Aldri"))
    assert '<a href="../../da05/#3.1">Delavtale 5 pkt. 3.1</a>' in page
    assert page == html(minimal.pages()["prove/kjenner-du-avtalen/sykepleier-sengepost"])
