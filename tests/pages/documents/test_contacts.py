"""Whom a document tells its reader to ring, and the numbers it gives."""

import re

import pytest

from avtaleverk.site.page_source import html
from tests.conftest import PROCEDURE, Minimal, block


def test_a_unit_stands_for_the_kommuner_that_it_takes_patients_from(minimal: Minimal) -> None:
    minimal.replace("agreements/prove/helsefellesskap.yml", "type: sykehus}", "type: dps, dekker: [k-0001]}")
    two = "tildelingskontor: {navn: T, steder: {sykehuset: {telefon: 00 00 00 02}, hf-prove: {telefon: 00 00 00 03}}}\n"
    minimal.write("agreements/prove/kontakter.yml", two)
    contacts = block(minimal.pages()["prove/p-varsel"], "kontakt")
    assert '<tr data-sted="sykehuset" data-dekker="k-0001">' in contacts
    assert re.findall('<option value="([^"]+)">([^<]+)<', contacts) == [("k-0001", "Prøvevik")]  # has no row of its own
    assert '<tr data-sted="hf-prove">' in contacts


AMK = "amk: {navn: AMK, steder: {hf-prove: {telefon: 113}}}\n"


ON_CALL = "tildelingskontor: {navn: T, steder: {k-0001: {telefon: 00 00 00 02}}}\n"


def test_an_acute_procedure_starts_with_whom_to_ring(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tema="[akutt]", kontakter="[amk, tildelingskontor, samhandlingskoordinator]")
    coordinator = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 04}}}\n"
    minimal.write("agreements/prove/kontakter.yml", AMK + ON_CALL + coordinator)
    first = str(minimal.pages()["prove/p-varsel"].blocks[0].html)
    assert '<a href="tel:00000002">Tildelingskontor <b>00 00 00 02</b></a>' in first
    assert '<a href="tel:113">amk <b>113</b></a>' in first
    assert first.index("tel:113") < first.index("tel:00000002") < first.index('class="frister"')
    assert "tel:00000004" not in first  # the rest stand under «Kontakt»
    minimal.with_(PROCEDURE, tema="[utskrivning]")
    assert "tel:" not in str(minimal.pages()["prove/p-varsel"].blocks[0].html)


def test_an_acute_procedure_starts_with_the_one_that_its_text_has_one_ring(minimal: Minimal) -> None:
    """Not with the first contact that it names, nor with one that the called role calls in turn; then who answers at night."""
    minimal.with_(
        PROCEDURE, tema="[akutt]", kontakter="[tildelingskontor, sykepleier-sengepost, samhandlingskoordinator]"
    )
    ward = "sykepleier-sengepost: {navn: S, stengt: samhandlingskoordinator, steder: {hf-prove: {telefon: 00 00 00 05, apent: 8–15}}}\n"
    at_night = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 04, apent: Hele døgnet}}}\n"
    minimal.write("agreements/prove/kontakter.yml", ON_CALL + ward + at_night)
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", "Ring sykepleier på sengepost.")
    assert _rung(minimal) == ["tel:00000002"]
    minimal.replace(PROCEDURE, "Send varselet innen", "Ring sykepleier på sengepost innen")
    minimal.replace(PROCEDURE, "**Sykepleier på sengepost:**", "**Sykehuset:**")
    assert _rung(minimal) == ["tel:00000005", "tel:00000004"]
    assert "Sykepleier på sengepost <small>8–15</small> <b>" in str(minimal.pages()["prove/p-varsel"].blocks[0].html)


def _rung(minimal: Minimal) -> list[str]:
    return re.findall("tel:[0-9]+", str(minimal.pages()["prove/p-varsel"].blocks[0].html))


@pytest.mark.parametrize(
    ("said", "rung"),
    [
        ("Ring 113 hvis barnet ikke puster. Ring tildelingskontoret straks ved feber.", ["tel:113", "tel:00000002"]),
        ("Kramper eller stor blødning? Da ringer du 113.", ["tel:113"]),
        ("Ring 113 ved fare for liv. Ring tildelingskontoret når du er ferdig.", ["tel:113"]),
        ("Ring tildelingskontoret straks.", []),  # no life is in danger
        ("Får hun kramper, ringer pasienten 113.", []),  # somebody else rings
    ],
)
def test_a_page_that_says_to_ring_at_once_starts_with_the_numbers(minimal: Minimal, said: str, rung: list[str]) -> None:
    minimal.with_(PROCEDURE, kontakter="[amk, tildelingskontor]").write("agreements/prove/kontakter.yml", AMK + ON_CALL)
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", said)
    assert _rung(minimal) == rung


def test_a_page_without_the_number_113_does_not_start_with_another_number(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, kontakter="[tildelingskontor]").write("agreements/prove/kontakter.yml", ON_CALL)
    minimal.replace(PROCEDURE, "Bekreft at du har fått det.", "Ring 113 ved kramper. Ring tildelingskontoret straks.")
    assert _rung(minimal) == []


