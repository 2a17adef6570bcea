"""A small, faultless corpus, and how a test says what differs from it.

    def test_something(minimal):
        found = minimal.with_("prosedyrer/p-varsel.md", eier_hf=None).check()

Paths are relative to `agreements/prove/`; a path that starts with `agreements/` or `docs/` is taken from the root.
"""

import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Playwright, sync_playwright
from playwright.sync_api import Page as Tab

from avtaleverk.checks.change.revision import UNCHANGED, Change
from avtaleverk.corpus.model import Corpus
from avtaleverk.diagnostics import Diagnostic
from avtaleverk.examine import Examined, examine
from avtaleverk.links.web import Web
from avtaleverk.pages.every import pages
from avtaleverk.pages.page import Page
from avtaleverk.pipeline import made_pages

TODAY = date(2026, 11, 22)
HERE = Path(__file__).parent
ROOT = HERE.parent
PROCEDURE, AGREEMENT, TOP = "prosedyrer/p-varsel.md", "delavtaler/da05.md", "overordnet/os.md"
CONTACTS = "kontakter.yml"
LAST = "Skriv grunnen i journalen."  # the last sentence of the procedure
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

settings.register_profile("untimed", deadline=None)  # a busy machine must fail no test
settings.load_profile("untimed")


@dataclass
class Minimal:
    """A copy of `tests/minimal/` in a folder of the test's own."""

    root: Path

    def path(self, name: str) -> Path:
        """The file that a short name stands for."""
        from_root = name.startswith(("agreements/", "docs/", "pyproject.toml", "adresser.txt"))
        return self.root / name if from_root else self.root / "agreements" / "prove" / name

    def write(self, name: str, content: str | bytes) -> "Minimal":
        """Replace or add a whole file."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def replace(self, name: str, old: str, new: str) -> "Minimal":
        """Replace words that must be there in a file."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {name}"
        return self.write(name, text.replace(old, new))

    def saying(self, text: str) -> "Minimal":
        """Add words at the end of the procedure."""
        return self.replace(PROCEDURE, LAST, f"{LAST} {text}")

    def copies(self, count: int) -> "Minimal":
        """Add procedures that are like the one there is, each with a text of its own."""
        text = self.path(PROCEDURE).read_text(encoding="utf-8")
        for n in range(count):
            other = text.replace("id: p-varsel", f"id: p-annen-{n}").replace("Skriv grunnen", f"Skriv grunn {n}")
            self.write(f"prosedyrer/p-annen-{n}.md", other)
        return self

    def with_stamps(self, stamps: str) -> "Minimal":
        """The stamps of some documents, and of the agreements, which rest on nothing that has changed."""
        agreements = "".join(f'{id}:\n  "gjennomgang": "2026-06-01"\n' for id in ("da05", "os"))
        return self.write("tilstand.yml", agreements + stamps)

    def with_(self, name: str, **fields: str | None) -> "Minimal":
        """Set front matter fields, each to a YAML value as text; None removes the field."""
        return self.write(name, with_fields(self.path(name).read_text(encoding="utf-8"), fields))

    def examine(self, today: date = TODAY, change: Change = UNCHANGED) -> Examined:
        """Load, link and check, as the change that is under review."""
        return examine(self.root, today, change)

    def check(self, today: date = TODAY) -> list[Diagnostic]:
        """The findings."""
        return list(self.examine(today).found)

    def only(self, code: str = "") -> Diagnostic:
        """The one finding, or the one with this code."""
        [finding] = [diagnostic for diagnostic in self.check() if code in ("", diagnostic.code)]
        return finding

    def codes(self) -> list[str]:
        """The codes of the findings."""
        return [diagnostic.code for diagnostic in self.check()]

    def lines(self, but: str = "") -> list[tuple[str, int]]:
        """The codes of the findings, each with its line, but for those of one code."""
        return [(diagnostic.code, diagnostic.at.line) for diagnostic in self.check() if diagnostic.code != but]

    def corpus(self) -> Corpus:
        """The corpus."""
        return self.examine().corpus

    def web(self) -> Web:
        """The web of links."""
        return self.examine().web

    def pages(self) -> dict[str, Page]:
        """The pages by their address."""
        examined = self.examine()
        return {page.path: page for page in pages(examined.corpus, examined.web, TODAY)}

    def html(self, page: str) -> str:
        """The HTML of a page's blocks."""
        return "".join(block.html for block in self.pages()[page].blocks)


