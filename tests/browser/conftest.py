"""The real site in a real browser: built once, served on a port of its own."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.project import run
from tests.server import served

NewTab = Callable[..., AbstractContextManager[Page]]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


@pytest.fixture(scope="session")
def site(once: Callable[..., Path]) -> Path:
    """The folder of the real site, built by the real command once for all processes of the test run."""
    return once("nettsted", build)


def build(folder: Path) -> Path:
    """The site, built below the folder."""
    site = folder / "site"
    done = run(ROOT, "avtaleverk", "build", "--site", str(site))
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the served site, with a slash at the end."""
    with served(site) as address:
        yield address


@pytest.fixture
def phone(new_tab: NewTab, address: str) -> Iterator[Page]:
    """A tab the size of a phone, still blank; addresses are relative to the site."""
    with new_tab(address, viewport=PHONE) as page:
        yield page


@pytest.fixture
def desktop(new_tab: NewTab, address: str) -> Iterator[Page]:
    """A tab on a wide screen, still blank."""
    with new_tab(address, viewport=DESKTOP) as page:
        yield page


def stored(page: Page) -> dict[str, str]:
    """What the browser keeps."""
    return dict(json.loads(page.evaluate("JSON.stringify({...localStorage})")))


def set_clock(page: Page, time: str) -> None:
    """Set the clock of this page alone; Playwright's own clock would be set in all tabs of the window."""
    page.add_init_script(
        f"""globalThis.Date = class extends Date {{
          constructor(...given) {{ super(...(given.length ? given : ["{time}"])); }}
          static now() {{ return new Date().getTime(); }}
        }}"""
    )
