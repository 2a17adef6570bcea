"""How much a page weighs on the wire, with gzip, counted in bytes."""

import gzip
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

FIRST, NEXT = "innlandet/p-melding-utskrivningsklar/", "innlandet/p-tidligmelding/"


def packed(site: Path, urls: list[str]) -> int:
    """The gzipped size of the files behind the addresses."""
    paths = [site / urlsplit(url).path.lstrip("/") for url in urls]
    files = [path / "index.html" if path.is_dir() else path for path in paths]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)


def test_a_procedure_is_light_on_the_first_visit_and_lighter_on_the_next(phone: Page, site: Path) -> None:
    asked: list[str] = []
    phone.on("response", lambda response: asked.append(response.url) if response.ok else None)
    phone.goto(FIRST)
    first = list(dict.fromkeys(asked))
    asked.clear()
    phone.goto(NEXT)
    assert packed(site, first) <= 80_000
    assert packed(site, [url for url in asked if url not in first]) <= 12_000


def test_the_emergency_page_is_small(phone: Page, site: Path) -> None:
    asked: list[str] = []
    phone.on("response", lambda response: asked.append(response.url) if response.ok else None)
    phone.goto("akutt/")
    files = [site / urlsplit(url).path.lstrip("/") for url in asked]
    assert sum((f / "index.html" if f.is_dir() else f).stat().st_size for f in files) < 20_000
