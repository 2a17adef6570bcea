"""The same input on the same day gives the same bytes: in another folder, language, time zone and order of files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import HERE, ROOT

DAY = "1795305600"  # 22 November 2026


def built(root: Path, *, backwards: bool = False, **environment: str) -> dict[str, bytes]:
    """Copy the minimal corpus file by file, build it, and read the whole site, and the edition that needs no server."""
    sources = [p for p in sorted((HERE / "minimal").rglob("*"), reverse=backwards) if p.is_file()]
    for path in sources:
        copy = root / path.relative_to(HERE / "minimal")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(ROOT / "scripts/theme", root / "scripts/theme")
    shutil.copy(ROOT / "scripts/mkdocs_hook.py", root / "scripts")
    done = subprocess.run(
        [sys.executable, "-m", "avtaleverk", "build", "--offline"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(ROOT / "scripts"), "SOURCE_DATE_EPOCH": DAY} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = [p for folder in ("site", "build/offline") for p in (root / folder).rglob("*") if p.is_file()]
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in made}


def test_two_builds_are_byte_for_byte_the_same(tmp_path: Path) -> None:
    first = built(tmp_path / "en", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    other = tmp_path / "en helt annen mappe"
    second = built(other, backwards=True, TZ="Pacific/Pago_Pago", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert b"2026-11-22" in first["site/status.json"]
    assert "build/offline/avtaleverk-2026-11-22.zip" in first
