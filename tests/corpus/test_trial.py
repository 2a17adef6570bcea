"""A long text is judged by the steps that parsing takes, not by time, so that every machine gives the same verdict."""

import pytest

from avtaleverk.corpus import trial
from avtaleverk.rules import Problems

PLAIN = "Sengeposten sender **melding** til kommunen, se [avtalen](da05.md#4.3).\n\n"
BRACKETS = "[" * 55 + "_\n"


def findings(text: str) -> list[str]:
    problems = Problems([])
    trial.reads_in_time("agreements/prove/x.md", text, 1, problems)
    return [found.code for found in problems.found]


def test_long_plain_text_passes() -> None:
    assert findings(PLAIN * (trial.LONGEST // len(PLAIN))) == []


def test_work_stops_the_reading_however_fast_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", 600)
    assert findings(BRACKETS * (trial.LONGEST // len(BRACKETS))) == ["AV014"]


def test_clock_stops_the_reading_however_slow_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "SECONDS", 0.001)
    assert findings(PLAIN * (trial.LONGEST // len(PLAIN))) == ["AV014"]


def test_text_longer_than_any_agreement_is_not_read() -> None:
    assert findings("a" * (trial.LONGEST + 1)) == ["AV006"]
