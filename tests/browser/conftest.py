"""The real site in a real browser: built once, served on a port of its own."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT

NewTab = Callable[..., AbstractContextManager[Page]]
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(once: Callable[..., Path]) -> Path:
    """The folder of the real site, built by the real command, once for all processes of the run."""
    return once("nettsted", build)


def build(folder: Path) -> Path:
    """The site, built below the folder."""
    site = folder / "site"
    command = [sys.executable, "-m", "avtaleverk", "build", "--site", str(site)]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return site


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def phone(new_tab: NewTab, address: str) -> Iterator[Page]:
    """A page on a phone, not yet anywhere; addresses are relative to the site."""
    with new_tab(address, viewport=PHONE) as page:
        yield page


@pytest.fixture
def desktop(new_tab: NewTab, address: str) -> Iterator[Page]:
    """A page on a wide screen."""
    with new_tab(address, viewport=DESKTOP) as page:
        yield page


def set_clock(page: Page, time: str) -> None:
    """Have the page believe that it is this time; Playwright's own clock would be set in all tabs of the window."""
    page.add_init_script(
        f"""globalThis.Date = class extends Date {{
          constructor(...given) {{ super(...(given.length ? given : ["{time}"])); }}
          static now() {{ return new Date().getTime(); }}
        }}"""
    )
