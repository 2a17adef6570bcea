"""Files that came in by mistake or with signs of another program: each is one finding that says what to do."""

import pytest

from tests.conftest import LAST, PROCEDURE, Minimal

SUMMARY = "Sykepleieren varsler #tildelingskontoret innen 24 timer."


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("p-ny.md", b"PK\x03\x04\x14\x00", "AV001", "Dette er en Word-fil"),
        ("p-ny.md", b"\x89PNG\r\n\x1a\n\x00", "AV001", "Dette er et bilde"),
        ("p-ny.md", b"%PDF-1.7\n", "AV001", "Dette er en PDF-fil"),
        ("~$p-ny.md", b"\x05Kari\x00", "AV009", "Dette er en låsefil fra Word"),
        ("~$p-ny.docx", b"\x05Kari\x00", "AV010", "Filen «~$p-ny.docx» er verken"),
        ("p-ny.md", b"x" * 20_001, "AV006", "Linjen er lengre enn 20000 tegn."),
    ],
)
def test_a_file_that_is_no_text(minimal: Minimal, name: str, content: bytes, code: str, words: str) -> None:
    [found] = minimal.write(f"prosedyrer/{name}", content).check()
    assert (found.code, found.message[: len(words)]) == (code, words)


@pytest.mark.parametrize(
    ("start", "hint"),
    [
        ("\n---", "Slett den tomme linjen over «---»."),
        ("———", "Skriv tre bindestreker (---)"),
        ("id: p-ny", "Start filen"),
    ],
)
def test_a_file_that_starts_with_something_else(minimal: Minimal, start: str, hint: str) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8")
    [found] = minimal.write(PROCEDURE, text.replace("---", start, 1)).check()
    assert (found.code, found.hint[: len(hint)]) == ("AV002", hint)


def test_a_letter_put_together_in_the_name_of_a_file(minimal: Minimal) -> None:
    minimal.write("prosedyrer/p-va\u030arsel.md", minimal.path(PROCEDURE).read_bytes())
    minimal.path(PROCEDURE).unlink()
    assert minimal.codes() == ["AV011"]


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


def test_a_list_where_an_id_belongs(minimal: Minimal) -> None:
    found = minimal.with_(PROCEDURE, id="[p-varsel, p-ny]").check()
    assert "Feltet «id» er en liste, men skal være én id." in [d.message for d in found]


def test_no_message_repeats_six_thousand_digits(minimal: Minimal) -> None:
    found = minimal.with_(PROCEDURE, versjon="1" * 6000).check()
    assert all(len(d.message) < 400 for d in found)


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


@pytest.mark.parametrize(("columns", "codes"), [(8, []), (9, ["AV634"]), (2000, ["AV634"])])
def test_a_table_of_many_columns(minimal: Minimal, columns: int, codes: list[str]) -> None:
    table = "".join(f"|{cell * columns}\n" for cell in ("a|", "-|", "b|"))
    assert minimal.replace(PROCEDURE, LAST, f"{LAST}\n\n{table}").codes() == codes
