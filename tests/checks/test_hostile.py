"""Hostile, careless and innocent files: a finding where it belongs, the rest still checked, nothing written."""

import re
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from avtaleverk.personal_number import as_read
from avtaleverk.rules import visible
from tests.checks.hostile_cases import HOSTILE_FILES, NEW, PATHOLOGICAL, WHOLE, Case
from tests.checks.hostile_texts import HOSTILE_TEXTS, INNOCENT, SECRETS
from tests.conftest import PROCEDURE, TODAY, Minimal

HOSTILE = [*HOSTILE_FILES, *HOSTILE_TEXTS]


def names(case: Case) -> str:
    return case.name[:40]


def tree(root: Path) -> dict[str, str]:
    """Every path below `root` with what it holds."""
    return {
        str(path.relative_to(root)): str(path.readlink())
        if path.is_symlink()
        else sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def test_there_are_enough_cases() -> None:
    assert len(HOSTILE) + len(PATHOLOGICAL) >= 120
    assert len({case.name for case in [*HOSTILE, *PATHOLOGICAL, *INNOCENT]}) == len(
        [*HOSTILE, *PATHOLOGICAL, *INNOCENT]
    )


@pytest.mark.parametrize("case", HOSTILE, ids=names)
def test_hostile_file_is_found_and_the_rest_still_checked(minimal: Minimal, case: Case) -> None:
    minimal.replace("overordnet/os.md", "Partene varsler hverandre.", "Partene <b>varsler</b> hverandre.")
    case.do(minimal)
    before = tree(minimal.root)
    found = minimal.check()
    here = [d for d in found if d.at.path == visible(case.path)]
    assert case.codes & {d.code for d in here}, "\n".join(map(str, found))
    assert not case.line or case.line in {d.at.line for d in here}
    assert "agreements/prove/overordnet/os.md" in {d.at.path for d in found if d.code == "AV702"}
    assert tree(minimal.root) == before
    assert [str(d) for d in found if not can_be_printed_and_names_no_person(str(d))] == []


def can_be_printed_and_names_no_person(line: str) -> bool:
    line.encode("utf-8")
    unseen = re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
    return not unseen and not any(secret in as_read(line) for secret in ("99069", "12345", *SECRETS))


@pytest.mark.parametrize("case", PATHOLOGICAL, ids=names)
def test_pathological_file_ends(minimal: Minimal, case: Case) -> None:
    case.do(minimal)
    assert "agreements/prove/overordnet/os.md" not in {d.at.path for d in minimal.check()}


@pytest.mark.parametrize("case", INNOCENT, ids=names)
def test_innocent_file_passes(minimal: Minimal, case: Case) -> None:
    case.do(minimal)
    assert [str(d) for d in minimal.check()] == []


def test_a_flood_in_one_file_is_told_by_its_first_and_a_count(minimal: Minimal) -> None:
    minimal.write(NEW, WHOLE.replace("innlagt.", "innlagt.\n\n" + "<b>\n\n" * 27)).replace(
        PROCEDURE, "Skriv grunnen", "<i>"
    )
    found = minimal.check()
    assert [d.at.path for d in found if d.code == "AV702"] == [f"agreements/prove/{NEW}"] * 20 + [
        f"agreements/prove/{PROCEDURE}"
    ]
    assert [d.message for d in found if "slike funn" in d.message] == [
        "HTML virker ikke her; leseren ser kodene. (Filen har 7 slike funn til.)"
    ]


# --- properties ------------------------------------------------------------------------------------

RELAXED = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


@RELAXED
@given(content=st.binary(max_size=400))
def test_any_bytes_in_any_file_are_a_finding_at_most(minimal: Minimal, content: bytes) -> None:
    for name in (NEW, PROCEDURE, "helsefellesskap.yml", "agreements/register/roller.yml"):
        kept = minimal.path(name).read_bytes() if minimal.path(name).exists() else None
        minimal.write(name, content)
        before = tree(minimal.root)
        minimal.check()
        assert tree(minimal.root) == before
        if kept is None:
            minimal.path(name).unlink()
        else:
            minimal.write(name, kept)


MARKUP = st.text(alphabet=st.sampled_from("#*_`[]()<>|-+:!&\\\n 1.aåÅ$~^\"'{}=/@0"), max_size=400)


@RELAXED
@given(words=MARKUP)
def test_any_markup_in_a_document_is_a_finding_at_most(minimal: Minimal, words: str) -> None:
    minimal.write(NEW, WHOLE.replace("innlagt.", words)).check()


@RELAXED
@given(
    shift=st.integers(1, 40),
    case=st.sampled_from([c for c in HOSTILE if c.name in {"script", "cyrillic a", "extra cell"}]),
)
def test_lines_added_above_move_every_finding_below(minimal: Minimal, shift: int, case: Case) -> None:
    case.do(minimal)
    before = [d for d in minimal.check() if d.at.path == case.path]
    path = minimal.root / case.path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("---\n\n##", "---\n" + "\n" * shift + "\n##", 1), encoding="utf-8")
    after = [d for d in minimal.check() if d.at.path == case.path]
    assert [(d.code, d.at.line + shift, d.at.column) for d in before] == [
        (d.code, d.at.line, d.at.column) for d in after
    ]
    path.unlink()


def test_order_of_files_changes_nothing(minimal: Minimal, monkeypatch: pytest.MonkeyPatch) -> None:
    minimal.write(NEW, WHOLE.replace("innlagt.", "<b>")).replace(PROCEDURE, "innlagt", "innlagd")
    first = minimal.check(TODAY)
    original = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda self, pattern: reversed(list(original(self, pattern))))
    assert minimal.check(TODAY) == first
