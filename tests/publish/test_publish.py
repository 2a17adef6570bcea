"""A release replaces the last one atomically: whatever stops the publisher, readers have a whole site."""

import errno
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from avtaleverk.cli import main
from avtaleverk.publish.lock import Busy, only_one
from avtaleverk.publish.publish import Refused, publish, roll_back
from avtaleverk.publish.release import current_of, releases_of
from avtaleverk.site.verify import verify
from tests.conftest import ROOT
from tests.small_site import AGREEMENT, make_site

NOW = 1_800_000_000
PATHS = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
DAY_OLD = AGREEMENT
DAY_NEW = AGREEMENT.replace("24 timer", "48 timer")
BOTH = pytest.mark.parametrize("symlinks", [True, False], ids=["symlink", "rename"])


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
    assert main(["publish", "--first", str(tmp_path), str(target)]) == 1
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


@BOTH
def test_a_full_disk_leaves_the_old_site(
    old: Path, new: Path, target: Path, symlinks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(old, target, NOW, symlinks=symlinks)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space"):
        publish(new, target, NOW, symlinks=symlinks)
    assert shown(target) == "old"
    assert [p.name for p in (target / "releases").iterdir() if p.name.startswith(".")] == []


def test_without_a_switch_in_one_step_a_failed_second_step_is_undone(
    old: Path, new: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("avtaleverk.publish.switch._exchange", lambda *_: False)
    publish(old, target, NOW, symlinks=False)
    rename = Path.rename

    def denied(path: Path, to: Path) -> Path:
        if path.parent.name == "releases" and Path(to).name == "current" and "forrige" not in path.name:
            raise PermissionError(errno.EACCES, "in use")
        return rename(path, to)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "rename", denied)
        with pytest.raises(PermissionError):
            publish(new, target, NOW, symlinks=False)
    assert shown(target) == "old"
    publish(new, target, NOW, symlinks=False)
    assert shown(target) == "new"


_TOUCHING = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.chmod", "os.utime", "shutil.copyfile")


def _watched(before_change: Callable[[int], object], act: Callable[[], object]) -> int:
    """Run `act` in a process of its own, with `before_change(n)` called before its nth change to the disk; its exit status."""
    child = os.fork()
    if child == 0:  # pragma: no cover
        number = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal number
            writing = event == "open" and isinstance(arguments[1], str) and any(c in arguments[1] for c in "wax+")
            if event in _TOUCHING or writing:
                number += 1
                before_change(number)

        sys.addaudithook(count)
        code = 0
        try:
            act()
        except OSError:
            code = 2
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1]


def killed_at(step: int, act: Callable[[], object]) -> bool:
    """Run `act` in a process that is killed just before its `step`th change to the disk; False if it finished first."""
    return os.WIFSIGNALED(_watched(lambda n: n == step and os.kill(os.getpid(), signal.SIGKILL), act))


def failed_from(step: int, act: Callable[[], object]) -> bool:
    """Run `act` where every change to the disk fails from the `step`th on, as when a share is gone; False if it finished."""

    def gone(number: int) -> None:
        if number >= step:
            raise OSError(errno.ESTALE, "Stale file handle")

    return os.waitstatus_to_exitcode(_watched(gone, act)) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@BOTH
def test_killed_at_any_step_the_site_is_whole(old: Path, new: Path, target: Path, symlinks: bool) -> None:
    publish(old, target, NOW, symlinks=symlinks)
    seen, step = set(), 1
    while killed_at(step, lambda: publish(new, target, NOW, keep=2, symlinks=symlinks)):
        seen.add(shown(target))
        publish(old, target, NOW, keep=2, symlinks=symlinks)
        assert shown(target) == "old"
        step += 1
    assert seen == {"old", "new"}
    assert step > 40
    assert shown(target) == "new"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@BOTH
def test_a_rollback_killed_at_any_step_leaves_a_whole_site(old: Path, new: Path, target: Path, symlinks: bool) -> None:
    prepared = target.with_name("prepared")
    publish(old, prepared, NOW, symlinks=symlinks)
    publish(new, prepared, NOW, symlinks=symlinks)
    shutil.copytree(prepared, target, symlinks=True)
    step = 1
    while killed_at(step, lambda: roll_back(target, symlinks)):
        assert shown(target) in ("old", "new")
        shutil.rmtree(target)
        shutil.copytree(prepared, target, symlinks=True)
        step += 1
    assert step > 20
    assert shown(target) == "old"
    assert current_of(target)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@BOTH
def test_a_share_that_goes_away_at_any_step_leaves_a_whole_site(
    old: Path, new: Path, target: Path, symlinks: bool
) -> None:
    publish(old, target, NOW, symlinks=symlinks)
    step = 1
    while failed_from(step, lambda: publish(new, target, NOW, keep=2, symlinks=symlinks)):
        assert shown(target) == "old"
        step += 1
    assert step > 40
    assert shown(target) == "new"
    publish(old, target, NOW, keep=2, symlinks=symlinks)
    assert shown(target) == "old"


@pytest.mark.parametrize("size", [0, 100, 500, 700])
def test_a_disk_that_takes_no_more_leaves_the_old_site(old: Path, new: Path, target: Path, size: int) -> None:
    """A limit on the size of files, which the system reports as it reports a full disk."""
    resource = pytest.importorskip("resource")
    publish(old, target, NOW)
    code = f"import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {resource.RLIM_INFINITY}))\n"
    code += "from avtaleverk.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, "publish", str(new), str(target)],
        env=PATHS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Ingenting er publisert" in done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert shown(target) == "old"
    publish(new, target, NOW)
    assert shown(target) == "new"


@BOTH
def test_many_at_once_leave_one_whole_site(old: Path, new: Path, target: Path, symlinks: bool) -> None:
    publish(old, target, NOW, symlinks=symlinks)
    command = [sys.executable, "-m", "avtaleverk", "publish", *([] if symlinks else ["--no-symlink"])]
    running = [
        subprocess.Popen([*command, str(site), str(target)], env=PATHS, stderr=subprocess.DEVNULL)
        for site in (new, new, new)
    ]
    codes = [process.wait(timeout=60) for process in running]
    assert 0 in codes
    assert set(codes) <= {0, 2}
    assert shown(target) == "new"
    assert len(releases_of(target)) == 1 + codes.count(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_publisher_that_is_killed_while_it_verifies_leaves_no_lock(old: Path, target: Path, tmp_path: Path) -> None:
    """The site is so large that several processes verify it, and they inherit the publisher's lock."""
    large = tmp_path / "large"
    for n in range(80):
        (large / f"{n}.txt").parent.mkdir(exist_ok=True)
        (large / f"{n}.txt").write_text("x" * 600)
    make_site(large, build="large")
    code = (
        "import sys, time; from avtaleverk.site import contents; from avtaleverk.cli import main\n"
        "def slow(chunk): print('begun', file=sys.stderr, flush=True); time.sleep(600)\n"
        "contents._read_chunk = slow; main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "publish", "--first", str(large), str(target)]
    with subprocess.Popen(command, env=PATHS, stderr=subprocess.PIPE) as process:
        assert process.stderr
        assert process.stderr.readline().startswith(b"begun")
        process.kill()
    for _ in range(200):  # the workers go a moment after the one that they work for
        with suppress(Busy):
            publish(old, target, NOW)
            break
        time.sleep(0.05)
    assert shown(target) == "old"
