"""What readers do with the pages: tick a list, take the self-test, read without scripts, open an old copy."""

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, NewTab, set_clock, stored

PROCEDURE = "innlandet/p-melding-utskrivningsklar/"


def test_the_search_field_is_there_at_once(phone: Page) -> None:
    phone.goto("")
    expect(phone.locator("main [data-sok-input]")).to_be_in_viewport()
    expect(phone.get_by_role("link", name="Akutt nå")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("way", "goal"),
    [
        (["skal skrives ut", "Meld pasienten utskrivningsklar til kommunen"], "innlandet/p-melding-utskrivningsklar/"),
        (["er innlagt", "Avmeld pasienten som ikke lenger er utskrivningsklar"], "innlandet/p-avmelding/"),
        (["Sykepleier på sengepost", "Gi kommunen tidligmelding innen 24 timer"], "innlandet/p-tidligmelding/"),
        (["Akutt nå", "Legg inn en pasient som øyeblikkelig hjelp"], "innlandet/p-innleggelse-ohjelp/"),
    ],
)
def test_a_task_is_two_clicks_away(phone: Page, way: list[str], goal: str) -> None:
    phone.goto("")
    for name in way:
        phone.get_by_role("link", name=name).first.click()
    assert phone.url.endswith(goal)


def test_the_first_deadline_of_a_procedure_is_seen_on_a_phone_without_scrolling(phone: Page, site: Path) -> None:
    above: dict[str, int] = {}
    for page in site.glob("*/p-*/index.html"):
        before, *lists = page.read_text(encoding="utf-8").split('<ul class="frister"')
        if len(lists) == 1:
            above[page.parent.relative_to(site).as_posix()] = len(before)
    with_most_above = sorted(above, key=lambda path: above[path])[-12:]
    assert len(with_most_above) == 12
    for path in with_most_above:
        phone.goto(f"{path}/")
        first = phone.locator("ul.frister > li").first.bounding_box()
        assert first and first["y"] + first["height"] <= PHONE["height"], path


def test_the_alphabet_is_jumped_in_and_filtered(phone: Page) -> None:
    phone.goto("a-aa/")
    assert phone.evaluate("document.documentElement.scrollHeight") < 6 * PHONE["height"]  # only letters, folded
    phone.locator(".bokstaver").get_by_role("link", name="Å", exact=True).click()
    expect(phone.locator("h2#å")).to_be_in_viewport()
    expect(phone.locator("h2#å + details li").first).to_be_in_viewport()
    phone.locator(".bokstaver").get_by_role("link", name="B", exact=True).click()  # still in reach
    expect(phone.locator("h2#b")).to_be_in_viewport()
    phone.get_by_label("Vis bare det som har ordene").fill("åpen returen")
    shown = phone.locator("main ul.lenker > li").filter(visible=True)
    expect(shown.first).to_contain_text("pen retur")
    assert 0 < shown.count() < 20
    expect(phone.locator("h2#w")).to_be_hidden()
    for typed in ("parorende", "ohjelp", "ø-hjelp"):
        phone.get_by_label("Vis bare det som har ordene").fill(typed)
        assert shown.count() > 0, typed
    phone.get_by_label("Vis bare det som har ordene").fill("flytte ut")
    phone.get_by_role("link", name="Søk med de samme ordene").click()
    expect(phone).to_have_url(re.compile("/sok/#q=flytte%20ut$"))


def test_a_checklist_is_ticked_and_reset_and_never_stored(phone: Page) -> None:
    phone.goto("innlandet/s-utreise/")
    boxes = phone.locator("main ul.contains-task-list").first.locator("[type=checkbox]")
    boxes.nth(0).check()
    button = phone.get_by_role("button", name="Nullstill listen: ").first
    button.focus()
    phone.keyboard.press("Enter")
    assert not boxes.nth(0).is_checked()
    expect(phone.locator("main > [role=status]")).to_have_text("Listen er nullstilt. Du kan angre.")
    phone.keyboard.press("Enter")
    assert boxes.nth(0).is_checked()
    phone.keyboard.press("Enter")
    boxes.nth(1).check()
    expect(button).to_be_visible()
    assert stored(phone) == {}
    phone.reload()
    assert not boxes.nth(1).is_checked()


def test_the_self_test_tells_right_from_wrong_and_stores_nothing(phone: Page) -> None:
    phone.goto("innlandet/kjenner-du-avtalen/fastlege/")
    question = phone.locator(".selvtest > li").first
    right = question.locator("fieldset").get_attribute("data-svar")
    wrong = question.locator("fieldset button").filter(has_not_text=right).first
    wrong.click()
    expect(question.get_by_role("status")).to_contain_text("Ikke riktig")
    question.get_by_role("button", name=right, exact=True).click()
    expect(question.get_by_role("status")).to_contain_text("Riktig")
    expect(question.get_by_text("Det står i")).to_be_visible()
    assert stored(phone) == {}


@pytest.mark.parametrize("path", ["akutt/", "innlandet/", "404.html"])
def test_every_page_of_an_old_copy_says_so(phone: Page, path: str) -> None:
    set_clock(phone, "2031-01-01T10:00:00")
    phone.goto(path)
    expect(phone.locator("header .gammel")).to_contain_text("dager gammel")


