"""The ways in: the front page, a helsefellesskap, a phase, the index of a folder, and a code on paper."""

from datetime import date

from avtaleverk.corpus.model import Helsefellesskap
from avtaleverk.pages.crumbs import common_mark
from avtaleverk.pages.edition import Edition
from avtaleverk.pages.entrances.front import news
from avtaleverk.pages.entrances.situations import only_one
from avtaleverk.site.page_source import html
from avtaleverk.site.theme import page_context, qr_code
from tests.conftest import PROCEDURE, Minimal, with_fields

CHANGES = (
    '\n  - {versjon: "1.0", dato: 2026-11-01, hva: Nytt nummer.}\n  - {versjon: "0.9", dato: 2025-01-01, hva: Eldre.}'
)


def told(minimal: Minimal, day: date) -> list[str]:
    """What the front page tells on a day."""
    examined = minimal.examine(day)
    return [n.what for n in news(Edition(examined.corpus, examined.web, day)) if n.href == "prove/p-varsel/"]


def test_the_front_page_tells_the_latest_change_of_a_document_once_it_holds(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, endringer=CHANGES)
    assert told(minimal, date(2026, 11, 22)) == ["Nytt nummer."]
    assert told(minimal, date(2026, 10, 31)) == []


def test_agreements_stand_in_the_order_of_their_numbers(minimal: Minimal) -> None:
    text = minimal.path("delavtaler/da05.md").read_text(encoding="utf-8")
    for number in ("d10)", "d9)"):
        fields = {"id": f"da-{number[:-1]}", "nummer": number, "tittel": f"Avtale {number}"}
        minimal.write(f"delavtaler/da-{number[:-1]}.md", with_fields(text, fields))
    shown = minimal.html("prove")
    assert shown.index("Delavtale 5") < shown.index("Avtale d9)") < shown.index("Avtale d10)")


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


def test_phases_stand_in_the_order_of_the_register(minimal: Minimal) -> None:
    first = 'innleggelse: {navn: Innleggelse, pasienten: legges inn, rekkefolge: "1"}\n'
    register = minimal.path("agreements/register/faser.yml").read_text(encoding="utf-8") + first
    front = minimal.write("agreements/register/faser.yml", register).with_(PROCEDURE, faser="[innleggelse]").html("")
    assert front.index("legges inn") < front.index("skal skrives ut")


def test_a_phase_lists_its_documents_under_each_helsefellesskap(minimal: Minimal) -> None:
    blocks = minimal.pages()["fase/utskrivning"].blocks
    [block] = [block for block in blocks if block.heading and block.heading.anchor == "prove"]
    assert 'href="../../prove/p-varsel/"' in block.html
    minimal.with_(PROCEDURE, faser=None)
    assert "p-varsel" not in minimal.html("fase/utskrivning") + minimal.html("prove/fase/utskrivning")


def test_the_topic_of_a_phase_and_what_is_urgent_of_a_word_come_first(minimal: Minimal) -> None:
    topics = "betaling: {navn: Betaling}\nakutt: {navn: Akutt}\nutskrivning: {navn: Utskrivning}\n"
    minimal.write("agreements/register/tema.yml", topics).with_(PROCEDURE, sokeord="[hengt seg]")
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8").replace("tittel: ", "tittel: Å ")
    for topic in ("betaling", "akutt"):
        copy = text.replace("id: p-varsel", f"id: p-{topic}").replace("tema: [utskrivning]", f"tema: [{topic}]")
        minimal.write(f"prosedyrer/p-{topic}.md", copy)
    phase, index = minimal.html("fase/utskrivning"), minimal.html("a-aa")
    assert phase.index("<h3>Utskrivning") < phase.index("<h3>Betaling") < phase.index("<h3>Akutt")
    assert index.index('p-akutt/">hengt seg') < index.index('p-varsel/">hengt seg') < index.index('p-betaling/">hengt')


def test_the_kommuner_are_found_from_their_helsefellesskap_and_from_their_numbers(minimal: Minimal) -> None:
    assert '<li><a href="kommune/k-0001/">' in minimal.html("prove")
    assert '<a href="../../kommune/k-0001/">' in minimal.html("prove/oversikt/kontakter")


def test_the_numbers_of_a_kommune_start_with_those_that_always_answer(minimal: Minimal) -> None:
    points = "{navn: N, steder: {k-0001: {telefon: %s}}}\n"
    minimal.write("kontakter.yml", f"tildelingskontor: {points % '00 00 00 01'}legevaktsentral: {points % '116 117'}")
    page = minimal.html("prove/kommune/k-0001")
    assert page.index('<tr id="legevaktsentral">') < page.index('<tr id="tildelingskontor">')


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


def test_a_code_is_drawn_without_styles(minimal: Minimal) -> None:
    code = qr_code("https://avtaler.example/prove/p-varsel/", "nb")
    assert "style" not in code and 'role="img"' in code
    assert 'aria-label="QR-kode med adressa til sida"' in qr_code("https://avtaler.example/prove/p-varsel/", "nn")
    page = minimal.pages()["prove/p-varsel"]
    assert page_context(page, "https://avtaler.example")["adresse"] == "https://avtaler.example/prove/p-varsel/"
    assert page_context(page, None)["kode"] == ""


def test_who_shortens_an_address_gets_a_list(minimal: Minimal) -> None:
    assert '<li><a href="k-0001/">Prøvevik</a>' in minimal.html("prove/kommune")
    for folder in ("rolle", "prove/rolle", "prove/fase"):
        assert '<ul class="lenker"><li><a href=' in minimal.html(folder)
