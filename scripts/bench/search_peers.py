"""Sites with one search each: ours, Material's, and Pagefind's with and without its own user interface."""

import html
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from avtaleverk.search.entries import Entry


@dataclass(frozen=True)
class Served:
    """A site for the benchmark: its files by path, and scripts that run on its page. `touch` does what touching the search
    field does, `ask` enters a query and resolves at the first title, `whole` resolves when all titles are shown. `before`
    lists the files that the page loads before any touch."""

    files: dict[str, bytes]
    touch: str
    ask: str
    before: tuple[str, ...] = ()
    whole: str = "() => {}"


def ours(files: dict[str, bytes]) -> Served:
    """Our search, on a page with its field."""
    page = (
        '<!doctype html><html lang="nb" data-sprak="nb"><meta charset="utf-8"><title>x</title>'
        '<script defer src="assets/sok/sok.js" data-base="." data-build="maaling"></script>'
        '<form data-sok-form action="a-aa/"><label>Søk <input type="search" data-sok-input></label></form>'
    )
    touch = """() => document.querySelector("[data-sok-input]").focus()"""
    ask = _typed("[data-sok-input]", """document.querySelector(".sok-treff .sok-tittel")""")
    whole = _until("""document.querySelector(".sok-liste").getAttribute("aria-busy") === "false\"""")
    return Served({"index.html": page.encode(), **files}, touch, ask, ("assets/sok/sok.js",), whole)


def _typed(field: str, answered: str) -> str:
    """A script that enters a whole query into a field and waits until the page shows the answer."""
    return f"""(query) => {{
      const field = document.querySelector("{field}");
      field.value = query;
      field.dispatchEvent(new Event("input", {{ bubbles: true }}));
      return ({_until(answered)})();
    }}"""


def _until(seen: str) -> str:
    """A script that waits until an expression is true on the page."""
    return f"""() => new Promise((done) => {{
      const look = () => {seen} ? done() : setTimeout(look, 2);
      look();
    }})"""


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
    touch = f"""() => {{
      globalThis.ready = (async () => {{
        const worker = new Worker("/{worker}");
        const {{ config, docs }} = await (await fetch("/search/search_index.json")).json();
        await new Promise((done) => {{
          worker.onmessage = done;
          worker.postMessage({{ type: 0, data: {{ config, docs, options: {{ suggest: false }} }} }});
        }});
        return worker;
      }})();
    }}"""
    ask = """async (query) => {
      const worker = await globalThis.ready;
      await new Promise((done) => {
        worker.onmessage = ({ data }) => data.type === 3 && done();
        worker.postMessage({ type: 2, data: query });
      });
    }"""
    return Served({"index.html": b"<!doctype html><title>x</title>", **files}, touch, ask)


def pagefind_index(entries: Sequence[Entry], packages: Path) -> dict[str, bytes]:
    """Pagefind's files for the same documents."""
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
        return {f"pagefind/{p.relative_to(made).as_posix()}": p.read_bytes() for p in made.rglob("*") if p.is_file()}


def pagefind(files: dict[str, bytes]) -> Served:
    """Pagefind's API alone, until it returns the first result: nothing is displayed, and it searches without debouncing."""
    touch = """() => {
      globalThis.ready = import("/pagefind/pagefind.js").then(async (pagefind) => (await pagefind.init(), pagefind));
    }"""
    ask = """async (query) => {
      const pagefind = await globalThis.ready;
      const found = await pagefind.search(query);
      globalThis.results = found.results.slice(0, 10).map((result) => result.data());
      await globalThis.results[0];
    }"""
    whole = "() => Promise.all(globalThis.results)"
    return Served({"index.html": b"<!doctype html><title>x</title>", **files}, touch, ask, whole=whole)


def pagefind_field(files: dict[str, bytes]) -> Served:
    """Pagefind's own field as it comes: it waits 300 ms after a key before it searches, and shows five results."""
    page = (
        '<!doctype html><html lang="no"><title>x</title><link rel="stylesheet" href="pagefind/pagefind-ui.css">'
        '<script src="pagefind/pagefind-ui.js"></script><div id="search"></div>'
        '<script>new PagefindUI({ element: "#search", showImages: false });</script>'
    )
    touch = """() => document.querySelector(".pagefind-ui__search-input").focus()"""
    none = """/^(Ingen|No )/.test(document.querySelector(".pagefind-ui__message")?.textContent.trim())"""
    ask = _typed(".pagefind-ui__search-input", f"""document.querySelector(".pagefind-ui__result-title") || {none}""")
    before = ("pagefind/pagefind-ui.js", "pagefind/pagefind-ui.css")
    return Served({"index.html": page.encode(), **files}, touch, ask, before)
