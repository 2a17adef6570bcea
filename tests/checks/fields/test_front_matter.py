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
