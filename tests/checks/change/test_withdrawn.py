"""What held is not taken from readers without a word."""

import pytest

from tests.checks.changes import change_of
from tests.conftest import AGREEMENT, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"status": "utkast"}, {"AV524"}),
        ({"status": "utgatt"}, {"AV524"}),
        ({"status": "utgatt", "endringer": '[{versjon: "1.0", dato: 2026-11-01, hva: Rutinen er avviklet.}]'}, set()),
    ],
)
def test_what_held_is_not_taken_from_readers_without_a_word(
    minimal: Minimal, fields: dict[str, str], codes: set[str]
) -> None:
    minimal.write("prosedyrer/p-annen.md", minimal.path(PROCEDURE).read_text().replace("id: p-varsel", "id: p-annen"))
    change = change_of(minimal, PROCEDURE)
    minimal.with_(PROCEDURE, **fields)
    assert {d.code for d in minimal.examine(change=change).found if d.code == "AV524"} == codes


def test_no_agreement_gets_notice_by_a_slip(minimal: Minimal) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.with_(AGREEMENT, oppsagt="{av: k-0001, dato: 2026-09-01, meldt_helsedirektoratet: 2026-09-10}")
    [finding] = [d for d in minimal.examine(change=change).found if d.code == "AV524"]
    assert finding.message == "Forslaget sier at «k-0001» sa opp avtalen 2026-09-01. Da tar den slutt ett år senere."
    assert [d for d in minimal.check() if d.code == "AV524"] == []
