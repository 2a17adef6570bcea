"""Sites with one search each, served with gzip, and a measurement of a cold query in Chromium."""

import gzip
import html
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from avtaleverk.search.entries import Entry

LATENCY, BYTES_PER_SECOND = 0.1, 200_000
CHROMIUM = "/usr/bin/chromium"


@dataclass(frozen=True)
class Served:
    """A site: files by path, and the script that asks a query and resolves when ten titles are there."""

    files: dict[str, bytes]
    ask: str


def ours(files: dict[str, bytes]) -> Served:
    """This project's search behind the field of a page."""
    page = (
        '<!doctype html><html lang="nb" data-sprak="nb"><title>x</title>'
        '<script defer src="assets/sok/sok.js" data-base="." data-build="maaling"></script>'
        '<form data-sok-form action="a-aa/"><label>Søk <input type="search" data-sok-input></label></form>'
    )
    ask = """(query) => new Promise((done) => {
      const field = document.querySelector("[data-sok-input]");
      field.value = query; field.focus(); field.dispatchEvent(new Event("input", { bubbles: true }));
      const look = () => document.querySelectorAll(".sok-treff .sok-tittel").length ? done() : setTimeout(look, 2);
      look();
    })"""
    return Served({"index.html": page.encode(), **files}, ask)


def material(entries: Sequence[Entry]) -> Served:
    """Material's own worker and the index that mkdocs writes, Norwegian."""
    import material as package

    assets = Path(package.__file__).parent / "templates" / "assets" / "javascripts"
    files = {
        f"assets/javascripts/{path.relative_to(assets).as_posix()}": path.read_bytes()
        for folder in ("workers", "lunr") for path in (assets / folder).rglob("*.js")
    }  # fmt: skip
    worker = next(name for name in files if "/workers/search." in name)
    docs = [
        {"location": f"{e.address}/", "title": e.title, "text": html.escape(f"{e.summary}\n{e.text}")} for e in entries
    ]
    fields = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
    config = {"lang": ["no"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": fields}
    index = {"config": config, "docs": docs}
    files["search/search_index.json"] = json.dumps(index, ensure_ascii=False).encode()
    ask = f"""async (query) => {{
      const worker = new Worker("/{worker}");
      const {{ config, docs }} = await (await fetch("/search/search_index.json")).json();
      await new Promise((done) => {{
        worker.onmessage = ({{ data }}) => {{
          if (data.type === 1) worker.postMessage({{ type: 2, data: query }});
          if (data.type === 3) done();
        }};
        worker.postMessage({{ type: 0, data: {{ config, docs, options: {{ suggest: false }} }} }});
      }});
    }}"""
    return Served({"index.html": b"<!doctype html><title>x</title>", **files}, ask)


def pagefind(entries: Sequence[Entry], packages: Path) -> Served:
    """Pagefind's index of the same documents."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for entry in entries:
            page = site / entry.address / "index.html"
            page.parent.mkdir(parents=True)
            text = "".join(f"<p>{html.escape(line)}</p>" for line in (entry.summary, *entry.text.split("\n")))
            page.write_text(
                f'<!doctype html><html lang="no"><title>{html.escape(entry.title)}</title><body><h1>{html.escape(entry.title)}</h1>{text}',
                "utf-8",
            )
        environment = {**os.environ, "PYTHONPATH": str(packages)}
        command = [sys.executable, "-m", "pagefind_bin", "--site", folder, "--force-language", "no"]
        subprocess.run(command, check=True, capture_output=True, env=environment)
        made = site / "pagefind"
        files = {f"pagefind/{p.relative_to(made).as_posix()}": p.read_bytes() for p in made.rglob("*") if p.is_file()}
    ask = """async (query) => {
      const pagefind = await import("/pagefind/pagefind.js");
      const found = await pagefind.search(query);
      await Promise.all(found.results.slice(0, 10).map((result) => result.data()));
    }"""
    return Served({"index.html": b"<!doctype html><title>x</title>", **files}, ask)


class Line:
    """A line of limited speed that all answers share, and what went over it."""

    def __init__(self, slow: bool) -> None:
        self.slow, self.sent, self.free, self.lock = slow, 0, 0.0, threading.Lock()

    def send(self, size: int) -> None:
        with self.lock:
            self.sent += size
            if not self.slow:
                return
            self.free = max(self.free, time.monotonic()) + size / BYTES_PER_SECOND
            wait = self.free - time.monotonic()
        time.sleep(max(0.0, wait))


def handler(files: dict[str, bytes], line: Line) -> type[BaseHTTPRequestHandler]:
    kinds = {
        "js": "text/javascript",
        "json": "application/json",
        "html": "text/html",
        "css": "text/css",
        "wasm": "application/wasm",
    }

    @cache
    def packed(path: str) -> bytes:
        return gzip.compress(files[path], 9)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.split("?")[0].strip("/") or "index.html"
            if line.slow:
                time.sleep(LATENCY)
            found = path in files
            body = packed(path) if found else b""
            line.send(len(body))
            self.send_response(200 if found else 404)
            self.send_header("Content-Type", kinds.get(path.rsplit(".", 1)[-1], "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            if found:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None: ...

    return Handler


def measure(site: Served, queries: Sequence[str], *, slow: bool) -> list[tuple[int, float]]:
    """For each query in a fresh browser context: bytes sent and milliseconds, the page itself loaded before."""
    line = Line(slow)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler(site.files, line))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            page.set_default_timeout(300_000)
            page.goto(f"http://127.0.0.1:{server.server_address[1]}/")
            page.wait_for_timeout(150)
            boot = next((len(gzip.compress(d, 9)) for n, d in site.files.items() if n == "assets/sok/sok.js"), 0)
            line.sent = boot
            passed = page.evaluate(
                f"async (q) => {{ const t = performance.now(); await ({site.ask})(q); return performance.now() - t; }}",
                query,
            )
            rows.append((line.sent, passed))
            context.close()
        browser.close()
    server.shutdown()
    return rows
