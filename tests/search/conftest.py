"""The browser code of the search, run under node, and an index of the real content."""

import json
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import IO, Any

import pytest

from avtaleverk.corpus.model import Corpus
from avtaleverk.examine import Examined
from avtaleverk.links.web import Web
from avtaleverk.pages.page import Page
from avtaleverk.search.build import search_files
from avtaleverk.search.collect import collect
from avtaleverk.search.entries import Entry
from avtaleverk.search.files import index_files
from tests.search.node import NODE

HERE = Path(__file__).parent


@cache
def node() -> tuple[IO[str], IO[str]]:
    """The input and output of `ask.mjs`, started once; it ends when this process does."""
    program = subprocess.Popen([NODE, HERE / "ask.mjs"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert program.stdin and program.stdout
    return program.stdin, program.stdout


@dataclass(frozen=True)
class Browser:
    """The browser code over the index files in a folder."""

    folder: Path

    def run(self, what: str, inputs: list[Any]) -> list[Any]:
        """One answer for each input."""
        asked, answered = node()
        asked.write(json.dumps({"folder": str(self.folder), "what": what, "inputs": inputs}) + "\n")
        asked.flush()
        said = json.loads(answered.readline())
        assert "error" not in said, said["error"]
        return list(said["answers"])

    def search(self, *queries: str, **options: Any) -> list[Any]:
        """The answer to each query, asked as the page asks: the last word may be unfinished."""
        return self.run("search", [{"query": query, "options": {"typing": True, **options}} for query in queries])

    def pages(self, query: str, **options: Any) -> list[str]:
        """The addresses that a query finds, jumps first."""
        (answer,) = self.search(query, **options)
        return list(dict.fromkeys(hit["address"] for hit in (*answer["jumps"], *answer["hits"])))


@dataclass
class Real:
    """The real content: its pages, its entries, and its search files, which `browser` reads from a folder."""

    corpus: Corpus
    web: Web
    pages: tuple[Page, ...]
    files: dict[str, bytes]
    browser: Browser

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return collect(self.corpus, self.web, self.pages)


def write(files: dict[str, bytes], folder: Path) -> None:
    """Write the files into the folder."""
    for name, data in files.items():
        (folder / name).write_bytes(data)


@pytest.fixture(scope="session")
def real(once: Callable[..., Any], content: Examined, content_pages: tuple[Page, ...]) -> Real:
    """The real content, indexed once for all processes of the run."""

    def index(folder: Path) -> tuple[dict[str, bytes], Browser]:
        files = search_files(content.corpus, content.web, content_pages, "bygg1")
        write({name.rsplit("/", 1)[1]: data for name, data in files.items()}, folder)
        return files, Browser(folder)

    return Real(content.corpus, content.web, content_pages, *once("sok", index))


@pytest.fixture
def small(tmp_path: Path) -> Any:
    """An index over a few entries: `small(Entry(…), …).pages("query")`."""

    def build(*entries: Entry, terms: tuple[Any, ...] = (), jumps: dict[str, list[int]] | None = None) -> Browser:
        write(index_files(entries, terms, jumps or {}, "bygg1"), tmp_path)
        return Browser(tmp_path)

    return build
