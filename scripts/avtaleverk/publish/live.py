"""Check that a running site is the one that was published: fetch every file and compare it with a manifest."""

import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import ProxyHandler, Request, build_opener

from avtaleverk.site.manifest import NAME, Manifest, read_manifest
from avtaleverk.site.policy import security_headers

_OPENER = build_opener(ProxyHandler({}))
_AT_ONCE = 4
_TIMEOUT = 20


class Unreachable(Exception):
    """The site does not answer, or has no readable manifest."""


def manifest_of(address: str) -> Manifest:
    """The manifest of the running site. Raises Unreachable."""
    status, _, content = _get(address, NAME)
    if status != 200:
        hint = " Står nettstedet under en sti, skriv adressen med den: http://server/avtaler/" if status else ""
        raise Unreachable(f"{address}{NAME} svarer {status or 'ikke'}.{hint}")
    try:
        return read_manifest(content)
    except ValueError:
        raise Unreachable(f"{address}{NAME} er skadet.") from None


def differences(address: str, manifest: Manifest) -> Iterator[str]:
    """How the running site differs from the manifest."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        asked = {path: pool.submit(_get, address, path) for path in manifest.files if path != "web.config"}
        for path, answer in asked.items():
            status, headers, content = answer.result()
            if status != 200:
                yield f"{path}: svarer {status or 'ikke'}"
            elif sha256(content).hexdigest() != manifest.files[path]:
                yield f"{path}: har et annet innhold enn det som ble publisert"
            elif path == "index.html":
                yield from _headers(path, headers)


def _headers(path: str, headers: dict[str, str]) -> Iterator[str]:
    for name, value in security_headers().items():
        if headers.get(name.lower()) != value:
            yield f"{path}: svaret mangler den rette {name}"
    if "no-cache" not in headers.get("cache-control", ""):
        yield f"{path}: svaret lar leseren beholde gamle sider (Cache-Control)"


def _get(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and content; status 0 when there is no answer."""
    place = path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path
    if urlsplit(address).scheme not in ("http", "https"):
        raise Unreachable(f"{address} er ingen adresse til et nettsted.")
    request = Request(address + quote(place), headers={"Cache-Control": "no-cache"})
    try:
        with _OPENER.open(request, timeout=_TIMEOUT) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except HTTPError as error:
        return error.code, {}, b""
    except (URLError, OSError, http.client.HTTPException):
        return 0, {}, b""
