"""Nothing loads before a reader touches the field; then little is waited for, and what is missing is told."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from avtaleverk.search.offline import as_scripts
from tests.search.surface.conftest import hits, hold_all_but_one, write_page


def test_nothing_is_loaded_before_the_field_is_touched(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}innlandet/x/", wait_until="networkidle")
    assert asked == ["innlandet/x/", "sok.css", "assets/sok/sok.js"]
    with page.expect_response("**/base.json"):
        page.focus("#felt")


MOST_LOOKS = 60


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


@pytest.mark.parametrize("touch", ["hover", "focus"])
def test_a_touch_is_enough_to_load(page: Page, address: str, touch: str) -> None:
    page.goto(f"{address}innlandet/x/")
    with page.expect_response("**/base.json"):
        getattr(page, touch)("#felt")


def test_search_words_are_never_sent(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}sok/#q=hemmeligord")
    page.wait_for_selector(".sok-ingen, .sok-side-treff")
    assert [url for url in asked if "hemmeligord" in url.partition("#")[0]] == []


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
