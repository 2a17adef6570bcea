"""The memory of the search in Chromium after a reader has typed twenty queries letter by letter.

    PYTHONPATH=scripts python scripts/bench/search_heap.py [--sizes 10000]

Counts the heaps of page and worker after garbage collection, and the bytes of the pieces, which are outside the heap.
"""

import argparse
import json
from typing import Any

from playwright.sync_api import Page, sync_playwright
from search_documents import ROOT, generated
from search_measure import CHROMIUM, Line, served
from search_peers import ours
from search_speed import QUERIES

from avtaleverk.corpus.load import load
from avtaleverk.search.build import packaged
from avtaleverk.search.files import index_files


class Worker:
    """The worker of a page, reached through the developer tools' protocol, since the page cannot see its memory."""

    def __init__(self, page: Page) -> None:
        self.page, self.session, self.answers = page, "", dict[int, dict[str, float]]()
        self.tools = page.context.new_cdp_session(page)
        self.tools.on("Target.attachedToTarget", lambda found: setattr(self, "session", found["sessionId"]))
        self.tools.on("Target.receivedMessageFromTarget", lambda told: self._keep(json.loads(told["message"])))
        self.tools.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False})

    def _keep(self, told: dict[str, Any]) -> None:
        if "id" in told:
            self.answers[told["id"]] = told.get("result", {})

    def ask(self, number: int, method: str) -> dict[str, float]:
        """The answer to command `number` of the protocol."""
        message = json.dumps({"id": number, "method": method})
        self.tools.send("Target.sendMessageToTarget", {"sessionId": self.session, "message": message})
        for _ in range(100):
            if number in self.answers:
                return self.answers[number]
            self.page.wait_for_timeout(50)
        raise SystemExit(f"arbeideren svarte ikke på {method}")


def used(heap: dict[str, float]) -> float:
    """Megabytes in the heap and in the buffers outside it."""
    return (heap["usedSize"] + heap.get("backingStorageSize", 0) + heap.get("embedderHeapUsedSize", 0)) / 1e6


def megabytes(files: dict[str, bytes]) -> tuple[float, float]:
    """The memory of the page and of the worker, after garbage collection."""
    with served(files, Line(slow=False)) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        worker = Worker(page)
        page.goto(address)
        for query in QUERIES:
            page.fill("[data-sok-input]", "")
            page.type("[data-sok-input]", query, delay=20)
            page.wait_for_selector(".sok-treff .sok-tittel")
        page.wait_for_timeout(1000)
        worker.tools.send("HeapProfiler.collectGarbage")
        worker.ask(1, "HeapProfiler.collectGarbage")
        heaps = (worker.tools.send("Runtime.getHeapUsage"), worker.ask(2, "Runtime.getHeapUsage"))
        browser.close()
    return used(heaps[0]), used(heaps[1])


def main() -> None:
    """Print a line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000])
    terms = tuple(load(ROOT)[0].registers.ordliste.entries.values())
    for size in parser.parse_args().sizes:
        index = index_files(generated(size), terms, {}, "maaling")
        page, worker = megabytes(ours(packaged(index, "maaling")).files)
        print(f"{size:>6} dokumenter: side {page:.1f} + arbeider {worker:.1f} = {page + worker:.1f} MB", flush=True)


if __name__ == "__main__":
    main()
