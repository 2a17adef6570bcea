"""Assets get a hash of their content in their names, so that browsers can cache them for a year and never use a stale one."""

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

FOLDER = "assets"
HASHED = re.compile(r"[./][0-9a-f]{8,64}[./]")
_TEXT = frozenset({".css", ".js", ".mjs", ".json", ".svg", ".webmanifest"})
# A file's name where an address ends: in quotes or in `url()`.
_REFERENCE = re.compile(r"""(?<=["'`(/])[\w.-]+(?=["'`)#?])""")
_IN_PAGE = re.compile(rf'(?<=[="/]){FOLDER}/[\w./-]+(?=["#?])')


def named_by_content(assets: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    """Each asset's new name and content. An asset comes after those it refers to; assets in a circle share a hash.

    A file whose name, or whose folder, already is a hash keeps its name.
    """
    named = {path: (path, content) for path, content in assets.items() if HASHED.search(path)}
    waiting = {path: content for path, content in assets.items() if path not in named}
    mentions = {path: _mentioned(path, content, waiting) for path, content in waiting.items()}
    while ready := [path for path in sorted(waiting) if mentions[path] <= named.keys()]:
        for path in ready:
            renamed = {m: named[m][0] for m in mentions[path]}
            content = _with_names(waiting.pop(path), renamed)
            named[path] = (hashed_name(path, content), content)
    return named | _circle(waiting)


def _circle(assets: Mapping[str, bytes]) -> dict[str, tuple[str, bytes]]:
    digest = sha256(b"".join(sha256(assets[path]).digest() for path in sorted(assets))).hexdigest()[:16]
    names = {path: _with_digest(path, digest) for path in assets}
    return {path: (names[path], _with_names(content, names)) for path, content in assets.items()}


def hashed_name(path: str, content: bytes) -> str:
    """`assets/x.css` → `assets/x.1f0c24d7a9e3.css`."""
    return _with_digest(path, sha256(content).hexdigest()[:12])


def _with_digest(path: str, digest: str) -> str:
    place = PurePosixPath(path)
    return str(place.with_name(f"{place.stem}.{digest}{place.suffix}"))


def rename_assets(site: Path, pages: list[Path]) -> None:
    """Give the site's assets their names, and the pages the new names."""
    assets = {p.relative_to(site).as_posix(): p.read_bytes() for p in (site / FOLDER).rglob("*") if p.is_file()}
    names: dict[str, str] = {}
    for path, (name, content) in named_by_content(assets).items():
        names[path] = name
        if name != path:
            (site / name).write_bytes(content)
            (site / path).unlink()
    for page in pages:
        before = page.read_text(encoding="utf-8")
        after = _IN_PAGE.sub(lambda found: names.get(found[0], found[0]), before)
        if after != before:
            page.write_text(after, encoding="utf-8", newline="")


def _mentioned(path: str, content: bytes, assets: Mapping[str, bytes]) -> frozenset[str]:
    if PurePosixPath(path).suffix not in _TEXT:
        return frozenset()
    names = set(_REFERENCE.findall(content.decode(errors="replace")))
    return frozenset(other for other in assets if other != path and PurePosixPath(other).name in names)


def _with_names(content: bytes, names: Mapping[str, str]) -> bytes:
    if not names:
        return content
    by_file = {PurePosixPath(path).name: PurePosixPath(name).name for path, name in names.items()}
    return _REFERENCE.sub(lambda found: by_file.get(found[0], found[0]), content.decode()).encode()
