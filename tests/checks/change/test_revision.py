"""What a change is compared with: the last commit, or the revision that is named."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from avtaleverk.checks.change.commit_mark import commit_mark
from avtaleverk.checks.change.committed import since_commit
from avtaleverk.checks.change.revision import UNCHANGED, Change, UnknownRevision, change_since
from avtaleverk.cli import main
from tests.checks.changes import found
from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"---\n---\n", b"---\nid: [a]\n---\n", b"---\nid: &a x\n---\n"])
def test_whatever_stood_there_before_the_rest_is_checked(minimal: Minimal, content: bytes) -> None:
    paths = {"agreements/prove/prosedyrer/p-borte.md": content, "agreements/borte/p.md": content}
    minimal.with_(PROCEDURE, faser="[utskriving]")
    assert "AV104" in {code for code, _, _ in found(minimal, Change(frozenset(paths), paths))}


def git(root: Path, *words: str) -> None:
    command = ["git", "-C", str(root), "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    subprocess.run(command, check=True, capture_output=True)


def commit(root: Path) -> None:
    """Make a repository of a folder, with all that is in it."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "start")


def test_git_says_what_was_there(minimal: Minimal) -> None:
    commit(minimal.root)
    before = minimal.path(PROCEDURE).read_bytes()
    git(minimal.root, "mv", f"agreements/prove/{PROCEDURE}", "agreements/prove/prosedyrer/p-ny.md")
    minimal.write("prosedyrer/p-nyere.md", "ny")
    change = change_since(minimal.root, "main")
    assert change.before == {f"agreements/prove/{PROCEDURE}": before}
    names = ("p-varsel", "p-ny", "p-nyere")
    assert change.paths == {f"agreements/prove/prosedyrer/{name}.md" for name in names}


def test_a_project_below_the_top_of_the_repository_is_compared_too(minimal: Minimal) -> None:
    commit(minimal.root.parent)
    minimal.with_(PROCEDURE, id="p-ny")
    change = change_since(minimal.root, "main")
    assert list(change.before) == [f"agreements/prove/{PROCEDURE}"]
    assert [d.code for d in minimal.examine(change=change).found] == ["AV407"]


@pytest.mark.parametrize("name", ["p\nny.md", "p ny.md", "-p-ny.md", 'p"ny.md', "p-æ.md", ":(top)p.md", "$(id).md"])
def test_names_are_never_words_for_git(minimal: Minimal, name: str) -> None:
    minimal.write(f"prosedyrer/{name}", "x")
    commit(minimal.root)
    minimal.write(f"prosedyrer/{name}", "y")
    assert change_since(minimal.root, "main").before == {f"agreements/prove/prosedyrer/{name}": b"x"}


def test_links_and_giants_of_the_past_are_not_read(minimal: Minimal) -> None:
    minimal.path("prosedyrer/p-lenke.md").symlink_to("/etc/passwd")
    minimal.write("prosedyrer/p-stor.md", b"x" * 1_000_001)
    commit(minimal.root)
    minimal.path("prosedyrer/p-lenke.md").unlink()
    minimal.path("prosedyrer/p-stor.md").unlink()
    assert change_since(minimal.root, "main").before == {}


def test_without_git_the_message_is_plain(minimal: Minimal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(minimal.root))
    with pytest.raises(UnknownRevision, match="finnes ikke på denne maskinen"):
        change_since(minimal.root, "main")


LATE = date(2028, 1, 1)  # when the yearly review is overdue, which stops those who touch the file


def check_since(minimal: Minimal, revision: str) -> int:
    return main(["--root", str(minimal.root), "check", f"--changed-since={revision}", "--today", LATE.isoformat()])


def test_changed_since_asks_git_what_the_change_touches(minimal: Minimal) -> None:
    commit(minimal.root)
    git(minimal.root, "checkout", "-qb", "endring")
    assert check_since(minimal, "main") == 0
    minimal.replace(PROCEDURE, "Skriv grunnen i journalen.", "Skriv hvorfor i journalen.")
    assert check_since(minimal, "main") == 1


def codes(minimal: Minimal, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    main(["--root", str(minimal.root), "check", "--format=json", "--today", LATE.isoformat(), *options])
    return [found["regel"] for found in json.loads(capsys.readouterr().out)["funn"]]


def test_a_check_compares_with_the_last_commit_by_itself(
    minimal: Minimal, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(minimal.root)
    minimal.write(PROCEDURE, minimal.path(PROCEDURE).read_bytes().replace(b"\n", b"\r\n"))
    assert since_commit(minimal.root) == UNCHANGED
    calendar = codes(minimal, capsys)
    minimal.replace(PROCEDURE, "Skriv grunnen", "Skriv årsaken")
    minimal.write("prosedyrer/ny.md", "")
    new = "agreements/prove/prosedyrer/ny.md"
    assert since_commit(minimal.root).added == {new}
    assert new in change_since(minimal.root, "HEAD").added
    minimal.path("prosedyrer/ny.md").unlink()
    assert sorted(codes(minimal, capsys)) == sorted([*calendar, "AV514"])
    assert codes(minimal, capsys, "--no-compare") == calendar
    assert main(["--root", str(minimal.root), "check", "--today", LATE.isoformat()]) == 0  # weighed as in any check
    capsys.readouterr()
    monkeypatch.setenv("PATH", str(minimal.root))
    assert codes(minimal, capsys) == calendar


def test_the_mark_of_a_commit_is_read_without_git(minimal: Minimal, tmp_path: Path) -> None:
    root, beside = minimal.root, tmp_path / "beside"
    assert commit_mark(root) == ""
    git(root, "init", "-q", "-b", "main")
    assert since_commit(root) == UNCHANGED  # no commit yet
    commit(root)
    first = commit_mark(root)
    git(root, "worktree", "add", "-q", str(beside))
    marks = [first, commit_mark(beside)]
    for place in (root, beside):
        git(place, "commit", "-q", "--allow-empty", "-m", "ny")
        marks.append(commit_mark(place))
    git(root, "pack-refs", "--all")
    marks.append(commit_mark(root))
    git(root, "checkout", "-q", "--detach")
    marks.append(commit_mark(root / "agreements"))
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("revision", ["finnes-ikke", "--output=x", "main; rm -rf x"])
def test_unknown_revision_is_a_usage_error(minimal: Minimal, revision: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert check_since(minimal, revision) == 2
    assert capsys.readouterr().err == "Mappen er ikke et git-depot. Kjør uten --changed-since.\n"
    git(minimal.root, "init", "-q", "-b", "main")
    assert check_since(minimal, revision) == 2
    assert capsys.readouterr().err.startswith(f"Git kjenner ikke revisjonen «{revision.split()[0]}")


def test_a_revision_that_was_not_fetched_is_to_be_fetched(
    minimal: Minimal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(minimal.root, "init", "-q", "-b", "main")
    commit(minimal.root)
    git(minimal.root, "commit", "-q", "--allow-empty", "-m", "ny")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{minimal.root}", "grunn")
    assert main(["--root", str(tmp_path / "grunn"), "check", "--changed-since", "HEAD^"]) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err
