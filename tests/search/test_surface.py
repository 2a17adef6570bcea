"""The search in Chromium: nothing loads before a reader touches the field, keys move through the hits, text stays text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from avtaleverk.search.offline import as_scripts
from tests.conftest import ROOT
from tests.server import served

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'"
)
PAGE = """<!doctype html><html lang="{language}" data-sprak="{language}"><meta charset="utf-8"><title>x</title>{policy}
<link rel="stylesheet" href="{base}/sok.css">
<script defer src="{base}/assets/sok/sok.js" data-base="{base}" data-build="{build}"></script>
<form role="search" data-sok-form action="{base}/a-aa/"><label for="felt">Søk</label>
<input id="felt" type="search" data-sok-input autocomplete="off"></form>{more}"""


MOST_LOOKS = 60
ACUTE = "Akutt nå: numrene når det haster"


def write_page(site: Path, path: str, *, build: str = "bygg1", language: str = "nb", policy: str = POLICY) -> None:
    """A page with the search field in its header; the page `sok` also has the list of all hits."""
    base = "/".join([".."] * len(Path(path).parts)) or "."
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    more = '<div id="treff" data-sok></div>' if path == "sok" else ""
    (site / path).mkdir(parents=True, exist_ok=True)
    text = PAGE.format(language=language, policy=meta, base=base, build=build, more=more)
    (site / path / "index.html").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def site(real: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search files of the real content with a few pages around them."""
    folder = tmp_path_factory.mktemp("nettsted")
    for name, data in real.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "sok.css").write_bytes((ROOT / "scripts/theme/assets/sok/sok.css").read_bytes())
    for path in ("", "sok", "innlandet/x"):
        write_page(folder, path)
    write_page(folder, "fonna/x", language="nn")
    write_page(folder, "gammel", build="bygg0")
    return folder


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(new_tab: Any, address: str) -> Iterator[Page]:
    """A page the size of a phone; the test fails if the page had an error."""
    failed: list[str] = []
    with new_tab(address, viewport={"width": 390, "height": 844}) as opened:
        opened.on("pageerror", lambda error: failed.append(str(error)))
        yield opened
    assert failed == []


def hits(page: Page) -> list[str]:
    """The titles in the panel."""
    page.wait_for_selector(".sok-treff .sok-tittel")
    return page.locator(".sok-treff .sok-tittel").all_inner_texts()


def test_nothing_is_loaded_before_the_field_is_touched(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}innlandet/x/", wait_until="networkidle")
    assert asked == ["innlandet/x/", "sok.css", "assets/sok/sok.js"]
    with page.expect_response("**/base.json"):
        page.focus("#felt")


def rounds_to_titles(page: Page, query: str) -> list[list[str]]:
    """What is fetched from the touch of the field to the hits, by round trip: a round is answered only when no further
    request comes, so each round had to wait for the one before."""
    held: list[Route] = []
    page.route("**/*", lambda route: held.append(route))
    page.focus("#felt")
    page.fill("#felt", query)
    rounds: list[list[str]] = []
    titles = page.locator(".sok-treff .sok-tittel")
    for _ in range(MOST_LOOKS):
        if titles.count():
            return rounds
        seen = len(held)
        page.wait_for_timeout(300)
        if held and len(held) == seen:
            rounds.append([route.request.url.rsplit("/", 1)[1] for route in held])
            answered, held[:] = list(held), []
            for route in answered:
                route.continue_()
    raise AssertionError(f"no titles after {rounds}")


@pytest.mark.parametrize(
    ("query", "most"),
    [
        ("tidligmelding", 3),
        ("hvem betaler når pasienten venter på sykehjem", 3),
        ("epikirse", 3),
        ("epikirse koorodinator", 3),
        ("epikr plan", 4),
        ("spissevegring", 4),
    ],
    ids=["word", "question", "misspelt", "two-misspelt", "half", "misspelt-beyond-the-base"],
)
def test_titles_are_few_journeys_away(page: Page, address: str, query: str, most: int) -> None:
    """Base, terms, titles. Candidates for a misspelt word come with the terms. The correction's own postings do too when
    the base has that word; otherwise they cost one more round trip."""
    page.goto(f"{address}innlandet/x/", wait_until="networkidle")
    rounds = rounds_to_titles(page, query)
    assert "base.json" in rounds[0]
    assert len(rounds) <= most, rounds


def test_the_last_key_does_not_wait_for_the_ones_before(page: Page, address: str) -> None:
    """The pieces of the first query never arrive; the answer to the query that replaced it does."""
    page.goto(f"{address}innlandet/x/")
    with page.expect_response("**/base.json"):
        page.focus("#felt")
    page.route("**/t*.bin", lambda route: None, times=1)
    with page.expect_request("**/t*.bin"):
        page.fill("#felt", "individuell plan")
    page.fill("#felt", "tidligmelding")
    assert "tidligmelding" in hits(page)[0]


