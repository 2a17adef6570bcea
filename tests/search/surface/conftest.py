"""A few pages with the search field, in Chromium, over the search files of the real content."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

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
