"""The ways in: what is new, a role's sheet and self-test, the binder, the emergency page, and a code on paper."""

import re
from datetime import date

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.crumbs import common_mark
from avtaleverk.pages.front import news
from avtaleverk.pages.overview import only_one
from avtaleverk.pages.site import Site
from avtaleverk.site.page_source import html
from avtaleverk.site.theme import page_context, qr_code
from tests.conftest import PROCEDURE, Minimal

CHANGES = (
    '\n  - {versjon: "1.0", dato: 2026-11-01, hva: Nytt nummer.}\n  - {versjon: "0.9", dato: 2025-01-01, hva: Eldre.}'
)


def told(minimal: Minimal, day: date) -> list[str]:
    """What the front page tells on a day."""
    examined = minimal.examine(day)
    return [n.what for n in news(Site(examined.corpus, examined.web, day)) if n.href == "prove/p-varsel/"]


def test_the_front_page_tells_the_latest_change_of_a_document_once_it_holds(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, endringer=CHANGES)
    assert told(minimal, date(2026, 11, 22)) == ["Nytt nummer."]
    assert told(minimal, date(2026, 10, 31)) == []


def test_a_page_of_guidance_leads_up_to_the_index_of_its_folder(minimal: Minimal) -> None:
    minimal.write("docs/veiledning/index.md", "# Veiledning\n").write("docs/veiledning/lov.md", "# Loven\n")
    minimal.write("docs/andre/en.md", "# En\n")
    crumbs = {path: [(c.text, c.path) for c in page.crumbs] for path, page in minimal.pages().items()}
    assert crumbs["veiledning/lov"] == [("Forsiden", ""), ("Veiledning", "veiledning")]
    assert crumbs["andre/en"] == [("Forsiden", ""), ("Andre", "")]
    assert crumbs["proven"] == [("Forsiden", "")]


def test_documents_that_have_ended_are_in_no_entrance(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, status="utgatt", endringer=CHANGES)
    assert told(minimal, date(2026, 11, 22)) == []
    assert "p-varsel" not in html(minimal.pages()["prove"])


def test_pages_of_no_one_helsefellesskap_say_that_all_or_which_are_examples(minimal: Minimal) -> None:
    for path in ("", "frister", "meldinger", "sok", "lov", "a-aa", "proven"):
        assert minimal.pages()[path].example == "Eksempelinnhold. Dette er ikke avtaler som gjelder."
    example, real = Helsefellesskap("a", "", short_name="A", example=True), Helsefellesskap("b", "")
    assert common_mark([example, real]) == "Innholdet fra A er eksempler, ikke avtaler som gjelder."
    assert common_mark([real]) == ""


def test_a_role_sheet_has_the_deadlines_of_the_role_with_their_clause(minimal: Minimal) -> None:
    sheet = html(minimal.pages()["prove/rolle/sykepleier-sengepost"])
    assert '<strong>24 timer</strong> <small>fra innleggelsen</small> <a href="../../da05/#3.1">' in sheet
    assert '<a href="../../p-varsel/">' in sheet


def test_a_role_sheet_has_the_numbers_that_are_the_same_everywhere_to_ring_before_a_place_is_chosen(
    minimal: Minimal,
) -> None:
    amk = "amk: {navn: AMK, steder: {hf-prove: {telefon: 113}}}\n"
    duty = (
        "legevaktsentral: {navn: L, steder: {k-0001: {telefon: 116 117, apent: natt}, sykehuset: {telefon: 116 117}}}\n"
    )
    office = (
        "tildelingskontor: {navn: T, steder: {k-0001: {telefon: 00 00 00 01}, sykehuset: {telefon: 00 00 00 02}}}\n"
    )
    minimal.write("agreements/prove/kontakter.yml", office + duty + amk)
    sheet = html(minimal.pages()["prove/rolle/sykepleier-sengepost"])
    assert re.findall('href="(tel:[^"]*)"', sheet) == ["tel:113", "tel:116117"]


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


def test_phases_stand_in_the_order_of_the_register(minimal: Minimal) -> None:
    first = 'innleggelse: {navn: Innleggelse, pasienten: legges inn, rekkefolge: "1"}\n'
    register = minimal.path("agreements/register/faser.yml").read_text(encoding="utf-8") + first
    front = minimal.write("agreements/register/faser.yml", register).with_(PROCEDURE, faser="[innleggelse]").html("")
    assert front.index("legges inn") < front.index("skal skrives ut")


def test_the_pages_of_a_patient_who_gets_worse_begin_with_the_numbers(minimal: Minimal) -> None:
    minimal.write(
        "agreements/register/faser.yml", 'forverring: {navn: Forverring, pasienten: blir verre, rekkefolge: "5"}\n'
    )
    pages = minimal.with_(PROCEDURE, faser="[forverring]").pages()
    for path, akutt in (("fase/forverring", "../../akutt/"), ("prove/fase/forverring", "../../../akutt/")):
        assert re.findall('<li><a href="([^"]*)', html(pages[path]))[:3] == ["tel:113", "tel:116117", akutt]


def test_a_phase_lists_its_documents_under_each_helsefellesskap(minimal: Minimal) -> None:
    blocks = minimal.pages()["fase/utskrivning"].blocks
    [block] = [block for block in blocks if block.heading and block.heading.anchor == "prove"]
    assert 'href="../../prove/p-varsel/"' in block.html


def test_the_kommuner_are_found_from_their_helsefellesskap_and_from_their_numbers(minimal: Minimal) -> None:
    assert '<li><a href="kommune/k-0001/">' in minimal.html("prove")
    assert '<a href="../../kommune/k-0001/">' in minimal.html("prove/oversikt/kontakter")


def test_a_page_of_several_helsefellesskap_leads_to_each_alone_in_one_language() -> None:
    here, there = (
        Helsefellesskap("her", "", short_name="Her"),
        Helsefellesskap("der", "", short_name="Der", language="nn"),
    )
    (block,) = only_one([(here, "../her/"), (there, "../der/")])
    assert '<a class="knapp" href="../her/">Vis bare Her</a>' in block.html
    assert '<a class="knapp" href="../der/">Vis bare Der</a>' in block.html
    assert only_one([(here, "../her/")]) == ()


def test_an_entrance_below_a_nynorsk_helsefellesskap_is_nynorsk(minimal: Minimal) -> None:
    minimal.replace("agreements/prove/helsefellesskap.yml", "malform: nb", "malform: nn")
    pages = minimal.pages()
    assert pages["prove/rolle/sykepleier-sengepost"].title == "Det viktigaste for deg som sjukepleiar på sengepost"
    assert {page.language for path, page in pages.items() if path.startswith(("prove/rolle", "prove/fase"))} == {"nn"}


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


def test_a_code_is_drawn_without_styles(minimal: Minimal) -> None:
    code = qr_code("https://avtaler.example/prove/p-varsel/")
    assert "style" not in code and 'role="img"' in code
    assert 'aria-label="QR-kode med adressa til sida"' in qr_code("https://avtaler.example/prove/p-varsel/", "nn")
    page = minimal.pages()["prove/p-varsel"]
    assert page_context(page, "https://avtaler.example")["adresse"] == "https://avtaler.example/prove/p-varsel/"
    assert page_context(page, None)["kode"] == ""


def test_who_shortens_an_address_gets_a_list(minimal: Minimal) -> None:
    assert '<li><a href="k-0001/">Prøvevik</a>' in minimal.html("prove/kommune")
    for folder in ("rolle", "prove/rolle", "prove/fase"):
        assert '<ul class="lenker"><li><a href=' in minimal.html(folder)