def test_who_is_rung_in_need_stands_quietly_below_the_deadlines(minimal: Minimal) -> None:
    """Also whom to call when something fails, and who answers when that role is closed."""
    ward = "sykepleier-sengepost: {navn: S, stengt: samhandlingskoordinator, steder: {hf-prove: {telefon: 00 00 00 05, apent: 8–15}}}\n"
    at_night = "samhandlingskoordinator: {navn: K, steder: {k-0001: {telefon: 00 00 00 04, apent: Hele døgnet}}}\n"
    minimal.write("agreements/prove/kontakter.yml", ON_CALL + ward + at_night)
    minimal.with_(PROCEDURE, kontakter="[tildelingskontor, sykepleier-sengepost, samhandlingskoordinator]")
    minimal.saying("Ring sengeposten, og så tildelingskontoret.")
    first = str(minimal.pages()["prove/p-varsel"].blocks[0].html)
    assert _rung(minimal) == ["tel:00000005", "tel:00000004"]
    assert first.index('class="frister"') < first.index('class="ring rolig"')
    assert "Telefon: sykepleier på sengepost <small>8–15</small> <b>" in first
    assert '<li class="dagtid"><a href="tel:00000005">' in first and '<li><a href="tel:00000004">' in first


@pytest.mark.parametrize(
    ("contacts", "said", "asked"),
    [
        ("[samhandlingskoordinator, tildelingskontor]", "", ["samhandlingskoordinator", "tildelingskontor"]),
        ("[leder-hf, tildelingskontor]", "", ["tildelingskontor"]),  # whoever has a part in the steps
        ("[amk, leder-hf]", "", ["leder-hf"]),  # whoever has a number for the reader
        ("[tildelingskontor]", "Ring tildelingskontoret.", []),  # it stands above, to be rung
        ("[amk]", "", []),
    ],
)
def test_where_nobody_is_rung_the_page_says_whom_to_ask(
    minimal: Minimal, contacts: str, said: str, asked: list[str]
) -> None:
    numbers = "{role}: {{navn: R, steder: {{k-0001: {{telefon: 00 00 00 07}}}}}}\n"
    others = "".join(numbers.format(role=role) for role in ("samhandlingskoordinator", "leder-hf"))
    minimal.write("agreements/prove/kontakter.yml", AMK + ON_CALL + others).with_(PROCEDURE, kontakter=contacts)
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer.", f"Send varselet innen 24 timer. {said}")
    assert re.findall("Spør: (.+?) <", html(minimal.pages()["prove/p-varsel"])) == asked


def test_what_is_for_when_something_fails_stands_in_its_place_alone(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, kontakter="[amk]").write("agreements/prove/kontakter.yml", AMK)
    minimal.saying("Ring 113 hvis pasienten blir dårligere.")
    assert "tel:" not in str(minimal.pages()["prove/p-varsel"].blocks[0].html)


def test_the_number_to_ring_is_that_of_the_place_that_is_chosen(minimal: Minimal) -> None:
    minimal.with_(PROCEDURE, tema="[akutt]", kontakter="[tildelingskontor, amk]")
    two = ON_CALL.replace("}}}", "}, sykehuset: {telefon: 00 00 00 03}}}")
    minimal.write("agreements/prove/kontakter.yml", AMK + two)
    pages = minimal.pages()
    first = str(pages["prove/p-varsel"].blocks[0].html)
    assert '<a href="#kontakt" data-ring="tildelingskontor">Tildelingskontor <b>velg sted</b></a>' in first
    assert first.index("data-ring") < first.index("tel:113")
    binder = html(pages["prove/perm-tildelingskontor"])
    assert '<a href="../p-varsel/#kontakt" data-ring="tildelingskontor">' in binder


def test_a_number_that_is_the_same_everywhere_stands_once(minimal: Minimal) -> None:
    same = "{telefon: 116 117, apent: Hele døgnet}"
    two = f"tildelingskontor: {{navn: T, steder: {{k-0001: {same}, sykehuset: {same}}}}}\n"
    minimal.write("agreements/prove/kontakter.yml", two)
    contacts = block(minimal.pages()["prove/p-varsel"], "kontakt")
    assert contacts.count('href="tel:116117"') == 1
    assert "<select" not in contacts and "<table" not in contacts


def test_a_note_that_is_the_same_everywhere_stands_once(minimal: Minimal) -> None:
    places = "k-0001: {telefon: 00 00 00 02, merknad: Spør etter vakten.}"
    places += ", sykehuset: {telefon: 00 00 00 03, merknad: Spør etter vakten.}"
    minimal.write("agreements/prove/kontakter.yml", f"tildelingskontor: {{navn: T, steder: {{{places}}}}}\n")
    contacts = block(minimal.pages()["prove/p-varsel"], "kontakt")
    assert contacts.count("Spør etter vakten.") == 1
    assert re.findall('<tr data-sted="(.+?)"', contacts) == ["sykehuset", "k-0001"]  # Prøve sykehus, Prøvevik
