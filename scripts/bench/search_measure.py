"""The cost of a query in a Chromium with an empty cache: bytes and milliseconds, on a fast and on a slow line."""

import gzip
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import Browser, sync_playwright
from search_peers import Served

LATENCY, BYTES_PER_SECOND = 0.1, 200_000
CHROMIUM = "/usr/bin/chromium"
# Milliseconds. A new window of Chromium loads hundreds of files of its own, which must not be measured.
QUIET = 1500
KINDS = {
    "js": "text/javascript",
    "json": "application/json",
    "html": "text/html",
    "css": "text/css",
    "wasm": "application/wasm",
}


class Line:
    """A network line whose bandwidth all answers share; `sent` counts the bytes."""

    def __init__(self, slow: bool) -> None:
        self.slow, self.sent, self.free, self.lock = slow, 0, 0.0, threading.Lock()

    def send(self, size: int) -> None:
        """Wait as long as `size` bytes take on the line."""
        with self.lock:
            self.sent += size
            if not self.slow:
                return
            self.free = max(self.free, time.monotonic()) + size / BYTES_PER_SECOND
            wait = self.free - time.monotonic()
        time.sleep(max(0.0, wait))


def handler(files: Mapping[str, bytes], line: Line) -> type[BaseHTTPRequestHandler]:
    """A handler whose answers are compressed beforehand, with head and body sent at once as web servers do."""
    packed = {path: gzip.compress(data, 9) for path, data in files.items()}

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        wbufsize = -1

        def do_GET(self) -> None:
            path = self.path.split("?")[0].strip("/") or "index.html"
            if line.slow:
                time.sleep(LATENCY)
            body = packed.get(path)
            line.send(len(body or b""))
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", KINDS.get(path.rsplit(".", 1)[-1], "application/octet-stream"))
            self.send_header("Content-Length", str(len(body or b"")))
            if body is not None:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *_: object) -> None: ...

    return Handler


@contextmanager
def served(files: Mapping[str, bytes], line: Line) -> Iterator[str]:
    """The address of a server for the files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(files, line))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


Rows = dict[str, list[tuple[int, float]]]


def measure(sites: Mapping[str, Served], queries: Sequence[str], *, slow: bool, ahead: int) -> Rows:
    """For each site and query, in a new window: bytes sent until all titles are shown, and milliseconds from the query to
    the first title.

    The page has loaded, and its field is touched `ahead` milliseconds before the whole query is entered. The sites take
    turns at each query, so that a busy machine slows all of them alike.
    """
    rows: Rows = {name: [] for name in sites}
    with ExitStack() as stack:
        browser = stack.enter_context(sync_playwright()).chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
        lines = {name: Line(slow) for name in sites}
        places = {name: stack.enter_context(served(site.files, lines[name])) for name, site in sites.items()}
        for query in queries:
            for name, site in sites.items():
                rows[name].append(_one(browser, places[name], site, query, lines[name], ahead))
        browser.close()
    return rows


def _one(browser: Browser, address: str, site: Served, query: str, line: Line, ahead: int) -> tuple[int, float]:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(300_000)
    page.goto(address)
    page.wait_for_timeout(QUIET)
    line.sent = sum(len(gzip.compress(site.files[path], 9)) for path in site.before)
    passed = page.evaluate(
        f"""async (query) => {{
          ({site.touch})();
          if ({ahead}) await new Promise((done) => setTimeout(done, {ahead}));
          const start = performance.now();
          await ({site.ask})(query);
          return performance.now() - start;
        }}""",
        query,
    )
    page.evaluate(f"({site.whole})()")
    context.close()
    return line.sent, passed
