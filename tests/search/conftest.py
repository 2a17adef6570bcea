"""The browser's side of the search, run under node, and an index of the real content."""

import json
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from avtaleverk.corpus.load import load
from avtaleverk.links.web import link
from avtaleverk.pages.every import pages
from avtaleverk.search.build import search_files
from avtaleverk.search.collect import collect
from avtaleverk.search.entries import Entry
from avtaleverk.search.files import index_files
from tests.conftest import ROOT, TODAY
from tests.search.node import NODE

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Browser:
    """The browser code over the index files in a folder."""

    folder: Path

    def run(self, what: str, inputs: list[Any]) -> list[Any]:
        """One answer for each input."""
        command = [NODE, str(HERE / "ask.mjs"), str(self.folder), what]
        done = subprocess.run(command, input=json.dumps(inputs), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return list(json.loads(done.stdout))

    def search(self, *queries: str, **options: Any) -> list[Any]:
        """The answer to each query."""
        return self.run("search", [{"query": query, "options": options} for query in queries])

    def pages(self, query: str, **options: Any) -> list[str]:
        """The addresses that a query finds, what it jumps to first."""
        (answer,) = self.search(query, **options)
        return list(dict.fromkeys(hit["address"] for hit in (*answer["jumps"], *answer["hits"])))


@dataclass
class Real:
    """The real content: its entries, and the files of its search."""

    folder: Path

    @cached_property
    def corpus(self) -> Any:
        return load(ROOT)[0]

    @cached_property
    def web(self) -> Any:
        return link(self.corpus)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return collect(self.corpus, self.web, self.pages)

    @cached_property
    def pages(self) -> Any:
        return pages(self.corpus, self.web, TODAY)

    @cached_property
    def files(self) -> dict[str, bytes]:
        return search_files(self.corpus, self.web, self.pages, "bygg1")

    @cached_property
    def browser(self) -> Browser:
        write({name.rsplit("/", 1)[1]: data for name, data in self.files.items()}, self.folder)
        return Browser(self.folder)


def write(files: dict[str, bytes], folder: Path) -> None:
    """The files in the folder."""
    for name, data in files.items():
        (folder / name).write_bytes(data)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    """The real content, indexed once."""
    return Real(tmp_path_factory.mktemp("sok"))


@pytest.fixture
def small(tmp_path: Path) -> Any:
    """An index over a few entries: `small(Entry(…), …).pages("query")`."""

    def build(*entries: Entry, terms: tuple[Any, ...] = (), jumps: dict[str, list[int]] | None = None) -> Browser:
        write(index_files(entries, terms, jumps or {}, "bygg1"), tmp_path)
        return Browser(tmp_path)

    return build
