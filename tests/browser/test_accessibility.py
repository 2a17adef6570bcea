"""EN 301 549 and WCAG 2.2, as far as a machine can see: every kind of page, in every state, theme and width."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.conftest import DESKTOP, PHONE, NewTab, set_clock

PROCEDURE = "innlandet/p-melding-utskrivningsklar/"
PAGES = (
    "", "innlandet/", "fonna/", "akutt/", "sok/", "404.html",
    PROCEDURE, "innlandet/s-utreise/", "innlandet/p-kad-kriterier/", "innlandet/da05/", "innlandet/os/", "fonna/da05/",
    "rolle/fastlege/", "fonna/rolle/fastlege/", "innlandet/kjenner-du-avtalen/fastlege/", "fonna/perm-jordmor/",
    "fase/utskrivning/", "fonna/fase/utskrivning/", "gruppe/barn-unge/",
    "lov/", "lov/hol-6-2-5/", "frister/", "meldinger/", "ordliste/", "a-aa/", "veiledning/", "tilgjengelighet/",
)  # fmt: skip


# Of parts that repeat the same structure only the first few are kept, or axe takes a minute on the longest pages.
# Headings stay, since axe judges their order.
ALIKE = 3
SHORTEN = """(alike) => {
  const kind = (part) => part.tagName + "." + part.className;
  const build = (part) => kind(part) + "(" + [...new Set([...part.children].map(build))] + ")";
  const place = (part) => (part.tagName === "MAIN" ? "" : place(part.parentElement) + kind(part) + ">");
  const seen = new Map();
  const shorten = (parent) => {
    for (const part of [...parent.children]) {
      const key = place(parent) + build(part), before = seen.get(key) || 0;
      seen.set(key, before + 1);
      if (before >= alike && !/^H[1-6]$/.test(part.tagName) && !part.querySelector("h1, h2, h3, h4, h5, h6")) part.remove();
      else if (!part.closest("tr, p")) shorten(part);
    }
  };
  shorten(document.querySelector("main"));
}"""


def open_contacts(page: Page) -> None:
    """Fold out the list of numbers and the contents."""
    page.goto(PROCEDURE)
    for summary in page.locator("main summary").all():
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()


def open_menu(page: Page) -> None:
    """The menu, open."""
    page.goto("innlandet/")
    page.locator(".meny summary").click()


def choose_workplace(page: Page) -> None:
    """The front page with a workplace chosen."""
    page.goto("./?kommune=3403&rolle=sykepleier-hjemmetjenesten")
    page.locator(".for-deg").wait_for()


def my_contacts(page: Page) -> None:
    """A procedure with a workplace chosen."""
    choose_workplace(page)
    page.goto(PROCEDURE)


def not_mine(page: Page) -> None:
    """An emergency procedure of another helsefellesskap than that of the chosen workplace."""
    choose_workplace(page)
    page.goto("fonna/p-akutt-psykisk/")
    page.locator(".fremmed").wait_for()


def answer(page: Page) -> None:
    """A right and a wrong answer in the self-test."""
    page.goto("innlandet/kjenner-du-avtalen/fastlege/")
    page.locator(".selvtest > li").nth(0).locator("fieldset button").nth(0).click()
    for button in page.locator(".selvtest > li").nth(1).locator("fieldset button").all():
        button.click()


def tick(page: Page) -> None:
    """A checklist with a tick."""
    page.goto("innlandet/s-utreise/")
    page.locator("main [type=checkbox]").first.check()


def what_changed(page: Page) -> None:
    """An agreement with its changes folded out."""
    page.goto("innlandet/da05/")
    page.locator("details.endringer summary").click()


def old_copy(page: Page) -> None:
    """A copy that is a year old."""
    set_clock(page, "2031-01-01T10:00:00")
    page.goto("innlandet/da05/")
    page.locator(".gammel").wait_for()


def search(page: Page) -> None:
    """Hits below the field, the first of them chosen with the arrow key."""
    page.goto(PROCEDURE)
    page.locator("[data-sok-input]").fill("pasienten blir dårligere")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def search_in_vain(page: Page) -> None:
    """A search without a hit, on the front page."""
    page.goto("")
    page.locator("[data-sok-input]").fill("xqzwxqzw")
    page.wait_for_timeout(1500)


STATES = (
    search, search_in_vain, open_contacts, open_menu, choose_workplace, my_contacts, not_mine, answer, tick, what_changed, old_copy,
)  # fmt: skip


WIDTHS = pytest.mark.parametrize("width", [PHONE, DESKTOP], ids=["phone", "desktop"])


@pytest.fixture(scope="module")
def tab(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """A tab for tests that change nothing, shared by all with the same options: a new one takes a second."""
    tabs: dict[str, Page] = {}

    def open_tab(**options: Any) -> Page:
        page = tabs.get(repr(options))
        if not page:
            page = tabs[repr(options)] = browser.new_context(base_url=address, **options).new_page()
        page.emulate_media(color_scheme="null", reduced_motion="null")
        return page

    yield open_tab
    for page in tabs.values():
        page.context.close()


DARKEN = """() => {
  document.documentElement.dataset.tema = "slate";
  if (document.body.dataset.mdColorScheme) document.body.dataset.mdColorScheme = "slate";
}"""
COLOURS = "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"


def faults_in_both_themes(page: Page) -> list[str]:
    """What axe finds on the page as it is, in the light and then in the dark theme."""
    page.evaluate(SHORTEN, ALIKE)
    page.evaluate(AXE_SCRIPT)
    light, found = page.evaluate(COLOURS), faults(page)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # colours change at once, not on the way
    page.evaluate(DARKEN)
    assert page.evaluate(COLOURS) != light
    return [*found, *(f"in the dark: {fault}" for fault in faults(page))]


AXE = "axe.run({resultTypes: ['violations']}).then((results) => results.violations)"


def faults(page: Page) -> list[str]:
    """What axe finds, of any impact."""
    return [
        f"{rule['id']}: {node['target']} {node.get('failureSummary', '')}"
        for rule in page.evaluate(AXE)
        for node in rule["nodes"]
    ]


@WIDTHS
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_on_any_kind_of_page(tab: Callable[..., Page], width: ViewportSize, path: str) -> None:
    page = tab(viewport=width)
    page.goto(path)
    assert faults_in_both_themes(page) == []


@WIDTHS
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing_in_any_state(
    new_tab: NewTab, address: str, width: ViewportSize, state: Callable[[Page], None]
) -> None:
    with new_tab(address, viewport=width) as page:
        state(page)
        assert faults_in_both_themes(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_narrow_screen(tab: Callable[..., Page], path: str) -> None:
    """320 px is 400 % of 1280; the text is spaced as WCAG 1.4.12 says."""
    page = tab(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_emergency_numbers_stay_in_their_tiles_when_letters_are_large(tab: Callable[..., Page]) -> None:
    page = tab(viewport={"width": 320, "height": 640}, bypass_csp=True)
    page.goto("akutt/")
    page.add_style_tag(content="html { font-size: 200% !important }")
    tiles = "[...document.querySelectorAll('.nodnummer a')]"
    assert page.evaluate(f"{tiles}.map((tile) => tile.scrollWidth <= tile.clientWidth)") == [True] * 4


SMALL = """() => [...document.querySelectorAll('a, button, summary, input, select')]
  .filter((e) => e.checkVisibility() && !e.closest('p, li, dd, td, figcaption, h2, h3, .hopp, .papir, blockquote'))
  .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""
