"""A release replaces the last one, and can be rolled back."""

import os
import stat
from pathlib import Path

import pytest

from avtaleverk.cli import main
from avtaleverk.publish.lock import Busy, only_one
from avtaleverk.publish.publish import Refused, publish, roll_back
from avtaleverk.publish.release import releases_of
from tests.publish.conftest import BOTH, NOW, shown
from tests.small_site import make_site


@BOTH
def test_a_release_is_shown_and_can_be_rolled_back(old: Path, new: Path, target: Path, symlinks: bool) -> None:
    publish(old, target, NOW, symlinks=symlinks)
    assert shown(target) == "old"
    publish(new, target, NOW + 60, symlinks=symlinks)
    assert shown(target) == "new"
    roll_back(target, symlinks)
    assert shown(target) == "old"
    publish(new, target, NOW + 120, symlinks=symlinks)
    assert shown(target) == "new"
    assert [release.id[:8] for release in releases_of(target)] == ["20270115"] * 3


@BOTH
def test_a_rollback_leads_to_what_readers_saw_before_or_to_the_release_that_is_named(
    old: Path, new: Path, target: Path, symlinks: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    good = publish(old, target, NOW, symlinks=symlinks)
    bad = [publish(new, target, NOW + n, symlinks=symlinks) and roll_back(target, symlinks) for n in (1, 2)]
    assert set(bad) == {good}
    publish(new, target, NOW + 3, keep=2, symlinks=symlinks)
    assert roll_back(target, symlinks) == good
    assert main(["publish", "--list", str(target)]) == 0
    named, *_, last = capsys.readouterr().out.splitlines()
    assert last.startswith(good.id) and last.endswith("vises nå")
    assert (
        main(["publish", "--rollback", "--to", named.split()[0], str(target), *(["--no-symlink"] * (not symlinks))])
        == 0
    )
    assert shown(target) == "new"
    with pytest.raises(Refused, match="ingen utgivelse 2019"):
        roll_back(target, symlinks, "2019")


@pytest.mark.parametrize("mistyped", [["--rollback"], ["--list"], []], ids=["back", "list", "publish"])
def test_a_target_that_is_mistyped_is_not_made(old: Path, target: Path, mistyped: list[str]) -> None:
    site = [] if mistyped else [str(old)]
    assert main(["publish", *mistyped, *site, str(target)]) == 2
    assert not target.exists()
    assert main(["publish", "--first", str(old), str(target)]) == 0
    assert main(["publish", str(old), str(target)]) == 0


def test_a_first_release_that_failed_leaves_no_trace_and_a_site_that_may_only_be_read_is_published(
    old: Path, target: Path
) -> None:
    (old / "manifest.json").rename(old / "bort.json")
    assert main(["publish", "--first", str(old), str(target)]) == 1
    (old / "bort.json").rename(old / "manifest.json")
    for path in [*old.rglob("*"), old]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    assert main(["publish", str(old), str(target)]) == 2
    assert main(["publish", "--first", str(old), str(target)]) == 0


@pytest.mark.parametrize("inside", ["", "releases", "assets/ny"], ids=["same", "in it", "deeper"])
def test_a_site_is_not_published_into_itself(old: Path, inside: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(old.rglob("*"))
    assert main(["publish", "--first", str(old), str(old / inside)]) == 2
    assert "ligger i nettstedet" in capsys.readouterr().err
    assert sorted(old.rglob("*")) == before


def test_a_folder_with_other_things_is_not_published_to(
    old: Path, target: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target.mkdir()
    (target / "mkdocs.yml").write_text("")
    assert main(["publish", "--first", str(old), str(target)]) == 2
    assert "ligger noe annet: mkdocs.yml" in capsys.readouterr().err
    assert [path.name for path in target.iterdir()] == ["mkdocs.yml"]


@pytest.mark.parametrize("path", ["/a b;}/", "/../etc/", "/a{/", "/æ/", "http://[/"])
def test_a_path_that_no_server_can_show_is_refused(
    old: Path, target: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["publish", "--first", "--path", path, str(old), str(target)])
    assert stopped.value.code == 2
    assert "kan ikke brukes. Skriv stien med" in capsys.readouterr().err
    manifest = old / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"base": "/"', f'"base": "{path}"'))
    assert main(["publish", "--first", str(old), str(target)]) == 1
    assert "manifest.json: mangler eller er skadet" in capsys.readouterr().err


def test_there_is_nothing_before_the_first_release(old: Path, target: Path) -> None:
    publish(old, target, NOW)
    with pytest.raises(Refused, match="ingen tidligere"):
        roll_back(target)
    assert shown(target) == "old"


def test_two_releases_never_share_a_time(old: Path, new: Path, target: Path) -> None:
    """A change from "24 timer" to "48 timer" within a second keeps both size and time, so that caches would miss it."""
    times = []
    for site in (old, new, old):
        publish(site, target, NOW)
        page = (target / "current/da05/index.html").stat()
        times.append((int(page.st_mtime), page.st_size))
    assert len({size for _, size in times}) == 1
    assert len({time for time, _ in times}) == 3


@BOTH
def test_what_readers_have_open_goes_on_working(old: Path, new: Path, target: Path, symlinks: bool) -> None:
    (red,) = (p.name for p in (old / "assets").glob("*.css"))
    (blue,) = (p.name for p in (new / "assets").glob("*.css"))
    publish(old, target, NOW, symlinks=symlinks)
    publish(new, target, NOW, symlinks=symlinks)
    assert {red, blue} <= {p.name for p in (target / "current/assets").iterdir()}
    roll_back(target, symlinks)
    assert {red, blue} <= {p.name for p in (target / "current/assets").iterdir()}
    assert shown(target) == "old"


@BOTH
def test_only_some_releases_are_kept(old: Path, new: Path, target: Path, symlinks: bool) -> None:
    for n in range(6):
        publish((old, new)[n % 2], target, NOW + n, keep=3, symlinks=symlinks)
    assert len(releases_of(target)) == 3
    assert shown(target) == "new"


def test_a_damaged_site_is_refused(old: Path, new: Path, target: Path) -> None:
    publish(old, target, NOW)
    (new / "da05/index.html").write_text("<p>")
    with pytest.raises(Refused) as refused:
        publish(new, target, NOW)
    assert "da05/index.html" in str(refused.value)
    assert shown(target) == "old"
    assert len(releases_of(target)) == 1
    assert main(["publish", str(new), str(target)]) == 1


def test_a_damaged_site_is_not_mended_by_moving_it(old: Path, target: Path) -> None:
    (old / "da05/index.html").write_text("<p>")
    with pytest.raises(Refused):
        publish(old, target, NOW, path="/avtaler/")


def test_a_folder_that_is_no_site_is_refused(tmp_path: Path, target: Path) -> None:
    empty = tmp_path / "tom"
    empty.mkdir()
    assert main(["publish", "--first", str(empty), str(target)]) == 1
    assert main(["publish", str(target)]) == 2


def test_two_at_once_do_not_collide(old: Path, target: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(old, target, NOW)
    with only_one(target):
        with pytest.raises(Busy):
            publish(old, target, NOW)
        assert main(["publish", str(old), str(target)]) == 2
    assert "pågår" in capsys.readouterr().err
    publish(old, target, NOW)


def test_the_server_may_read_everything_whatever_the_umask(old: Path, target: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(old, target, NOW)
    finally:
        os.umask(before)
    for path in [target, *target.rglob("*")]:
        if path.name.startswith("."):
            continue
        mode = path.stat().st_mode
        assert mode & stat.S_IROTH, path
        assert not path.is_dir() or mode & stat.S_IXOTH, path


def test_a_site_is_published_under_a_path_and_stays_there(old: Path, new: Path, target: Path) -> None:
    publish(old, target, NOW, path="avtaler")
    publish(new, target, NOW)
    assert 'href="/avtaler/assets/' in (target / "current/404.html").read_text(encoding="utf-8")
    assert "location ^~ /avtaler/ {" in (target / "server/nginx/location.conf").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("address", "path", "said"),
    [
        ("https://avtaleverk.example/", [], "eksempelets"),
        ("https://intranett.test/", ["--path", "/avtaler/"], "står under /avtaler/"),
        ("https://intranett.test/avtaler/", [], ""),
        ("https://intranett.test/avtaler/", ["--path", "avtaler"], ""),
        ("", [], ""),
    ],
)
def test_an_address_on_paper_that_leads_nowhere_is_told(
    tmp_path: Path, target: Path, address: str, path: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    site = make_site(tmp_path / "site", address=address)
    assert main(["publish", "--first", str(site), str(target), *path]) == 0
    told = capsys.readouterr().err
    assert said in told and bool(said) == bool(told)