def block(page: Page, anchor: str) -> str:
    """The HTML under a heading."""
    return next(str(b.html) for b in page.blocks if b.heading and b.heading.anchor == anchor)


def line_of(minimal: Minimal, name: str, words: str) -> tuple[str, int]:
    """The path of a file, and the line on which the words stand for the first time."""
    text = minimal.path(name).read_text(encoding="utf-8")
    return minimal.path(name).relative_to(minimal.root).as_posix(), text[: text.index(words)].count("\n") + 1


def with_fields(text: str, fields: dict[str, str | None]) -> str:
    """The document's text with front matter fields set or removed. A field ends where the next one starts."""
    _, front, body = text.split("---\n", 2)
    blocks: dict[str, str] = {}
    for line in front.splitlines(keepends=True):
        if line[:1] not in (" ", "-", "\n", "#"):
            blocks[line.split(":")[0]] = line
        else:
            blocks[list(blocks)[-1]] += line
    for key, value in fields.items():
        blocks.pop(key, None)
        if value is not None:
            blocks[key] = f"{key}: {value}\n"
    return f"---\n{''.join(blocks.values())}---\n{body}"


@pytest.fixture
def memory() -> Iterator[Path]:
    """A temporary folder, in memory where the system has such a place, so that no test waits for a disk."""
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def minimal(memory: Path) -> Minimal:
    """The faultless corpus, to be changed at will."""
    return Minimal(shutil.copytree(HERE / "minimal", memory / "minimal"))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Callable[[str, Callable[[Path], Any]], Any]:
    """`once("name", make)`: the value of `make(folder)`, made by one process of the test run and read by the others."""
    shared = tmp_path_factory.getbasetemp().parent / testrun_uid

    def read_or_make(name: str, make: Callable[[Path], Any]) -> Any:
        folder, made = shared / name, shared / f"{name}.pickle"
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(shared / f"{name}.lock"):
            if not made.exists():
                made.write_bytes(pickle.dumps(make(folder)))
            return pickle.loads(made.read_bytes())

    return read_or_make


@pytest.fixture(scope="session")
def content(once: Callable[..., Any]) -> Examined:
    """The content of this repository."""
    examined: Examined = once("innhold", lambda _: examine(ROOT, TODAY))
    return examined


@pytest.fixture(scope="session")
def content_pages(once: Callable[..., Any], content: Examined) -> tuple[Page, ...]:
    """Its pages, including those for addresses that were removed."""
    made: tuple[Page, ...] = once("sider", lambda _: made_pages(ROOT, content, TODAY))
    return made


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """Chromium from the PATH, one for the whole run. A missing browser is a failure, never a skipped test."""
    path = shutil.which("chromium")
    assert path, "Chromium is not installed: see scripts/install_test_programs.sh"
    browser = _playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def new_tab(browser: Browser) -> Iterator[Callable[..., AbstractContextManager[Tab]]]:
    """`with new_tab(address, …) as page`: a new tab. Tabs with the same options share a window, which takes half a second
    to open; storage and cache are cleared after each tab."""
    windows: dict[str, BrowserContext] = {}

    @contextmanager
    def opened(address: str, **options: Any) -> Iterator[Tab]:
        key = repr((address, options))
        if key not in windows:
            windows[key] = browser.new_context(base_url=address, **options)
            windows[key].new_page()  # a window whose last tab is closed goes too
        page = windows[key].new_page()
        try:
            yield page
        finally:
            session = windows[key].new_cdp_session(page)
            origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
            session.send("Network.clearBrowserCache")
            page.close()

    yield opened
    for window in windows.values():
        window.close()