MAIN = ".knapp:visible, .hovedknapp:visible, .fliser a, .vei a, .sok input, .sok-knapp, .meny summary, .plass, .telefon:visible"


@pytest.mark.parametrize("path", ["", PROCEDURE, "innlandet/", "innlandet/rolle/fastlege/"])
def test_targets_are_large_enough(phone: Page, path: str) -> None:
    """At least 24 px except in running text, and 44 px for the main actions of a page."""
    phone.goto(path)
    assert phone.evaluate(SMALL) == []
    boxes = [(e.inner_text(), e.bounding_box()) for e in phone.locator(MAIN).all()]
    assert [text for text, box in boxes if box and box["height"] < 43.5] == []


def test_every_stop_of_the_keyboard_can_be_seen(phone: Page) -> None:
    """No tab stop is invisible, each has a name, and focus goes round the page without a trap."""
    phone.goto(PROCEDURE)
    seen = []
    for _ in range(200):
        phone.keyboard.press("Tab")
        stop = phone.evaluate(
            """() => { const e = document.activeElement; if (e === document.body) return null;
            const box = e.getBoundingClientRect(), style = getComputedStyle(e);
            return {name: (e.getAttribute('aria-label') || e.innerText || e.labels?.[0]?.innerText || '').trim(), html: e.outerHTML.slice(0, 90),
                    seen: box.width > 1 && box.height > 1 && e.checkVisibility(), ring: style.outlineStyle !== 'none' || e.matches('.hopp')}; }"""
        )
        if stop is None:
            break
        seen.append(stop)
    assert 10 < len(seen) < 200
    assert [s["html"] for s in seen if not (s["name"] and s["seen"] and s["ring"])] == []


