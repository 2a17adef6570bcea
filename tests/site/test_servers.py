"""The generated files for IIS and for a container: read as those programs read them."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from avtaleverk.site.finish import move_to
from avtaleverk.site.manifest import Manifest, read_manifest
from avtaleverk.site.policy import security_headers
from avtaleverk.site.server.files import server_files
from avtaleverk.site.server.types import TYPES
from tests.small_site import make_site

# What web.config may hold: only sections that every IIS has the modules for, and that are not locked.
KNOWN = {
    "configuration": "", "location": "path", "system.webServer": "", "defaultDocument": "enabled", "files": "",
    "directoryBrowse": "enabled", "httpErrors": "errorMode existingResponse",
    "error": "statusCode subStatusCode prefixLanguageFilePath path responseMode",
    "urlCompression": "doStaticCompression doDynamicCompression", "staticContent": "",
    "clientCache": "cacheControlMode cacheControlMaxAge cacheControlCustom", "mimeMap": "fileExtension mimeType",
    "httpProtocol": "", "customHeaders": "", "security": "", "requestFiltering": "", "hiddenSegments": "",
    "verbs": "allowUnlisted", "httpRedirect": "enabled destination exactDestination httpResponseStatus",
    "clear": "", "add": "name value segment verb allowed", "remove": "name fileExtension statusCode subStatusCode",
}  # fmt: skip


class Iis:
    """What IIS makes of a `web.config`, as far as the site uses it."""

    def __init__(self, site: Path) -> None:
        self.root = fromstring((site / "web.config").read_bytes())
        self.site = site

    def answer(self, path: str) -> tuple[int, dict[str, str]]:
        """The status and the headers for a path below the application."""
        settings = self._settings(path)
        headers = {e.attrib["name"]: e.attrib["value"] for e in settings[0].iterfind("httpProtocol/customHeaders/add")}
        hidden = {e.attrib["segment"] for e in settings[0].iterfind("security/requestFiltering/hiddenSegments/add")}
        if hidden & set(path.split("/")):
            return 404, headers
        for moved in (m for s in settings[1:] for m in s.iterfind("httpRedirect")):
            assert (moved.get("exactDestination"), moved.get("httpResponseStatus")) == ("true", "Permanent")
            return 301, headers | {"Location": moved.attrib["destination"]}
        folder = self.site / path
        file = folder / settings[0].find("defaultDocument/files/add").attrib["value"] if folder.is_dir() else folder
        kinds = {e.get("fileExtension"): e.attrib["mimeType"] for e in settings[0].iterfind("staticContent/mimeMap")}
        if not file.is_file() or file.suffix not in kinds:
            return 404, headers
        caches = [cache.attrib for s in settings for cache in s.iterfind("staticContent/clientCache")]
        return 200, headers | {"Content-Type": kinds[file.suffix], "Cache-Control": self._cache(caches[-1])}

    def _settings(self, path: str) -> list[Element]:
        """The settings that hold for a path, the nearest last."""
        near = [e for e in self.root.iterfind("location") if f"{path}/".startswith(f"{e.attrib['path']}/")]
        return [s for e in (self.root, *near) for s in e.iterfind("system.webServer")]

    @staticmethod
    def _cache(cache: dict[str, str]) -> str:
        if cache["cacheControlMode"] == "DisableCache":
            return "no-cache"
        days, _, rest = cache["cacheControlMaxAge"].partition(".")
        assert (cache["cacheControlMode"], rest) == ("UseMaxAge", "00:00:00")
        custom = cache["cacheControlCustom"].split(", ")
        return f"{custom[0]}, max-age={int(days) * 86400}, {custom[1]}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = make_site(tmp_path / "site", redirects={"prove/ta5": "da05"})
    move_to(folder, "/avtaler/")
    return folder


def test_iis_knows_every_element_and_attribute(site: Path) -> None:
    for element in Iis(site).root.iter():
        assert set(element.attrib) <= set(KNOWN[element.tag].split()), element.tag


def test_no_inherited_entry_of_iis_can_collide(site: Path) -> None:
    """An entry that a parent configuration already has stops the site, unless it is removed first."""
    for collection in Iis(site).root.iter():
        entries = list(collection)
        for n, entry in enumerate(entries):
            if entry.tag in ("add", "mimeMap", "error"):
                key = next(iter(entry.attrib.items()))
                before = entries[:n]
                assert any(e.tag == "clear" or (e.tag == "remove" and key in e.attrib.items()) for e in before), key


def test_iis_shows_what_nginx_shows(site: Path) -> None:
    iis = Iis(site)
    (style,) = (site / "assets").glob("*.css")
    status, headers = iis.answer("da05/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-cache")
    assert security_headers().items() <= headers.items()
    assert iis.answer(f"assets/{style.name}")[1]["Cache-Control"] == "public, max-age=31536000, immutable"
    for former in ("prove/ta5", "prove/ta5/"):
        status, headers = iis.answer(former)
        assert (status, headers["Location"]) == (301, "/avtaler/da05/")
        assert security_headers().items() <= headers.items()
    assert iis.answer("web.config")[0] == iis.answer("finnes-ikke/")[0] == iis.answer("prove/")[0] == 404
    assert iis.answer("status.json")[1]["Cache-Control"] == "no-cache"
    errors = {e.get("statusCode"): (e.get("path"), e.get("responseMode")) for e in iis.root.iter("error")}
    assert errors == {"404": ("404.html", "File"), "403": ("404.html", "File")}
    assert iis.root.find("system.webServer/directoryBrowse").attrib == {"enabled": "false"}


def test_both_servers_have_the_same_headers_kinds_and_former_addresses(site: Path, tmp_path: Path) -> None:
    nginx = server_files(tmp_path, "current", read_manifest((site / "manifest.json").read_bytes()))
    written = dict(re.findall(r'^add_header (\S+) "(.*)" always;$', nginx["nginx/headers.conf"], re.MULTILINE))
    root = Iis(site).root
    assert written == {e.get("name"): e.get("value") for e in root.iterfind(".//customHeaders/add")}
    block = nginx["nginx/location.conf"].split("types {")[1].split("}")[0]
    kinds = {f".{extension}": kind for kind, extension in re.findall(r"(\S+) (\w+);", block)}
    assert kinds == {e.get("fileExtension"): e.attrib["mimeType"].split(";")[0] for e in root.iter("mimeMap")} == TYPES
    moved = re.findall(r"location = (\S+?)/? \{.* return 301 (\S+);", nginx["nginx/location.conf"])
    assert set(moved) == {
        (f"/avtaler/{e.get('path')}", e.find("*/httpRedirect").get("destination"))
        for e in root.iter("location")
        if e.find("*/httpRedirect") is not None
    }


def test_a_container_runs_without_rights_from_a_base_that_can_be_pinned(tmp_path: Path) -> None:
    lines = server_files(tmp_path, "releases/20270115T080000Z-abc", Manifest("b", {}, {}))["Containerfile"].splitlines()
    steps = [line for line in lines if line[:1].isupper()]
    assert steps[:2] == ["ARG BASE=docker.io/library/debian:13-slim", "FROM ${BASE}"]
    assert "COPY releases/20270115T080000Z-abc/ /srv/avtaleverk/" in steps
    assert steps.index("USER 33:33") < next(n for n, line in enumerate(steps) if line.startswith("CMD"))
