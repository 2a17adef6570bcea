"""The page of all hits: the same hits, filters, and a way on for who finds nothing."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.search.surface.conftest import hits

ACUTE = "Akutt nå: numrene når det haster"


def test_on_a_phone_no_keyboard_hides_the_hits(new_tab: Any, address: str) -> None:
    with new_tab(address, has_touch=True, is_mobile=True) as phone:
        phone.goto(f"{address}sok/#q=epikrise")
        phone.wait_for_selector(".sok-side-treff")
        assert phone.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\u200f"])
def test_what_is_said_of_a_query_is_not_turned_by_it(page: Page, address: str, sign: str) -> None:
    page.goto(f"{address}sok/#q={sign}qqqzzz")
    page.wait_for_selector(".sok-ingen")
    assert page.inner_text(".sok-status-synlig") == "Ingen treff på «qqqzzz»"


@pytest.mark.parametrize("number", ["12345678901", "010100 12356"])
def test_the_number_of_a_person_is_not_told_again_and_put_into_no_address(
    page: Page, address: str, number: str
) -> None:
    told = "Skriv aldri fødselsnummer eller annet om pasienter i søket."
    page.goto(f"{address}innlandet/x/")
    page.fill("#felt", f"epikrise {number}")
    hits(page)
    panel = page.locator(".sok-panel")
    assert told in panel.inner_text() and number not in panel.inner_text()
    assert all(
        number[-5:] not in href
        for href in panel.locator("[data-href]").evaluate_all("all => all.map((a) => a.dataset.href)")
    )
    page.keyboard.press("Enter")
    page.wait_for_selector(".sok-side-treff")
    page.fill("#sok-side-felt", f"qqqzzz {number}")
    page.wait_for_selector(".sok-ingen")
    assert page.inner_text(".sok-status-synlig") == "Ingen treff på «qqqzzz …»"
    assert told in page.inner_text("#treff .sok-merknad") and number[-5:] not in page.url


@pytest.mark.parametrize("query", ["hvem skal ha epikrisen", "hvem betaler overliggerdø"], ids=["twins", "unfinished"])
@pytest.mark.parametrize("start", ["", "innlandet/x/", "fonna/x/"])
def test_the_page_of_all_hits_has_those_of_the_field_in_the_same_order(
    page: Page, address: str, start: str, query: str
) -> None:
    page.goto(f"{address}{start}")
    page.fill("#felt", query)
    under_the_field = hits(page)
    page.keyboard.press("Enter")
    page.wait_for_selector(".sok-side-treff")
    shown = page.locator(".sok-side-treff .sok-tittel").all_inner_texts()
    assert shown[: len(under_the_field)] == under_the_field


@pytest.mark.parametrize(
    ("start", "asked"), [("innlandet/x/", ["Innlandet"]), ("", ["Fonna", "Innlandet"])], ids=["own", "any"]
)
def test_who_finds_nothing_is_led_by_role_to_the_alphabet_and_to_the_secretariat(
    page: Page, address: str, start: str, asked: list[str]
) -> None:
    page.goto(f"{address}{start}")
    page.fill("#felt", "pesetavaluta")
    page.keyboard.press("Enter")
    page.wait_for_selector(".sok-ingen")
    assert page.locator(".sok-ord").count() == 0
    assert page.locator(".sok-ingen h2").all_inner_texts()[0] == "Velg rollen din"
    ways = page.locator(".sok-innganger").last.get_by_role("link")
    secretariats = [f"Spør sekretariatet for {name}" for name in asked]
    assert ways.all_inner_texts() == [ACUTE, "Alle oppgaver fra A til Å", *secretariats, "Foreslå et søkeord"]
    link = page.get_by_role("link", name="Spør sekretariatet for Innlandet")
    assert link.get_attribute("href") == f"{address}innlandet/oversikt/kontakter/#sekretariat"


def test_markup_stays_text(page: Page, address: str) -> None:
    page.goto(f"{address}sok/")
    page.fill("#sok-side-felt", "<img src=x onerror=alert(1)> <b>epikrise</b>")
    page.wait_for_selector(".sok-side-treff")
    assert page.locator("#treff img, #treff b").count() == 0


def test_filters_narrow_the_hits(page: Page, address: str) -> None:
    page.goto(f"{address}sok/#q=epikrise")
    page.wait_for_selector(".sok-filter:not([hidden])")
    page.locator(".sok-filter summary").click()
    page.get_by_label("Slags innhold").select_option("overordnet")
    expect(page.locator(".sok-side-treff .sok-pasientnaer")).to_have_count(0)
    expect(page.locator(".sok-side-treff .sok-overordnet").first).to_be_visible()
    assert "verden=overordnet" in page.url
