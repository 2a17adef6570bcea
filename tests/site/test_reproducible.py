"""The same input on the same day gives the same bytes: in another folder, language, time zone and order of files."""

import shutil
from pathlib import Path

from tests.conftest import HERE
from tests.project import put_around, run

DAY = "1795305600"  # 22 November 2026


def built(root: Path, *, backwards: bool = False, **environment: str) -> dict[str, bytes]:
    """Copy the minimal corpus file by file, build it, and read the whole site and the offline edition."""
    sources = [p for p in sorted((HERE / "minimal").rglob("*"), reverse=backwards) if p.is_file()]
    for path in sources:
        copy = root / path.relative_to(HERE / "minimal")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    put_around(root)
    done = run(root, "avtaleverk", "build", "--offline", SOURCE_DATE_EPOCH=DAY, **environment)
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
