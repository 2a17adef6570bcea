"""Dates, decisions and signatures are added to, never moved."""

import pytest

from tests.checks.changes import after, change_of
from tests.conftest import AGREEMENT, PROCEDURE, Minimal

REVIEW = "  - {dato: 2026-06-01, av: SSU, konklusjon: Videreføres.}\n"


@pytest.mark.parametrize(
    ("reviews", "codes"),
    [
        (REVIEW, []),
        (REVIEW.replace("2026-06-01", "2026-11-01"), ["AV506"]),
        (REVIEW.replace("2026-06-01", "2026-11-01").replace("SSU", "FSU"), ["AV506"]),
        (REVIEW.replace("2026-06-01", "2026-11-01") + REVIEW, []),
        (REVIEW.replace("Videreføres.", "Videreføres uten endring."), []),
    ],
    ids=["same", "other date", "other entry", "new entry", "better words"],
)
def test_a_review_is_added_never_moved(minimal: Minimal, reviews: str, codes: list[str]) -> None:
    change = change_of(minimal, AGREEMENT)
    minimal.replace(AGREEMENT, REVIEW, reviews)
    assert [d.code for d in minimal.examine(change=change).found] == codes


def test_an_evaluation_is_put_off_only_by_a_review(minimal: Minimal) -> None:
    minimal.with_(AGREEMENT, evaluering="{hvordan: Møte, neste: 2026-12-01}")
    change = change_of(minimal, AGREEMENT)
    minimal.with_(AGREEMENT, evaluering="{hvordan: Møte, neste: 2026-12-20}")
    assert [d.code for d in minimal.examine(change=change).found] == ["AV506"]
    minimal.replace(AGREEMENT, REVIEW, "  - {dato: 2026-11-01, av: SSU, konklusjon: Venter på tall.}\n" + REVIEW)
    assert minimal.examine(change=change).found == ()


def test_a_document_holds_longer_or_shorter_only_by_a_decision(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, gyldig_til="2027-01-01")
    change = change_of(minimal, PROCEDURE)
    for other in ("2028-01-01", "2026-12-01"):
        minimal.with_(PROCEDURE, gyldig_til=other)
        assert [d.code for d in minimal.examine(change=change).found] == ["AV506"]
    minimal.with_(
        PROCEDURE,
        vedtak="[{organ: fsu, droftet: 2025-10-01, dato: 2025-11-01, sak: 4/2025}, {organ: fsu, dato: 2026-10-01}]",
    )
    assert minimal.examine(change=change).found == ()


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"gyldig_fra": "2025-12-01"}, ["AV506"]),
        ({"gyldig_fra": "2026-03-01"}, ["AV506"]),
        ({"gyldig_fra": "2026-03-01", "vedtak": "[{organ: fsu, dato: 2025-11-01}, {organ: fsu, dato: 2026-02-01}]"}, []),
        ({"gyldig_fra": "2026-03-01", "status": "utkast"}, []),
    ],
)  # fmt: skip
def test_a_start_is_moved_only_by_a_decision(minimal: Minimal, fields: dict[str, str], codes: list[str]) -> None:
    minimal.with_(PROCEDURE, gyldig_fra="2026-02-01")
    change = change_of(minimal, PROCEDURE)
    minimal.with_(PROCEDURE, **fields)
    assert [d.code for d in minimal.examine(change=change).found if d.code == "AV506"] == codes


def test_an_end_that_only_the_field_has_is_a_slip_and_needs_no_decision(minimal: Minimal) -> None:
    words = "Avtalen gjelder fra 1. januar 2026 til 31. mars 2029."
    minimal.replace(AGREEMENT, "Partene kan si opp", f"{words} Partene kan si opp")
    change = change_of(minimal.with_(AGREEMENT, gyldig_til="2029-03-31"), AGREEMENT)
    [finding] = minimal.with_(AGREEMENT, gyldig_til="2029-04-30").examine(change=change).found
    assert finding.hint.startswith(
        "Teksten sier fortsatt 31. mars 2029 (linje 56). Er dette en skrivefeil, skriv «gyldig_til: 2029-03-31»."
    )


NEW = '"2.0"\nendringer:\n  - {versjon: "2.0", dato: 2026-11-20, hva: Skriv grunnen.}\nsprak: nb'


@pytest.mark.parametrize(
    ("decision", "codes"),
    [("", ["AV506"]), ("  - {organ: fsu, droftet: 2026-09-01, dato: 2026-10-01, sak: 9/2026}\n", [])],
)
def test_another_main_version_is_decided(minimal: Minimal, decision: str, codes: list[str]) -> None:
    minimal.replace(PROCEDURE, "sprak: nb\n", "").replace(PROCEDURE, '"1.0"', '"1.0"\nsprak: nb')
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    changed = text.replace('"1.0"\nsprak: nb', NEW).replace("vedtak:\n", f"vedtak:\n{decision}")
    assert [d.code for d in after(minimal, PROCEDURE, text, changed)] == codes


def test_a_signature_is_never_given_to_a_later_version(minimal: Minimal) -> None:
    text = minimal.path(AGREEMENT).read_text(encoding="utf-8")
    changed = text.replace('"1.0"', '"1.1"').replace(
        "vedtak:\n", 'endringer:\n  - {versjon: "1.1", dato: 2026-11-20, hva: Kommunen varsler.}\nvedtak:\n'
    )
    found = after(minimal, AGREEMENT, text, changed)
    assert [(d.code, d.at.line, len(d.related)) for d in found] == [("AV506", 16, 1)]
