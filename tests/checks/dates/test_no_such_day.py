"""Days and times of day in a text are in the calendar and on the clock."""

import pytest

from tests.conftest import CONTACTS, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("hours", "codes"),
    [
        ("Hverdager 8–25.30", ["AV519"]),
        ("Hverdager 8–1530", ["AV519"]),
        ("Hverdager 8–15.75", ["AV519"]),
        ("Hverdager 08.00–15.30, uke 26–32 kl. 9–14", []),
        ("Hele døgnet, 0–24", []),
        ("Hverdager 8–15, stengt 24.–31. desember", []),
    ],
)
def test_hours_are_on_the_clock(minimal: Minimal, hours: str, codes: list[str]) -> None:
    minimal.replace(CONTACTS, "hverdager 8–15.30", f'"{hours}"')
    assert minimal.lines() == [(code, 5) for code in codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Det gjelder til 31. september 2026.", ["AV519"]),
        ("Det gjelder til 30. februar.", ["AV519"]),
        ("Det gjelder til 29.02.2026.", ["AV519"]),
        ("Det gjelder til 29.02.2028 og 29. februar.", []),
        ("Det gjelder til 31. august 2026, se punkt 31. april.", ["AV519"]),
        ("Se punkt 31. Mai er en måned.", []),
        ("Ring før kl. 25.00.", ["AV519"]),
        ("Ring før klokka 9.75.", ["AV519"]),
        ("Ring før kl. 24, kl. 8–15.30 eller klokken 12.", []),
    ],
)
def test_a_day_that_is_not_in_the_calendar(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


def test_a_day_in_the_words_of_a_field(minimal: Minimal) -> None:
    review = "[{dato: 2026-06-01, av: FSU, konklusjon: Gjelder til 31. september 2026.}]"
    assert minimal.with_(PROCEDURE, gjennomgang=review).codes() == ["AV519"]
    assert minimal.with_(PROCEDURE, gjennomgang=review.replace("31", "30")).codes() == []
