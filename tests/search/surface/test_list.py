"""The list under the field: keys move through the hits, and a finger leads where it was pointed."""

import pytest
from playwright.sync_api import Page, expect

from tests.search.surface.conftest import hits, hold_all_but_one


def test_results_as_one_types(page: Page, address: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.type("#felt", "tidligm")
    expect(page.locator(".sok-treff").first).to_contain_text("tidligmelding")  # those of «tid» may be there before
    assert page.get_attribute("#felt", "aria-expanded") == "true"
    assert "treff" in page.locator("[role=status]").first.inner_text()


@pytest.mark.parametrize(
    ("query", "seen", "place"),
    [
        ("tidligmelding", ".sok-tittel", "p-tidligmelding/"),
        ("svangerskapsdiabetes henvise", ".sok-tekst .sok-punkt", "p-henvisning-svangerskap/#send-vanlig-henvisning"),
    ],
    ids=["page", "section"],
)
def test_arrows_and_enter_lead_to_a_hit(page: Page, address: str, query: str, seen: str, place: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.fill("#felt", query)
    page.wait_for_selector(f".sok-treff {seen}")
    page.keyboard.press("ArrowDown")
    active = page.get_attribute("#felt", "aria-activedescendant")
    assert page.get_attribute(f"#{active}", "aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/innlandet/{place}")


def test_escape_closes_and_enter_alone_shows_every_hit(page: Page, address: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.fill("#felt", "tidligmelding")
    hits(page)
    page.keyboard.press("Escape")
    assert page.get_attribute("#felt", "aria-expanded") == "false"
    page.keyboard.press("Enter")
    page.wait_for_selector(".sok-side-treff")
    assert page.url == f"{address}sok/#q=tidligmelding"
    page.keyboard.type(" lege")  # the words go on where they were
    assert page.input_value(".sok-felt") == "tidligmelding lege"
    page.keyboard.press("Control+k")
    page.keyboard.type("epikrise")
    assert page.input_value(".sok-felt") == "epikrise"


def test_what_comes_after_escape_does_not_open_the_list_again(page: Page, address: str) -> None:
    page.goto(f"{address}innlandet/x/")
    held = hold_all_but_one(page, "**/m*.json")
    page.fill("#felt", "tidligmelding")
    hits(page)
    page.keyboard.press("Escape")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    assert page.get_attribute("#felt", "aria-expanded") == "false"


@pytest.mark.parametrize("start", ["innlandet/x/", "sok/?q=da05%204.3", "sok/#q=%C2%A7%206-2%20nr%205"])
def test_enter_leads_straight_to_the_only_page_of_a_reference(page: Page, address: str, start: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.evaluate("localStorage.setItem('arbeidsplass', JSON.stringify({omrade: 'innlandet', navn: 'Hamar'}))")
    page.goto(f"{address}{start}")
    if start.startswith("innlandet"):
        page.fill("#felt", "da05 4.3")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}lov/hol-6-2-5/" if "#" in start else f"{address}innlandet/da05/#4.3")


def test_a_list_stays_still_under_a_finger(page: Page, address: str) -> None:
    """Answers that come while it is down wait until it leads where it was seen to lead, or is away."""
    page.goto(f"{address}innlandet/x/")
    page.fill("#felt", "tidligmelding")
    page.locator(".sok-treff").nth(1).hover()
    page.wait_for_selector(".sok-liste[aria-busy=false]")
    shown = hits(page)
    page.mouse.down()
    page.fill("#felt", "kontaktlege")
    page.wait_for_timeout(400)
    assert hits(page) == shown
    page.mouse.move(0, 0)
    page.mouse.up()
    expect(page.locator(".sok-tittel").first).to_contain_text("kontaktlege")


TAP_AS_IT_CHANGES = """list => {
  const aimed = list.children[1], { left, top } = aimed.getBoundingClientRect();
  new MutationObserver((_, watching) => {
    watching.disconnect();
    const under = document.elementFromPoint(left + 5, top + 5).closest("li");
    under.dispatchEvent(new PointerEvent("pointerdown", { clientX: left + 5, clientY: top + 5, bubbles: true }));
    under.click();
  }).observe(list, { childList: true });
  return aimed.dataset.href;
}"""


def test_a_tap_as_the_list_changes_leads_to_what_was_seen_there(page: Page, address: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.fill("#felt", "tidligmelding")
    hits(page)
    expect(page.locator(".sok-liste[aria-busy=false]")).to_be_visible()
    aimed = page.locator(".sok-liste").evaluate(TAP_AS_IT_CHANGES)
    page.fill("#felt", "epikrise")
    page.wait_for_url(aimed, wait_until="commit")


def test_three_hits_stand_above_the_keyboard_of_a_phone(page: Page, address: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.locator("form").evaluate("form => { form.style.marginTop = '20rem'; form.style.marginBottom = '100vh'; }")
    for query in ("utskrivningsklar", "dps", "utskr klar"):
        page.fill("#felt", "")
        page.fill("#felt", query)
        hits(page)
        expect(page.locator(".sok-liste[aria-busy=false]")).to_be_visible()
        third = page.locator(".sok-treff").nth(2).bounding_box()
        assert third and third["y"] + third["height"] <= 844 - 300


def test_nynorsk_pages_speak_nynorsk(page: Page, address: str) -> None:
    page.goto(f"{address}fonna/x/")
    page.fill("#felt", "xyzzyqwert")
    page.wait_for_selector(".sok-merknad:not([hidden])")
    assert "eit anna ord" in page.locator(".sok-merknad").inner_text()
    assert page.locator(".sok-treff").all_inner_texts() == ["Finn det på ein annan måte"]
