"""Verify: a finished site is complete and consistent, is valid HTML, and loads nothing from elsewhere."""

import json
import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from avtaleverk.site.assets import FOLDER
from avtaleverk.site.contents import Problem, Read, look_through
from avtaleverk.site.manifest import COMPRESSED, NAME, RELEASE, Manifest, page_file, read_manifest
from avtaleverk.site.server.iis import NAME as WEB_CONFIG
from avtaleverk.site.server.types import TYPES
from avtaleverk.site.status import NAME as STATUS

# IIS refuses a plus, Windows the names of its devices; a server with another encoding all but plain letters.
_SERVABLE = re.compile(r"(?!(?:.*/)?(?:con|prn|aux|nul|com\d|lpt\d)(?:[./]|$))[A-Za-z0-9._/-]+", re.IGNORECASE)


def verify(site: Path) -> list[Problem]:
    """All problems of the site, sorted; it can be published when there are none."""
    try:
        manifest = read_manifest((site / NAME).read_bytes())
    except (OSError, ValueError):
        return [Problem(NAME, "mangler eller er skadet. Bygg nettstedet på nytt.")]
    found = sorted(p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file() and not p.is_symlink())
    files = frozenset(found)
    expected = {**_carried_assets(site), **manifest.files}
    problems = list(_files(site, manifest, expected.keys(), files))
    read = Read()
    for part in look_through(site, manifest, expected, found):
        read.ids |= part.ids
        read.targets = part.targets | read.targets
        problems += part.problems
    problems += _pages(manifest, read.ids)
    problems += _targets(read, files)
    problems += _build_ids(site, manifest)
    return sorted(set(problems))


def _files(site: Path, manifest: Manifest, known: Set[str], files: frozenset[str]) -> Iterator[Problem]:
    """Files that are missing, that the build did not make, or that servers cannot show."""
    for path in manifest.files.keys() - files:
        yield Problem(path, "mangler")
    for path in manifest.files:
        if Path(path).suffix not in TYPES and path != WEB_CONFIG:
            yield Problem(path, "er av et slag som tjenerne ikke er satt opp for")
        if not _SERVABLE.fullmatch(path):
            yield Problem(path, "har et navn som ikke alle tjenere viser")
    for path in files - known - {NAME, RELEASE}:
        if not (path.endswith(COMPRESSED) and path[:-3] in known):
            yield Problem(path, "er ikke laget av byggingen")
    for link in (p for p in site.rglob("*") if p.is_symlink()):
        yield Problem(link.relative_to(site).as_posix(), "er en symbolsk lenke")


def _carried_assets(site: Path) -> dict[str, str]:
    """The assets of earlier releases that a published release keeps for pages that readers have open."""
    try:
        return dict(json.loads((site / RELEASE).read_bytes())["carried"])
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _pages(manifest: Manifest, ids: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    for page, anchors in manifest.pages.items():
        path = page_file(page)
        if path not in ids:
            yield Problem(path, "siden mangler")
        for anchor in set(anchors) - ids.get(path, frozenset(anchors)):
            yield Problem(path, f"ankeret «{anchor}» mangler")
    for old, new in manifest.redirects.items():
        if new not in manifest.pages:
            yield Problem(page_file(old), f"flyttet til {new}, som ikke finnes")


def _targets(read: Read, files: frozenset[str]) -> Iterator[Problem]:
    for (target, fragment), page in read.targets.items():
        if target not in files:
            yield Problem(page, f"lenken til {target or fragment} fører ingen steder")
        elif fragment and target in read.ids and fragment not in read.ids[target]:
            yield Problem(page, f"lenken til {target}#{fragment} fører til et anker som ikke finnes")


def _build_ids(site: Path, manifest: Manifest) -> Iterator[Problem]:
    """Files that say they are of another build: the status, and the search index."""
    indexes = sorted(p for p in manifest.files if p.startswith(f"{FOLDER}/sok/") and p.endswith("/base.json"))
    for path in (STATUS, *indexes):
        try:
            build = json.loads((site / path).read_bytes())["build"]
        except (OSError, ValueError, KeyError, TypeError):
            yield Problem(path, "mangler eller er skadet")
            continue
        if build != manifest.build_id:
            yield Problem(path, f"er fra en annen bygging ({build})")
