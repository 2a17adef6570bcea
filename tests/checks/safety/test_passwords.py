"""Nothing that opens a door or a system is on a page, or repeated in a message."""

import pytest

from tests.conftest import PROCEDURE, Minimal

KEY = "ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Døren til medisinrommet har kode 4711.", ["AV708"]),
        ("Wifi: SI-gjest, nøkkel vinter24hamar.", ["AV708"]),
        ("Se [lista](https://a.eksempel.no/x?vis=1&token=eyJhbGciOiJ9).", ["AV708"]),
        ("Koden til medisinrommet er 4711.", ["AV708"]),
        ("PASSORD: Sommer2026", ["AV708"]),
        ("Bruk ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789 i portalen.", ["AV708"]),
        ("Bruk github_pat_11ABCDEFG0abcdefghijkl i portalen.", ["AV708"]),
        ("Bruk AKIAIOSFODNN7EXAMPLE i portalen.", ["AV708"]),
        ("Bruk glpat-AbCdEfGhIjKlMnOpQrSt i portalen.", ["AV708"]),
        ("Lim inn -----BEGIN OPENSSH PRIVATE KEY----- og resten.", ["AV708"]),
        ("Passord: ghp_AbCdEfGhIjKlMnOpQrStUvWxYz0123456789.", ["AV708"]),
        ("PIN: 4711", ["AV708"]),
        ("Logg inn med vakt / Hamar123.", ["AV708"]),
        ("Skriv vakt og pw: Hei123", ["AV708"]),
        ("WiFi-nøkkel: sykehus2026", ["AV708"]),
        ("Skriv api_key=sk-abc123def456", ["AV708"]),
        ("Skriv Bearer eyJhbGciOiJIUzI1NiJ9.eyJz", ["AV708"]),
        ("Nøkkelboksen åpnes med 1-9-8-4.", ["AV708"]),
        ("PIN-koden til telefonen er 4821.", ["AV708"]),
        ("Innlogging: vakt / Sommer2026!", ["AV708"]),
        ("Nøkkelen er ghp_abcdEFGH1234567890abcd.", ["AV708"]),
        ("Se [lista](https://vakt:Sommer2026@plo.eksempel.no/).", ["AV708"]),
        ("Diagnosen har koden Z51.5. Kode: Z515. Koden er 12.", []),
        ("Nøkkelen til boksen ligger på kontoret.", []),
        ("Logg inn med BankID / ID-porten.", []),
        ("Nøkkelen er samarbeid mellom kommunen og helseforetaket.", []),
        ("Prosedyren har kode 4711. Rommet er klart. Når en pasient med syndromet dør, har rapporten kode 1234.", []),
        ("Se [lista](https://a.eksempel.no/x?key=avtale&side=2024). Nøkkel til sykepleierrommet.", []),
    ],
)
def test_what_opens_a_door_or_a_system_is_found_once(minimal: Minimal, text: str, codes: list[str]) -> None:
    assert minimal.saying(text).codes() == codes


@pytest.mark.parametrize(
    ("name", "comment", "codes"),
    [
        ("kontakter.yml", "# Privat: Ola Hansen, mobil 912 34 567", ["AV112", "AV609"]),
        ("kontakter.yml", "# mobil +47 91 23 45 67", ["AV609"]),
        ("kontakter.yml", "# spør kari.nordli@post.eksempel.no", ["AV609"]),
        ("kontakter.yml", "# privat telefon 61 23 45 67", ["AV609"]),
        ("kontakter.yml", "# passord: Sommer2026!", ["AV708"]),
        ("kontakter.yml", "# koden til nøkkelskapet er 4711", ["AV708"]),
        ("kontakter.yml", "# -----BEGIN RSA PRIVATE KEY-----", ["AV708"]),
        ("helsefellesskap.yml", f"# token {KEY}", ["AV708"]),
        ("agreements/register/tema.yml", "# Skrevet av Kari Nordli # 91234567", ["AV112", "AV609"]),
        ("agreements/register/tema.yml", "# Skrevet av Kari Nordli", ["AV112"]),
        ("agreements/register/tema.yml", "# Avtalt med pasienten Kari Nordli", ["AV112"]),
        (PROCEDURE, "# ring Ola Hansen 91234567", ["AV112", "AV609"]),
        (PROCEDURE, "# pin 4711, logg inn med vakt / Hamar123", ["AV708"]),
        (PROCEDURE, f"# {KEY}", ["AV708"]),
        ("kontakter.yml", "# Ringt 2026-11-20. Nummeret 00 00 00 01 er riktig.", []),
        ("agreements/register/tema.yml", "# Kode Z51 hører til tema 4. Per dag er det to.", []),
        (PROCEDURE, "# kort, se da05#3.1 og 4.2", []),
    ],
)
def test_a_comment_tells_of_no_person_and_opens_nothing(
    minimal: Minimal, name: str, comment: str, codes: list[str]
) -> None:
    path = minimal.path(name)
    first, *rest = path.read_text(encoding="utf-8").split("\n")
    minimal.write(name, "\n".join([first, f"  {comment}", *rest]))
    found = minimal.check()
    assert [(d.code, d.at.line) for d in found if d.code != "AV514"] == [(code, 2) for code in codes]
    assert not any(
        secret in str(d) for d in found for secret in ("912", "Sommer", "4711", "Hamar123", "AbCd", "Nordli")
    )


@pytest.mark.parametrize(
    ("note", "codes"), [("Passord: Sommer2026", ["AV708"]), ("PIN: 4711", ["AV708"]), ("Ring", [])]
)
def test_a_secret_in_the_note_of_a_number_is_told_once(minimal: Minimal, note: str, codes: list[str]) -> None:
    minimal.replace("kontakter.yml", "00 00 00 01", f'00 00 00 01, merknad: "{note}"')
    assert minimal.codes() == codes


@pytest.mark.parametrize("text", ["Passord: Sommer2026!", "Adgangskode til rommet: 4711.", "Passordet er «vakt»."])
def test_a_password_is_found_and_never_repeated(minimal: Minimal, text: str) -> None:
    [found] = minimal.saying(text).check()
    assert found.code == "AV708"
    assert text.split()[-1].strip("«».") not in str(found)


@pytest.mark.parametrize(
    "text",
    [
        "Gi aldri passordet til andre.",
        "Passordet må ha minst 12 tegn.",
        "Lag et passord på 12 tegn.",
        "Passordet «skal aldri deles».",
        "Har du glemt passordet? Ring 113 hvis det haster.",
    ],
)
def test_words_about_passwords_are_none(minimal: Minimal, text: str) -> None:
    assert minimal.saying(text).codes() == []
