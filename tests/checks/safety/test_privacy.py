"""Nothing runs in a reader's browser, and what only looks dangerous is left alone."""

import pytest

from tests.conftest import LAST, PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('Ring legen.\n{: onclick="alert(1)" }', ["AV702"]),
        ('--8<-- "/etc/passwd"', ["AV702"]),
        ("[" * 900, ["AV702"]),
        ("![" * 900, ["AV702"]),
        ("{{ navn }}", ["AV702"]),
        ('{% include "/etc/passwd" %}', ["AV702"]),
        ("Skriv `{: .klasse }` og `--8<--`.", []),
        ("Skriv {navn} og {: }.", []),
    ],
)
def test_markup_of_other_programs(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n{text}\n").codes() == codes


def test_a_refused_address_in_disguise_hides_no_text(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Trykk [ja](java&#115;cript:alert(1)). Skriv grunnen")
    assert "AV621" not in minimal.codes()


def test_text_beside_a_refused_link_is_not_called_lost(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "Trykk [ja](javascript:alert(1)). Skriv grunnen")
    assert set(minimal.codes()) == {"AV703"}


@pytest.mark.parametrize("address", ["java&#115;cript:alert(1)", "java&Tab;script:alert(1)", "&#x64;ata:text/html,x"])
def test_an_address_in_disguise_is_named(minimal: Minimal, address: str) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", f"[ja]({address}). Skriv grunnen")
    finding = next(d for d in minimal.check() if d.code == "AV703")
    line = minimal.path(PROCEDURE).read_text(encoding="utf-8").split("[ja]")[0].count("\n") + 1
    assert finding.at.line == line


def test_an_address_with_an_ampersand_is_innocent(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "[Tall](https://example.org/?a=1&amp;b=2). Skriv grunnen")
    assert minimal.codes() == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Skriv ikke `<b>` i meldingen.", []),
        ("Skriv ikke ``<b> ` `` i meldingen.", []),
        ("```\n<b>\n```\n", []),
        ("Skriv `ikke` <b> i `meldingen`.", ["AV702"]),
        ("Skriv `ikke <b> i meldingen.", ["AV702"]),
    ],
)
def test_markup_in_code_is_text(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.replace(PROCEDURE, "## Ansvar\n", f"{text}\n\n## Ansvar\n").codes() == codes


def test_an_address_in_disguise_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "[ja](java&#x09;script&colon;alert(1)). Skriv grunnen")
    assert minimal.codes() == ["AV703"]


def test_a_forbidden_address_hides_nothing_else_on_its_line(minimal: Minimal) -> None:
    line = "Ring <b>x</b>, se [ja](javascript:alert(1)), og [da05](../delavtaler/da99.md). Skriv grunnen"
    assert minimal.replace(PROCEDURE, "Skriv grunnen", line).codes() == ["AV702", "AV703", "AV404"]


def test_attributes_of_a_link_are_no_text(minimal: Minimal) -> None:
    assert minimal.saying("Se [avtalen](../delavtaler/da05.md){onclick=alert(1)}.").codes() == ["AV702"]


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("<b>Ring først</b>", ["AV702"]),
        ("[skjema](javascript:alert(1))", ["AV703"]),
        ("Se [skjema](https://example.org/)", ["AV626"]),
        ("**Ring** først", ["AV626"]),
        ("Ring først (< 5 minutter) [kveld]", []),
    ],
)
def test_a_note_of_a_contact_is_shown_as_it_stands(minimal: Minimal, note: str, codes: list[str]) -> None:
    minimal.replace("kontakter.yml", "telefon:", f'merknad: "{note}", telefon:')
    assert minimal.codes() == codes
