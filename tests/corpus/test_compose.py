"""What YAML would read as something else, or not at all, is named at its line."""

import pytest

from tests.conftest import PROCEDURE, Minimal

SUMMARY = "Sykepleieren varsler #tildelingskontoret innen 24 timer."


def test_what_a_hash_sign_takes_away_is_told_and_still_checked(minimal: Minimal) -> None:
    [found] = minimal.with_(PROCEDURE, sammendrag=SUMMARY).check()
    assert (found.code, found.message) == ("AV003", "Alt etter # blir borte.")
    assert minimal.with_(PROCEDURE, sammendrag=f'"{SUMMARY}"').codes() == []
    minimal.with_(PROCEDURE, sammendrag=SUMMARY.replace("24", "48"))
    assert minimal.codes() == ["AV003", "AV207"]


def test_a_space_in_a_reference_is_named(minimal: Minimal) -> None:
    [found] = minimal.with_(PROCEDURE, hjemmel="[da05 #3.1]").check()
    assert (found.code, found.hint) == ("AV003", "Skriv «da05#3.1», uten mellomrom.")


@pytest.mark.parametrize("value", ["Sykepleieren varsler innen 24 timer. # en merknad", "'Nr. #1 og #2'"])
def test_comments_and_quotations_are_innocent(minimal: Minimal, value: str) -> None:
    assert minimal.with_(PROCEDURE, sammendrag=value).codes() == []


@pytest.mark.parametrize("value", ["“1.0”", "„1.0“", "”1.0”", "“Frist: 24 timer”"])
def test_curly_quotation_marks_are_named(minimal: Minimal, value: str) -> None:
    found = minimal.with_(PROCEDURE, versjon=value).check()
    assert [(d.code, "rette anførselstegn" in d.hint) for d in found if d.at.path.endswith("p-varsel.md")][:1] == [
        ("AV003", True)
    ]


@pytest.mark.parametrize("value", ['"“Trygg hjem”"', "«Trygg hjem»", "Møtet “Trygg hjem”"])
def test_quotation_marks_inside_a_value_are_text(minimal: Minimal, value: str) -> None:
    assert minimal.with_(PROCEDURE, tittel=value).codes() == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("faser: [utskrivning]", "faser: [utskrivning", "Parentesen som åpnes her"),
        ("ansvar: helseforetak", "ansvar:helseforetak", "Linjen mangler kolon"),
        ("ansvar: helseforetak", "ansvar:\u00a0helseforetak", "Linjen mangler kolon"),
    ],
    ids=["bracket", "space", "no-break space"],
)
def test_a_field_that_cannot_be_read_is_named_at_its_own_line(
    minimal: Minimal, old: str, new: str, message: str
) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    line = text.split(old)[0].count("\n") + 1
    found = minimal.replace(PROCEDURE, old, new).only()
    assert (found.code, found.at.line, found.message[: len(message)]) == ("AV003", line, message)
