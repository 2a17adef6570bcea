"""The manifest: every file of the site with its SHA-256, and every page with its anchors.

The expected manifest is written before the generator runs, and its output is compared with that afterwards, so that no
page and no anchor is silently lost.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from pathlib import Path

from avtaleverk.pages.page import Page
from avtaleverk.site.redirects import Redirect

NAME = "manifest.json"
COMPRESSED = (".gz", ".br")
RELEASE = "utgivelse.json"
_ID = re.compile(r'<[a-z][^<>]*?\sid="([^"]+)"')
BASE = re.compile(r"/(?:(?!\.+/)[A-Za-z0-9._~-]+/)*")  # what a server's configuration can hold unquoted
_PLAIN = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")


@dataclass(frozen=True, slots=True)
class Manifest:
    """`files` maps a path to a SHA-256; `pages` maps an address ("" is the front page) to its anchors.

    `base` is the path that the site was built for; `address` is the one printed on its pages. `redirects` leads from former
    addresses of documents to their present ones.
    """

    build_id: str
    pages: Mapping[str, tuple[str, ...]]
    files: Mapping[str, str]
    base: str = "/"
    redirects: Mapping[str, str] = field(default_factory=dict)
    address: str = ""

    def to_json(self) -> bytes:
        """As a file, one entry a line."""
        content = {
            "build": self.build_id,
            "base": self.base,
            "address": self.address,
            "pages": dict(self.pages),
            "files": dict(self.files),
            "redirects": dict(self.redirects),
        }
        return (json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """Parse a manifest. Raises ValueError, in Norwegian, when it is none, or holds addresses that a server may misread."""
    try:
        data = json.loads(content)
        pages = {str(page): tuple(map(str, anchors)) for page, anchors in data["pages"].items()}
        files = {str(path): str(digest) for path, digest in data["files"].items()}
        redirects = {str(old): str(new) for old, new in data.get("redirects", {}).items()}
        manifest = Manifest(
            str(data["build"]), pages, files, str(data["base"]), redirects, str(data.get("address", ""))
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        raise ValueError("manifestet er skadet, eller filen er ikke et manifest") from None
    if odd := [a for pair in redirects.items() for a in pair if not _PLAIN.fullmatch(a)]:
        raise ValueError(f"manifestet omdirigerer til eller fra «{odd[0]}», som ikke er adressen til en side")
    if not BASE.fullmatch(manifest.base):
        raise ValueError(f"manifestet er laget for «{manifest.base}», som ikke er en sti en server kan vise")
    return manifest


def expected(build_id: str, pages: Iterable[Page], redirects: Iterable[Redirect] = ()) -> Manifest:
    """The manifest of the pages before the generator has run, when their files are not known."""
    made = {page.path: _anchors(page) for page in pages}
    return Manifest(build_id, made, {}, redirects={redirect.old: redirect.new for redirect in redirects})


def _anchors(page: Page) -> tuple[str, ...]:
    named = {heading.anchor for heading in page.headings}
    for block in page.blocks:
        named |= {unescape(anchor) for anchor in _ID.findall(block.html)}
    return tuple(sorted(named))


def digests(site: Path) -> dict[str, str]:
    """The SHA-256 of every file that a manifest lists: all but the manifest, compressed twins and the note of a release."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix not in COMPRESSED and path.relative_to(site).as_posix() not in (NAME, RELEASE)
    }


def page_file(address: str) -> str:
    """The file of a page: `innlandet/da05` → `innlandet/da05/index.html`."""
    return f"{address}/index.html" if address else "index.html"
