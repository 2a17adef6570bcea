"""Whatever stops the publisher, and wherever, readers have a whole site."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from avtaleverk.publish.publish import publish, roll_back
from avtaleverk.publish.release import current_of, releases_of
from tests.conftest import ROOT
from tests.publish.conftest import BOTH, NOW, shown
from tests.small_site import make_site

PATHS = os.environ | {"PYTHONPATH": str(ROOT / "scripts")}
_TOUCHING = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.symlink", "os.chmod", "os.utime", "shutil.copyfile")


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
        process.stderr.read()  # ends when the workers are gone too, a moment after the one that they work for
    publish(old, target, NOW)
    assert shown(target) == "old"
