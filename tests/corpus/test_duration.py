"""Deadlines are read as people write them."""

import pytest

from avtaleverk.corpus.duration import parse_duration


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("24 timer", 1440),
        ("24 timar", 1440),
        ("ett døgn", 1440),
        ("tre dager", 4320),
        ("4 veker", 40_320),
        ("10 virkedager", 20_160),
        ("90 minutter", 90),
        ("straks", 0),
        ("ved utskrivning", None),
        ("før utskrivning", None),
        ("samme dag", None),
    ],
)
def test_a_deadline_is_read(text: str, minutes: int | None) -> None:
    duration = parse_duration(text)
    assert duration is not None
    assert (duration.text, duration.minutes) == (text, minutes)


@pytest.mark.parametrize("text", ["", "snart", "24", "timer", "24 kroner"])
def test_anything_else_is_no_deadline(text: str) -> None:
    assert parse_duration(text) is None
