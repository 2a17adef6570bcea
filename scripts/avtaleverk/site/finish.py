"""Finish: from the generator's output to a site that can be served, verified and published."""

from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from avtaleverk.search.build import FOLDER as SEARCH
from avtaleverk.search.bundle import compact
from avtaleverk.site import stylesheet
from avtaleverk.site.assets import FOLDER, rename_assets
from avtaleverk.site.compress import compress
from avtaleverk.site.manifest import BASE, NAME, digests, page_file, read_manifest
from avtaleverk.site.server.iis import NAME as WEB_CONFIG
from avtaleverk.site.server.iis import web_config

NOT_FOUND = "404.html"
_USELESS = ("sitemap.xml", "sitemap.xml.gz")  # holds only the day of the build: a site without an address of its own


class Lost(Exception):
    """The generator left out pages that it was given."""


class NoPath(ValueError):
    """The path is none that every server can show. The text, in Norwegian, says how to write it."""


def finish(site: Path, expected: Path, address: str) -> None:
    """Make scripts and stylesheets small, name the assets, configure IIS, write the manifest and the compressed twins.

    Raises Lost and NoPath. `expected` is the manifest that was written before the generator ran; `address` is the site's own, or "".
    """
    manifest, base = read_manifest(expected.read_bytes()), base_of(address)
    if lost := [page for page in manifest.pages if not (site / page_file(page)).is_file()]:
        raise Lost(f"Disse sidene ble borte på veien: {', '.join(lost)}")
    for name in _USELESS:
        (site / name).unlink(missing_ok=True)
    for script in (site / FOLDER).glob("*.js"):
        script.write_text(compact(script.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    for sheet in [*(site / FOLDER).glob("*.css"), *(site / SEARCH).glob("*.css")]:
        sheet.write_text(stylesheet.compact(sheet.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    rename_assets(site, sorted(site.rglob("*.html")))
    (site / WEB_CONFIG).write_bytes(web_config(manifest.redirects, base))
    whole = replace(manifest, base=base, address=address, files=digests(site))
    (site / NAME).write_bytes(whole.to_json())
    compress(sorted(p for p in site.rglob("*") if p.is_file() and p.name != NAME))


def base_of(address: str) -> str:
    """The path of an address, or the path itself, with a slash at both ends. Raises NoPath.

    The path goes into the configuration of servers, where a space or a brace would mean something else.
    """
    with suppress(ValueError):  # what urlsplit cannot read
        path = urlsplit(address).path.strip("/")
        if BASE.fullmatch(base := f"/{path}/" if path else "/"):
            return base
    raise NoPath(f"«{address}» kan ikke brukes. Skriv stien med a–z, tall, bindestrek og punktum, slik: /avtaler/.")


def move_to(site: Path, base: str) -> None:
    """Move the site to another path: only the 404 page and `web.config` have absolute addresses."""
    manifest = read_manifest((site / NAME).read_bytes())
    page = site / NOT_FOUND
    if manifest.base == base or not page.is_file():
        return
    html = page.read_text(encoding="utf-8")
    for attribute in ("href", "src", "action", "data-base"):
        html = html.replace(f'{attribute}="{manifest.base}', f'{attribute}="{base}')
    page.write_text(html, encoding="utf-8", newline="")
    compress([page])
    (site / WEB_CONFIG).write_bytes(web_config(manifest.redirects, base))
    changed = {name: sha256((site / name).read_bytes()).hexdigest() for name in (NOT_FOUND, WEB_CONFIG)}
    files = {**manifest.files, **changed}
    (site / NAME).write_bytes(replace(manifest, base=base, files=files).to_json())
