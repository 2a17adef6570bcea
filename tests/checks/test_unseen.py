"""What cannot be seen, what was garbled on the way, and what only looks dangerous."""

import pytest

from tests.conftest import PROCEDURE, Minimal


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


def test_an_invisible_character_in_an_id_has_no_followers(minimal: Minimal) -> None:
    assert minimal.with_(PROCEDURE, hjemmel="[da05#3.1\u200b]").codes() == ["AV704"]


def test_invisible_characters_on_one_line_are_one_finding(minimal: Minimal) -> None:
    hidden = "".join(chr(0xE0000 + ord(c)) for c in "Godkjent")
    minimal.replace(PROCEDURE, "Skriv grunnen", f"Skriv{hidden} grunnen")
    [finding] = minimal.check()
    assert (finding.code, "8 tegn" in finding.message) == ("AV704", True)


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


def test_a_heading_with_letters_put_together_is_the_same_heading(minimal: Minimal) -> None:
    assert minimal.replace(PROCEDURE, "## Når gjelder dette?", "## Na\u030ar gjelder dette?").codes() == ["AV705"]


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


# Eleven digits that begin with a date, and are no one's number: the last control digit is wrong.
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("journalnummer ", []),
        ("saksnr. ", []),
        ("ordrenummer: ", []),
        ("fødselsnummer ", ["AV706"]),
        ("personnummer ", ["AV706"]),
        ("pasienten ", ["AV706"]),
        ("nr. ", ["AV706"]),
    ],
)
def test_a_number_that_says_what_it_is_is_no_birth_number(minimal: Minimal, words: str, codes: list[str]) -> None:
    assert minimal.replace(PROCEDURE, "Skriv grunnen", f"Se {words}01019012345. Skriv grunnen").codes() == codes


def test_an_address_in_disguise_is_one_finding(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "[ja](java&#x09;script&colon;alert(1)). Skriv grunnen")
    assert minimal.codes() == ["AV703"]


def test_a_forbidden_address_hides_nothing_else_on_its_line(minimal: Minimal) -> None:
    line = "Ring <b>x</b>, se [ja](javascript:alert(1)), og [da05](../delavtaler/da99.md). Skriv grunnen"
    assert minimal.replace(PROCEDURE, "Skriv grunnen", line).codes() == ["AV702", "AV703", "AV404"]


def test_a_tab_inside_a_scheme_is_seen_through(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, "Skriv grunnen", "[ja](<java\tscript:alert(1)>). Skriv grunnen")
    assert [d.message for d in minimal.check() if d.code == "AV404"] == ["Lenker med «javascript:» er ikke tillatt."]


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


@pytest.mark.parametrize(
    ("end", "codes"), [("Skriv gr", ["AV624"]), ("3. **Lege:** Ring", ["AV624"]), ("- feber", []), ("Ja.", [])]
)
def test_a_file_that_was_cut_off_while_it_was_sent(minimal: Minimal, end: str, codes: list[str]) -> None:
    text = minimal.path(PROCEDURE).read_text(encoding="utf-8").rstrip()
    assert minimal.write(PROCEDURE, f"{text}\n\n{end}").codes() == codes


def test_a_colon_in_a_value_hides_nothing_of_the_rest(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tittel="Varsle: kommunen innen 24 timer", tema="[finnes-ikke]")
    assert sorted({d.code for d in minimal.check()} - {"AV409"}) == ["AV003", "AV104"]