def test_no_single_key_does_anything(desktop: Page) -> None:
    desktop.goto(PROCEDURE)
    for key in "np,.fs/":
        desktop.keyboard.press(key)
    assert desktop.url.endswith(PROCEDURE)
    assert desktop.evaluate("document.activeElement === document.body")


def test_the_menu_closes_with_escape_and_gives_focus_back(phone: Page) -> None:
    phone.goto(PROCEDURE)
    phone.locator(".meny summary").focus()
    phone.keyboard.press("Enter")
    assert phone.locator(".meny nav").is_visible()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    assert not phone.locator(".meny nav").is_visible()
    assert phone.evaluate("document.activeElement.matches('.meny summary')")


def test_motion_stops_for_those_who_ask(new_tab: NewTab, address: str) -> None:
    with new_tab(address, reduced_motion="reduce") as page:
        page.goto(PROCEDURE)
        moving = "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration.split(',').some((d) => parseFloat(d) > 0)).length"
        assert page.evaluate(moving) == 0


def test_steps_and_buttons_keep_their_edges_in_forced_colours(new_tab: NewTab, address: str) -> None:
    with new_tab(address, forced_colors="active") as page:
        page.goto("")
        assert (
            page.evaluate("getComputedStyle(document.querySelector('.arbeidsplass .hovedknapp')).borderTopStyle")
            == "solid"
        )
        page.goto("akutt/")
        assert page.evaluate("getComputedStyle(document.querySelector('.nodnummer a')).borderTopStyle") == "solid"
        page.goto(PROCEDURE)
        edge = "getComputedStyle(document.querySelector('.steg > ol > li'), '::before').borderTopStyle"
        assert page.evaluate(edge) == "solid"


@pytest.mark.parametrize("path", ["", PROCEDURE, "innlandet/da05/", "rolle/fastlege/", "akutt/"])
def test_nothing_moves_while_the_page_loads(phone: Page, path: str) -> None:
    """Cumulative layout shift, also with a workplace chosen, and when the script that moves its part first is late."""
    choose_workplace(phone)
    phone.route("**/eget.*.js", lambda route: (phone.wait_for_timeout(500), route.continue_())[1])
    phone.goto(path)
    phone.wait_for_timeout(300)
    shift = """() => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().reduce((sum, e) => sum + e.value, 0)))
        .observe({type: 'layout-shift', buffered: true}) ?? setTimeout(() => done(0), 200))"""
    assert phone.evaluate(shift) < 0.02


@pytest.mark.parametrize("path", ["meldinger/", "frister/"])
def test_what_has_focus_in_a_wide_table_is_seen_whole(desktop: Page, path: str) -> None:
    desktop.goto(path)
    hidden = []
    desktop.locator(".matrise .sorter").first.focus()
    for _ in range(30):
        desktop.keyboard.press("Tab")
        hidden += desktop.evaluate(
            """() => {
              const one = document.activeElement, table = one.closest(".matrise");
              if (!table || one === table) return [];
              const [at, frame] = [one, table].map((e) => e.getBoundingClientRect());
              const seen = document.elementFromPoint(at.left + 3, at.top + at.height / 2);
              return at.left >= frame.left && (one.contains(seen) || seen?.contains(one)) ? [] : [one.textContent];
            }"""
        )
    assert hidden == []
