"""Files are written only when they changed, and those no longer made are deleted."""

from pathlib import Path

from avtaleverk.site.stage import build_id, stage


def test_only_what_differs_is_touched(tmp_path: Path) -> None:
    stage({"a.md": b"1", "b/c.md": b"2"}, tmp_path)
    before = (tmp_path / "a.md").stat().st_mtime_ns
    stage({"a.md": b"1", "d.md": b"3"}, tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == ["a.md", "d.md"]


def test_the_id_of_a_build_names_exactly_its_files() -> None:
    assert build_id({"a": b"1"}) == build_id({"a": b"1"})
    assert len({build_id({"a": b"1"}), build_id({"a": b"2"}), build_id({"b": b"1"}), build_id({})}) == 4