def test_an_old_copy_says_so_and_never_claims_to_be_valid(phone: Page) -> None:
    set_clock(phone, "2031-01-01T10:00:00")
    phone.goto("innlandet/da05/")
    expect(phone.locator(".gammel")).to_contain_text("dager gammel")
    expect(phone.locator("main .forfalt").first).to_contain_text("Gjennomgangen skulle ha vært gjort innen")
    expect(phone.locator("main .varsel")).to_contain_text("Gyldigheten gikk ut 31. januar 2030.")


def test_who_lands_below_the_title_sees_it_and_the_heading(phone: Page) -> None:
    phone.goto(PROCEDURE)
    expect(phone.locator(".her")).to_be_hidden()
    phone.goto(f"{PROCEDURE}#slik-gjor-du")
    line = phone.locator(".her")
    expect(line).to_have_text(phone.locator("h1").inner_text())
    expect(line).to_be_visible()
    above, below = line.bounding_box(), phone.locator("#slik-gjor-du").bounding_box()
    assert above and below and above["y"] + above["height"] <= below["y"]


def test_contents_follow_the_reader(desktop: Page) -> None:
    desktop.goto("innlandet/da05/")
    desktop.locator("[id='6.2']").scroll_into_view_if_needed()
    desktop.mouse.wheel(0, 400)
    expect(desktop.locator(".innhold-liste [aria-current]")).to_have_count(1)
    current = desktop.locator(".innhold-liste [aria-current]")
    expect(current).to_have_attribute("href", "#6.2")
    desktop.locator("[id='12']").scroll_into_view_if_needed()
    desktop.mouse.wheel(0, 400)
    expect(current).to_have_attribute("href", re.compile("^#12"))
    expect(current).to_be_in_viewport()  # the box is longer than the screen


def test_a_table_takes_focus_only_while_it_scrolls(desktop: Page) -> None:
    for page, scrolls in (("innlandet/oversikt/kalender/", 0), ("innlandet/oversikt/roller/", 1)):
        desktop.goto(page)
        expect(desktop.locator(".tabell[tabindex]")).to_have_count(scrolls)


def test_kommune_and_helseforetak_stand_side_by_side_on_a_wide_screen_only(desktop: Page, phone: Page) -> None:
    left = "[...document.querySelectorAll('.steg > ol > li')].map((li) => Math.round(li.getBoundingClientRect().left))"
    for page, columns in ((desktop, 2), (phone, 1)):
        page.goto(PROCEDURE)
        assert len(set(page.evaluate(left))) == columns


def test_dark_mode_is_kept_and_never_flashes(phone: Page) -> None:
    phone.goto(PROCEDURE)
    phone.locator(".meny summary").click()
    phone.get_by_role("button", name="Bytt til mørk visning").click()
    expect(phone.get_by_role("button", name="Bytt til lys visning")).to_be_focused()
    phone.add_init_script(
        "document.addEventListener('DOMContentLoaded', () => { window.first = document.documentElement.dataset.tema; })"
    )
    phone.goto("innlandet/da05/")
    assert phone.evaluate("window.first") == "slate"


@pytest.mark.parametrize(("system", "chosen", "light"), [("light", "slate", False), ("dark", "default", True)])
def test_the_emergency_page_is_as_dark_as_the_reader_chose(
    new_tab: NewTab, address: str, system: Literal["light", "dark"], chosen: str, light: bool
) -> None:
    with new_tab(address, color_scheme=system) as page:
        page.goto("akutt/")
        ground = "getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)'"
        assert page.evaluate(ground) is not light
        page.evaluate("chosen => localStorage.setItem('tema', chosen)", chosen)
        page.reload()
        assert page.evaluate(ground) is light


@pytest.mark.parametrize(
    "path", ["fonna/", "fonna/rolle/jordmor/", "fonna/fase/utskrivning/", "fonna/kjenner-du-avtalen/jordmor/"]
)
def test_a_nynorsk_page_is_nynorsk_throughout(phone: Page, path: str) -> None:
    phone.goto(path)
    text = phone.inner_text("body")
    assert phone.get_attribute("html", "lang") == "nn"
    assert [
        word
        for word in ("ikke", "hva", "fra", "hvem", "Forsiden", "Meldinger", "Frister")
        if f" {word} " in f" {text} "
    ] == []


def test_everything_can_be_read_and_found_without_javascript(new_tab: NewTab, address: str) -> None:
    with new_tab(address, java_script_enabled=False) as page:
        page.goto("")
        page.get_by_role("link", name="skal skrives ut").click()
        page.get_by_role("link", name="Meld pasienten utskrivningsklar til kommunen").first.click()
        page.get_by_text("Alle (42 steder)").first.click()
        expect(page.get_by_role("link", name="00 00 10 01")).to_be_visible()
        assert (
            page.locator("[data-krever-js]:visible, .krever-js:visible, button:visible:not([type=submit])").count() == 0
        )
        page.goto("innlandet/kjenner-du-avtalen/fastlege/")
        page.get_by_text("Vis svaret").first.click()
        expect(page.get_by_text("Det står i").first).to_be_visible()
        page.goto("a-aa/")  # where the field for searching leads
        expect(page.get_by_text("Søket virker bare med JavaScript.")).to_be_visible()
        page.get_by_role("link", name="Å", exact=True).click()
        expect(page.locator("h2#å + details li").first).to_be_in_viewport()
        page.goto("akutt/")
        expect(page.get_by_role("link", name="113 Fare for liv")).to_be_visible()
