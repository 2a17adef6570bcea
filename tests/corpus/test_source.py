"""Files that are no text, and text that was garbled, cut or left in conflict on the way."""

import pytest

from tests.conftest import PROCEDURE, Minimal


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("p-ny.md", b"PK\x03\x04\x14\x00", "AV001", "Dette er en Word-fil"),
        ("p-ny.md", b"\x89PNG\r\n\x1a\n\x00", "AV001", "Dette er et bilde"),
        ("p-ny.md", b"%PDF-1.7\n", "AV001", "Dette er en PDF-fil"),
        ("~$p-ny.md", b"\x05Kari\x00", "AV009", "Dette er en låsefil fra Word"),
        ("~$p-ny.docx", b"\x05Kari\x00", "AV010", "Filen «~$p-ny.docx» er verken"),
        ("p-ny.md", b"x" * 20_001, "AV006", "Linjen er lengre enn 20 000 tegn."),
    ],
)
def test_a_file_that_is_no_text(minimal: Minimal, name: str, content: bytes, code: str, words: str) -> None:
    [found] = minimal.write(f"prosedyrer/{name}", content).check()
    assert (found.code, found.message[: len(words)]) == (code, words)


def test_a_line_that_is_turned_about_stops_the_build(minimal: Minimal) -> None:
    [found] = minimal.saying("Ring \u202e311\u202c.").check()
    assert (found.code, found.severity) == ("AV007", "feil")


SPACE = "helsefellesskap.yml"


def test_a_helsefellesskap_without_its_file_is_one_finding(minimal: Minimal) -> None:
    minimal.path(SPACE).unlink()
    assert minimal.codes() == ["AV009"]


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        (r'"Varsle \e[2K kommunen"', {"AV007"}),
        (r'"Varsle\x00 kommunen"', {"AV007"}),
        (r'"\u202Ekommunen"', {"AV007"}),
        ('"Varsle\\n  kommunen"', set()),
        (r'"Blåbær: \u00e5"', set()),
        ('"Varsle\u200b kommunen"', {"AV704"}),
    ],
)
def test_a_character_written_as_an_escape_is_found(minimal: Minimal, value: str, codes: set[str]) -> None:
    assert set(minimal.with_(PROCEDURE, tittel=value).codes()) == codes


def test_no_message_holds_a_line_of_its_own(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, roller=r'[sykepleier-sengepost, tildelingskontor, "x\n::error::ja\r\n::stop::t"]')
    minimal.write("prosedyrer/p-navn\n::error::x.md", minimal.path(PROCEDURE).read_bytes())
    found = minimal.check()
    assert {d.code for d in found} == {"AV007", "AV105", "AV011"}
    assert all(str(d).isprintable() for d in found)


def test_a_garbled_text_is_read_as_it_was_meant(minimal: Minimal) -> None:
    minimal.write(PROCEDURE, minimal.path(PROCEDURE).read_text(encoding="utf-8").encode().decode("latin-1"))
    [finding] = minimal.check()
    assert (finding.code, finding.at.line, finding.message) == (
        "AV015",
        14,
        "Tegnsettet er ødelagt: her står «Ã¸» for «ø».",
    )


@pytest.mark.parametrize("text", ["São Paulo og Ãlvaro", "Temperaturen er 38 °C", "Â er en bokstav", "€50 og «ja»"])
def test_foreign_letters_are_no_garble(minimal: Minimal, text: str) -> None:
    assert "AV015" not in minimal.replace(PROCEDURE, "Skriv grunnen", f"{text}. Skriv grunnen").codes()


CONFLICT = "<<<<<<< HEAD\n## Ansvar\n{}=======\n## Hvem gjør hva\n>>>>>>> ny\n"


@pytest.mark.parametrize("base", ["", "||||||| felles\n## Ansvaret\n"])
def test_a_conflict_hides_nothing_of_the_rest(minimal: Minimal, base: str) -> None:
    minimal.replace(PROCEDURE, "## Ansvar\n", CONFLICT.format(base))
    assert minimal.codes() == ["AV008"]
    minimal.replace(PROCEDURE, "Skriv grunnen", "Inte skriv grunnen")
    assert minimal.codes() == ["AV008", "AV630"]


def test_a_personal_number_in_the_other_side_of_a_conflict_is_found(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "## Ansvar\n", CONFLICT.format("").replace("Hvem gjør hva", "17822999069"))
    assert {d.code for d in minimal.check()} == {"AV008", "AV701"}


def test_marks_that_fit_ill_are_one_finding(minimal: Minimal) -> None:
    [finding] = minimal.replace(PROCEDURE, "## Ansvar\n", "=======\n## Ansvar\n").check()
    assert (finding.code, finding.hint[:26]) == ("AV008", "Slett linjen med =======. ")
