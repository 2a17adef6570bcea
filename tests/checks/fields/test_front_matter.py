"""A field that is missing, or that names what no register has."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal


def test_an_empty_list_is_a_missing_field(minimal: Minimal) -> None:
    found = [d for d in minimal.with_(AGREEMENT, parter="[]").check() if d.at.path.endswith("da05.md")]
    assert [(d.code, d.message[:24]) for d in found] == [("AV107", "Feltet «parter» er tomt.")]


@pytest.mark.parametrize(
    ("field", "value", "column"),
    [("frister", "[varsel, varsler]", 19), ("vedtak", "[{organ: fsu2, dato: 2025-11-01}]", 18)],
)
def test_a_value_that_no_register_has_is_found_at_its_place(
    minimal: Minimal, field: str, value: str, column: int
) -> None:
    [finding] = minimal.with_(PROCEDURE, **{field: value}).check()
    assert (finding.code, finding.at.column) == ("AV104", column)


def places_with(minimal: Minimal, phase: str) -> set[str]:
    """Where AV104 is found when four more procedures have this phase."""
    text = minimal.path(PROCEDURE).read_text("utf-8").replace("[utskrivning]", f"[{phase}]")
    for number in range(4):
        minimal.write(f"prosedyrer/p-kopi{number}.md", text.replace("id: p-varsel", f"id: p-kopi{number}"))
    return {d.at.path for d in minimal.check() if d.code == "AV104"}


def test_a_misspelling_that_stands_in_many_documents_is_found_in_each(minimal: Minimal) -> None:
    found = places_with(minimal, "utskrivinga")
    assert found == {f"agreements/prove/prosedyrer/p-kopi{number}.md" for number in range(4)}


def test_an_entry_that_many_documents_miss_is_found_once_in_its_register(minimal: Minimal) -> None:
    minimal.replace("../register/faser.yml", "utskrivning:", "utskriving:")
    assert places_with(minimal, "utskrivning") == {"agreements/register/faser.yml"}