def hold_all_but_one(page: Page, pattern: str) -> list[Route]:
    """Answer the first matching request and hold the others; the list of those held."""
    first: list[Route] = []
    held: list[Route] = []

    def hold(route: Route) -> None:
        if first:
            held.append(route)
        else:
            first.append(route)
            route.continue_()

    page.route(pattern, hold)
    return held


def test_the_first_hit_does_not_wait_for_the_others(page: Page, address: str) -> None:
    """One file of titles arrives and the others are held: the first hit is shown, and stays first when all have arrived."""
    page.goto(f"{address}innlandet/x/")
    held = hold_all_but_one(page, "**/m*.json")
    page.fill("#felt", "tidligmelding")
    assert (shown := hits(page)) == hits(page)[:1]
    assert page.get_attribute(".sok-liste", "aria-busy") == "true"
    page.keyboard.press("ArrowDown")
    for route in held:
        route.continue_()
    page.wait_for_selector(".sok-liste[aria-busy=false]")
    assert (len(hits(page)), hits(page)[:1]) == (10, shown)
    assert page.locator(".sok-treff").first.get_attribute("aria-selected") == "true"


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


@pytest.mark.parametrize("touch", ["hover", "focus"])
def test_a_touch_is_enough_to_load(page: Page, address: str, touch: str) -> None:
    page.goto(f"{address}innlandet/x/")
    with page.expect_response("**/base.json"):
        getattr(page, touch)("#felt")


def test_results_as_one_types(page: Page, address: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.type("#felt", "tidligm")
    assert "tidligmelding" in hits(page)[0]
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


@pytest.mark.parametrize("start", ["innlandet/x/", "sok/?q=da05%204.3", "sok/#q=%C2%A7%206-2%20nr%205"])
def test_enter_leads_straight_to_the_only_page_of_a_reference(page: Page, address: str, start: str) -> None:
    page.goto(f"{address}innlandet/x/")
    page.evaluate("localStorage.setItem('arbeidsplass', JSON.stringify({omrade: 'innlandet', navn: 'Hamar'}))")
    page.goto(f"{address}{start}")
    if start.startswith("innlandet"):
        page.fill("#felt", "da05 4.3")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}lov/hol-6-2-5/" if "#" in start else f"{address}innlandet/da05/#4.3")


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


def test_search_words_are_never_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}sok/#q=hemmeligord")
    page.wait_for_selector(".sok-ingen, .sok-side-treff")
    assert [url for url in asked if "hemmeligord" in url.partition("#")[0]] == []


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


def test_nynorsk_pages_speak_nynorsk(page: Page, address: str) -> None:
    page.goto(f"{address}fonna/x/")
    page.fill("#felt", "xyzzyqwert")
    page.wait_for_selector(".sok-merknad:not([hidden])")
    assert "eit anna ord" in page.locator(".sok-merknad").inner_text()
    assert page.locator(".sok-treff").all_inner_texts() == ["Finn det på ein annan måte"]


def test_a_page_of_another_edition_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}gammel/")
    page.fill("#felt", "epikrise")
    hits(page)
    assert "ulike utgaver" in page.locator(".sok-merknad").inner_text()


def test_a_missing_index_says_so_and_leads_to_the_list(page: Page, address: str) -> None:
    page.route("**/base.json", lambda route: route.fulfill(status=404))
    page.goto(f"{address}innlandet/x/")
    page.fill("#felt", "epikrise")
    link = page.locator(".sok-merknad a")
    assert link.get_attribute("href") == f"{address}a-aa/"


@pytest.mark.parametrize(("path", "gone"), [("innlandet/x", "flate.js"), ("sok", "side.js"), ("sok", "arbeider.js")])
def test_a_missing_script_says_so_too(page: Page, address: str, path: str, gone: str) -> None:
    page.context.route(f"**/{gone}", lambda route: route.fulfill(status=404), times=1)
    page.goto(f"{address}{path}/#q=epikrise")
    page.focus("#felt")
    note = page.locator(".sok-merknad", has_text="Søket virker ikke")
    note.wait_for()
    assert note.inner_text() == "Søket virker ikke akkurat nå. Alle oppgaver fra A til Å"
    assert note.get_by_role("link").get_attribute("href") == f"{address}a-aa/"


def test_without_a_server(page: Page, site: Path, tmp_path: Path) -> None:
    """Opened from a folder, where the pieces are scripts."""
    for name, data in as_scripts({str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*.*")}).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for script in site.rglob("*.js"):
        (tmp_path / script.relative_to(site)).write_bytes(script.read_bytes())
    write_page(tmp_path, "innlandet/x", policy="")
    page.goto(f"file://{tmp_path}/innlandet/x/index.html")
    page.fill("#felt", "tidligmelding")
    hits(page)
    page.keyboard.press("ArrowDown")
    target = page.locator(".sok-treff[aria-selected=true]").get_attribute("data-href")
    assert target == f"file://{tmp_path}/innlandet/p-tidligmelding/index.html"


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
