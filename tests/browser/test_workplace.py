"""What follows from the workplace that a reader has chosen: numbers, deadlines, entrances and language."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import set_clock, stored

PROCEDURE = "innlandet/p-melding-utskrivningsklar/"
EPIKRISE = "innlandet/p-epikrise/"
CHOICE = "./#kommune=3403&rolle=sykepleier-sengepost"


def test_a_shared_link_chooses_the_workplace_and_leaves_no_trace_in_the_address(phone: Page) -> None:
    phone.goto(CHOICE)
    expect(phone.locator(".for-deg")).to_contain_text("Hamar, Sykepleier på sengepost")
    assert "kommune" not in phone.url
    phone.get_by_role("link", name="Lenke du kan dele").click()
    expect(phone.locator("main > [role=status]")).to_contain_text(
        re.compile("Lenken er kopiert: .*#kommune=3403&rolle=sykepleier-sengepost$")
    )


def test_my_number_stands_first(phone: Page) -> None:
    phone.goto(CHOICE)
    phone.goto(PROCEDURE)
    expect(phone.locator(".kontakt").first.locator("[data-min-kontakt] a")).to_have_attribute("href", "tel:00001001")


def test_my_kommune_shows_the_number_of_its_bup(phone: Page) -> None:
    phone.goto(CHOICE)
    phone.goto("innlandet/p-henvisning-bup/")
    expect(phone.locator("[data-min-kontakt]").first).to_contain_text("BUP Hamar 00 00 19 83")


def test_the_patients_kommune_is_picked_for_one_page_and_my_workplace_stays(phone: Page) -> None:
    phone.goto("./#sted=si-gjovik&rolle=sykepleier-sengepost")
    phone.locator(".for-deg").wait_for()
    phone.goto(EPIKRISE)
    phone.get_by_label("Vis numrene for").select_option("Hamar")
    expect(phone.locator(".velg-sted + [role=status]")).to_have_text("Viser numrene for Hamar.")
    expect(phone.locator("[data-min-kontakt]").nth(1)).to_contain_text("Hamar")
    expect(phone.locator("[data-min-kontakt]").first).to_contain_text("Gjøvik")  # the ward's own number
    phone.goto("")
    expect(phone.locator(".for-deg")).to_contain_text("Gjøvik, Sykepleier på sengepost")


def test_the_kommune_that_a_search_named_is_picked_for_the_visit_and_my_workplace_stays(phone: Page) -> None:
    phone.goto("./#sted=si-gjovik&rolle=sykepleier-sengepost")
    phone.locator(".for-deg").wait_for()
    phone.goto(f"{EPIKRISE}#kommune=k-3411")
    expect(phone.get_by_label("Vis numrene for")).to_have_value("k-3411")
    expect(phone.locator("[data-min-kontakt]").nth(1)).to_contain_text("Ringsaker")
    assert phone.evaluate("JSON.parse(localStorage.arbeidsplass).sted") == "si-gjovik"


def test_my_deadlines_come_first(phone: Page) -> None:
    phone.goto("./#kommune=3403&rolle=tildelingskontor")
    phone.goto(PROCEDURE)
    expect(phone.locator("ul.frister > li").first).to_contain_text("Svare på melding om utskrivningsklar pasient")
    expect(phone.locator("ul.frister > li").first).to_contain_text("Din frist")
    phone.goto("fonna/p-svar-kommunen/")  # what holds elsewhere is no deadline of mine
    expect(phone.locator(".fremmed")).to_be_visible()
    expect(phone.get_by_text("Din frist")).to_have_count(0)


def test_the_entrances_lead_to_my_own_helsefellesskap(phone: Page) -> None:
    phone.goto("./#kommune=4613&rolle=jordmor")
    phone.get_by_role("link", name="Det viktigste for deg").click()
    assert phone.url.endswith("/fonna/rolle/jordmor/")
    phone.goto("")
    phone.get_by_role("link", name="Telefonnumra dine").click()
    assert phone.url.endswith("/fonna/kommune/k-4613/")


def test_a_page_of_another_helsefellesskap_says_so_and_leads_to_my_own(phone: Page) -> None:
    phone.goto("fonna/p-akutt-psykisk/")
    expect(phone.locator(".fremmed")).to_be_hidden()
    phone.goto(CHOICE)
    phone.locator(".for-deg").wait_for()
    phone.goto("fonna/p-akutt-psykisk/")
    note = phone.locator(".fremmed")
    expect(note).to_contain_text("Gjeld ikkje arbeidsplassen din.")
    expect(note.get_by_role("link", name="Få akutt hjelp i psykisk helsevern for voksne")).to_be_in_viewport()
    note.get_by_role("link").click()
    expect(phone.locator("h1")).to_contain_text("for voksne")
    expect(phone.locator(".fremmed")).to_be_hidden()


def test_the_number_to_ring_is_one_tap_away_and_that_of_my_kommune(phone: Page) -> None:
    phone.goto("innlandet/p-kad-innleggelse/")
    first = phone.locator(".ring a").first
    expect(first).to_have_text("KAD-lege Alle dager 8–22 velg sted")
    expect(phone.locator(".ring a").last).to_have_text("Legevaktsentral 116 117")  # at night
    phone.goto(CHOICE)
    phone.locator(".for-deg").wait_for()
    phone.goto("innlandet/p-kad-innleggelse/")
    expect(first).to_be_in_viewport()
    expect(first).to_have_attribute("href", "tel:00001547")


@pytest.mark.parametrize(
    ("role", "number"),
    [("", "legevaktsentral 116 117"), ("sykepleier-sengepost", "fastlege Hverdager")],
)
def test_the_first_number_of_a_page_is_in_view_whatever_stands_before_it(phone: Page, role: str, number: str) -> None:
    set_clock(phone, "2026-11-24T10:00:00")  # a Tuesday, when the offices are open
    phone.goto(f"./#kommune=3403&rolle={role}" if role else "")
    phone.goto("innlandet/p-orientering-dodsfall/")
    near = phone.locator(".til-kontakt")
    expect(near).to_contain_text(number)
    expect(near).to_be_in_viewport()
    assert str(near.get_attribute("href")).startswith("tel:")


@pytest.mark.parametrize(
    ("path", "time", "number"),
    [
        ("fonna/p-palliativ-plan/", "2026-11-24T10:00:00", "palliativt team"),
        ("fonna/p-palliativ-plan/", "2026-11-24T02:30:00", "sjukepleiar på sengepost"),
        ("fonna/p-utskriving-kveld-helg/", "2026-11-24T10:00:00", "tildelingskontor"),  # the first is the reader's own
    ],
)
def test_the_first_number_of_a_page_is_one_that_answers(phone: Page, path: str, time: str, number: str) -> None:
    set_clock(phone, time)
    phone.goto("./#kommune=1149&rolle=sykepleier-hjemmetjenesten")
    phone.goto(path)
    expect(phone.locator(".til-kontakt")).to_contain_text(number)


def test_my_role_is_chosen_among_the_deadlines_and_easily_let_go(phone: Page) -> None:
    phone.goto(CHOICE)
    phone.locator(".for-deg").wait_for()
    phone.goto("innlandet/oversikt/kontakter/")
    form = phone.locator("form[data-filter]").first
    expect(form.get_by_label("Sted")).to_have_value("k-3403")
    expect(form.get_by_text("Stedet ditt er valgt.")).to_be_visible()
    phone.goto("innlandet/oversikt/roller/")
    expect(phone.locator("tbody > tr").filter(visible=True)).to_have_count(1)
    phone.goto("frister/")
    expect(form.get_by_label("Rolle")).to_have_value("sykepleier-sengepost")
    expect(form.get_by_text("Rollen din er valgt.")).to_be_visible()
    form.get_by_role("button", name="Vis alle").click()
    expect(form.get_by_label("Rolle")).to_have_value("")
    expect(form.get_by_text("Rollen din er valgt.")).to_be_hidden()
    assert phone.locator("tbody").first.locator("tr[hidden='']").count() == 0
    form.get_by_label("Rolle").select_option("fastlege")
    assert phone.url.endswith("frister/?rolle=fastlege")  # the choice can be sent to others, and comes before their own
    phone.reload()
    expect(form.get_by_label("Rolle")).to_have_value("fastlege")
    expect(form.get_by_text("Rollen din er valgt.")).to_be_hidden()


def test_a_table_says_that_it_has_nothing_of_my_role(phone: Page) -> None:
    phone.goto("./#kommune=4613&rolle=ambulansearbeider")
    phone.goto("frister/")
    expect(phone.locator("form[data-filter]").first).to_contain_text("Rolla di står ikkje i denne tabellen.")


@pytest.mark.parametrize("path", ["akutt/", "frister/", "fase/utskrivning/", "rolle/fastlege/"])
def test_a_page_of_several_starts_with_my_own_helsefellesskap(phone: Page, path: str) -> None:
    phone.goto(path)
    names = phone.locator("main h2[id]")
    assert names.evaluate_all("all => all.map((h) => h.id)") == ["fonna", "innlandet"]
    phone.goto(CHOICE)
    phone.goto(path)
    assert names.evaluate_all("all => all.map((h) => h.id)") == ["innlandet", "fonna"]
    other = phone.locator("main section[data-omrade=fonna] > details")
    expect(other.locator("a").first).to_be_hidden()
    phone.goto("about:blank")
    phone.goto(f"{path}#fonna")
    expect(phone.locator("#fonna")).to_be_in_viewport()
    expect(other.locator("a").first).to_be_visible()


def test_the_alphabet_has_my_own_helsefellesskap_first_under_each_letter(phone: Page) -> None:
    phone.goto(CHOICE)
    phone.goto("a-aa/")
    spaces = phone.locator("#liste-a li > a").evaluate_all("all => all.map((a) => a.pathname.split('/').at(-3))")
    assert spaces == sorted(spaces, reverse=True) and len(set(spaces)) == 2


def test_the_emergency_page_shows_the_numbers_of_my_place_in_its_language(phone: Page) -> None:
    phone.goto("./#kommune=4614")
    phone.goto("akutt/")
    expect(phone.locator("h1")).to_have_text("Akutt no")
    own = phone.locator("main section").first
    expect(own.get_by_role("link", name="Stord", exact=True)).to_have_attribute("href", "../fonna/kommune/k-4614/")
    assert own.locator("a[href]").nth(1).inner_text() == "Ring når pasienten heime blir dårlegare"
    shown = own.locator(".numre a").filter(visible=True).all_inner_texts()
    assert shown[0] == "00 00 53 95 Stord" and shown[1] == "00 00 52 33 Stord"
    assert "00 00 54 08 Fødeavdeling, Stord" in shown and "00 00 54 07 Fødeavdeling, Haugesund" not in shown
    own.get_by_text("Andre stader").last.click()
    expect(own.get_by_role("link", name="00 00 54 07 Fødeavdeling, Haugesund")).to_be_visible()


def test_the_choice_is_forgotten_with_one_button(phone: Page) -> None:
    phone.goto(CHOICE)
    phone.get_by_role("button", name="Glem valget").click()
    assert stored(phone) == {}
    expect(phone.locator(".for-deg")).to_be_hidden()


def test_nothing_is_sent_but_requests_for_pages(phone: Page) -> None:
    phone.goto("", wait_until="networkidle")
    sent: list[str] = []
    phone.on("request", lambda request: sent.append(request.url))
    phone.get_by_label("Kommune eller enhet").select_option("Hamar")
    phone.get_by_label("Rolle").select_option("Fastlege")
    phone.get_by_role("button", name="Bruk dette").click()
    expect(phone.locator(".for-deg")).to_contain_text("Hamar, Fastlege")
    assert sent == []


def test_all_works_where_nothing_may_be_stored(phone: Page) -> None:
    phone.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})")
    problems: list[str] = []
    phone.on("pageerror", lambda error: problems.append(str(error)))
    phone.goto(CHOICE)
    expect(phone.locator(".for-deg")).to_contain_text("Hamar")
    assert problems == []


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (
            "",
            [
                "Søk i prosedyrar og avtalar",
                "Gløym valet",
                "Eg er …",
                "Stord, Sjukepleiar på sengepost",
                "Vel éin gong.",
            ],
        ),
        ("a-aa/", ["Oppgåver og søkjeord", "Vis berre det som har orda"]),
        ("frister/", ["Framsida", "Alle fristar"]),
        ("meldinger/", ["Alle meldingar", "Utgåva er laga"]),
        ("ordliste/", ["Kva orda og forkortingane betyr."]),
        ("sok/", ["Skriv aldri namn eller anna om pasientar."]),
    ],
)
def test_a_page_for_all_speaks_the_language_of_my_place(phone: Page, path: str, words: list[str]) -> None:
    phone.goto(CHOICE)
    for place, is_nynorsk in (("3403", False), ("4614", True)):
        phone.goto(f"./?kommune={place}")
        phone.goto(path or "./")
        phone.locator("body[data-md-color-scheme]").wait_for()
        for one in words:
            expect(phone.locator("body")).to_contain_text(one) if is_nynorsk else expect(
                phone.locator("body")
            ).not_to_contain_text(one)


@pytest.mark.parametrize(
    ("link", "place", "role", "told"),
    [
        ("?kommune=9999", "k-3403", "fastlege", True),
        ("?kommune=sykehuset-innlandet", "k-3403", "fastlege", True),
        ("#rolle=ukjent", "k-3403", "fastlege", True),
        ("?rolle=jordmor", "k-3403", "jordmor", False),
        ("?kommune=4613", "k-4613", "fastlege", False),
        ("innlandet/p-tidligmelding/?kommune=3405", "k-3405", "fastlege", False),
        ("innlandet/p-tidligmelding/?kommune=9999", "k-3403", "fastlege", True),
        ("meldinger/?rolle=jordmor", "k-3403", "fastlege", False),  # a filter
    ],
)
def test_a_link_changes_only_what_it_names_and_is_known(
    phone: Page, address: str, link: str, place: str, role: str, told: bool
) -> None:
    phone.goto("./?kommune=3403&rolle=fastlege")
    phone.goto("sok/")
    phone.goto(link if "/" in link else f"./{link}")
    expect(phone).not_to_have_url(re.compile("kommune"))  # cleaned when the choice is about to be kept
    expect(phone.locator(".ukjent-lenke")).to_have_count(int(told))
    kept = phone.evaluate("JSON.parse(localStorage.getItem('arbeidsplass'))")
    space = "fonna" if place == "k-4613" else "innlandet"
    assert (kept["sted"], kept["rolle"], kept["omrade"]) == (place, role, space)
