"""The offline edition: unzipped and opened from a disk, every page leads on to the next."""

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from avtaleverk.site.offline import offline_edition, without_server
from tests.browser.conftest import PHONE


@pytest.fixture(scope="module")
def unzipped(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the edition, unpacked somewhere else."""
    folder = offline_edition(site, tmp_path_factory.mktemp("utgave"), date(2026, 11, 22))
    elsewhere = tmp_path_factory.mktemp("minnepinne")
    with zipfile.ZipFile(folder.with_name("avtaleverk-2026-11-22.zip")) as packed:
        packed.extractall(elsewhere)
    return elsewhere / "avtaleverk-2026-11-22"


@pytest.fixture
def disk(browser: Browser, unzipped: Path) -> Iterator[Page]:
    """The front page, opened as a file; any request that is not for a file fails the test."""
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        left: list[str] = []
        page.on("request", lambda request: left.append(request.url) if not request.url.startswith("file:") else None)
        page.goto((unzipped / "index.html").as_uri())
        yield page
        assert left == []


def test_a_task_is_two_clicks_away_from_a_disk_too(disk: Page) -> None:
    disk.get_by_role("link", name="skal skrives ut").click()
    disk.get_by_role("link", name="Meld pasienten utskrivningsklar til kommunen").first.click()
    expect(disk.locator("h1")).to_have_text("Meld pasienten utskrivningsklar til kommunen")
    expect(disk.locator(".steg li").first).to_be_visible()


def test_search_answers_from_a_disk(disk: Page) -> None:
    disk.locator("[data-sok-input]").first.fill("epikirse")
    expect(disk.get_by_role("option").first).to_contain_text("epikrise")


def test_a_copy_says_how_old_it_is(disk: Page) -> None:
    disk.clock.set_fixed_time("2036-11-30T10:00:00")
    disk.reload()
    expect(disk.locator(".gammel")).to_contain_text("dager gammel")


def test_the_workplace_leads_to_pages_and_not_to_folders(disk: Page) -> None:
    disk.get_by_label("Kommune eller enhet").select_option("Hamar")
    disk.get_by_label("Rolle").select_option("Fastlege")
    disk.get_by_role("button", name="Bruk dette").click()
    disk.get_by_role("link", name="Det viktigste for deg").click()
    expect(disk.locator("h1")).to_have_text("Det viktigste for deg som fastlege")


def test_no_page_leads_to_a_folder(unzipped: Path) -> None:
    for page in unzipped.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        here = page.parent.relative_to(unzipped).as_posix()
        assert without_server(html, here, unzipped) == html, page


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    small = tmp_path / "site"
    (small / "a").mkdir(parents=True)
    (small / "index.html").write_text('<a href="a/#x">', encoding="utf-8")
    (small / "a" / "index.html").write_text('<a href="..">', encoding="utf-8")
    first, second = (offline_edition(small, tmp_path / n, date(2026, 11, 22)) for n in ("en", "to"))
    assert first.with_suffix(".zip").read_bytes() == second.with_suffix(".zip").read_bytes()
    assert (first / "index.html").read_text(encoding="utf-8") == '<a href="a/index.html#x">'
    assert (first / "a" / "index.html").read_text(encoding="utf-8") == '<a href="../index.html">'
