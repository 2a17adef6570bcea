"""The bill of materials (CycloneDX): what the site ships to readers, and what it was built with."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from avtaleverk.search.build import lunr_script

NAME = "sbom.cdx.json"
SHIPPED = ("mkdocs-material",)  # its stylesheets
_PINNED = re.compile(r"^([\w.-]+)==[\w.]+", re.MULTILINE)
_LUNR_VERSION = re.compile(rb'lunr\.version = "([\d.]+)"')


def sbom_files(root: Path) -> dict[str, bytes]:
    """The bill of a build of the project in `root`, as a file by name."""
    lock = root / "requirements.lock"
    return {NAME: sbom(lock.read_text(encoding="utf-8") if lock.is_file() else "")}


def sbom(lock: str) -> bytes:
    """The bill of a build with the packages in the lock file. It has no timestamp and no random id, so it is reproducible."""
    packages = [part for name in sorted(set(_PINNED.findall(lock))) if (part := _package(name))]
    parts = [_lunr(), *packages]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "avtaleverk", "name": "avtaleverk"}},
        "components": parts,
        "dependencies": [{"ref": "avtaleverk", "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def _package(name: str) -> dict[str, Any] | None:
    """An installed Python package; None for one that is pinned for other systems only."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    licences = found.metadata.get_all("License-Expression") or []
    part = _component(name, found.version, f"pkg:pypi/{name.lower()}@{found.version}", shipped=name in SHIPPED)
    return part | {"licenses": [{"expression": licence} for licence in licences]}


def _lunr() -> dict[str, Any]:
    version = _LUNR_VERSION.search(lunr_script())
    number = version[1].decode() if version else "unknown"
    return _component("lunr.js", number, f"pkg:npm/lunr@{number}", shipped=True) | {
        "licenses": [{"license": {"id": "MIT"}}]
    }


def _component(name: str, version: str, purl: str, *, shipped: bool) -> dict[str, Any]:
    """A component; in CycloneDX's terms `required` when readers get it, `excluded` when it only takes part in the build."""
    scope = "required" if shipped else "excluded"
    return {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "scope": scope}
