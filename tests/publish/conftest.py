"""Two sites, the place that they are published to, and what readers see there."""

import json
import os
from pathlib import Path

import pytest

from avtaleverk.site.verify import verify
from tests.small_site import AGREEMENT, make_site

NOW = 1_800_000_000
BOTH = pytest.mark.parametrize("symlinks", [True, False], ids=["symlink", "rename"])
DAY_OLD = AGREEMENT
DAY_NEW = AGREEMENT.replace("24 timer", "48 timer")


@pytest.fixture
def tmp_path(memory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Spare the disk: these tests cut no power."""
    monkeypatch.setattr(os, "sync", lambda: None)
    return memory


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_site(tmp_path / "old", build="old", agreement=DAY_OLD, style="p{color:red}")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return make_site(tmp_path / "new", build="new", agreement=DAY_NEW, style="p{color:blue}")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "target"


def shown(target: Path) -> str:
    """The id of the build that readers see, which must be whole."""
    assert verify((target / "current").resolve()) == []
    return str(json.loads((target / "current" / "status.json").read_bytes())["build"])
