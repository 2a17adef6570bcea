"""What a contact list says of one place is not what it says of another."""

import pytest

from tests.conftest import CONTACTS, Minimal


def test_a_secretariat_has_its_own_address(minimal: Minimal) -> None:
    own = minimal.path("helsefellesskap.yml").read_text(encoding="utf-8").partition("sekretariat:")[0]
    for name in ("prove", "nabo"):
        minimal.write(
            f"agreements/{name}/helsefellesskap.yml", f"{own}sekretariat: {{navn: Vi, epost: post@prove.no}}\n"
        )
    found = minimal.only("AV116")
    assert found.at.path == "agreements/nabo/helsefellesskap.yml"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("00 00 00 01", "00 00 00 02", [("AV116", 5)]),
        ("post@annevik", "post@prøvevik", [("AV116", 6)]),  # at the one that the address is not named for
        ("post@prøvevik", "post@annevik", [("AV116", 5)]),
        ("telefon: 00 00 00 01", "merknad: Felles med Annevik., telefon: 00 00 00 02", []),
        ("00 00 00 01", "116 117", []),
        ("8–15}\n    k-0003", "15–8}\n    k-0003", [("AV117", 6)]),
        ("8–15}\n    k-0003", "16–8}\n    k-0003", []),
        ("apent: Hverdager 8–15}\n    k-0003", "merknad: Dørkoden er 4711.}\n    k-0003", [("AV708", 6)]),
        ("apent: Hverdager 8–15}\n    k-0003", "merknad: Koden på døra får du i resepsjonen.}\n    k-0003", []),
    ],
)
def test_a_place_has_its_own_number_and_hours(three: Minimal, old: str, new: str, found: list[tuple[str, int]]) -> None:
    three.replace(CONTACTS, old, new)
    assert three.lines() == found


@pytest.mark.parametrize(
    ("number", "codes"), [("116 171", ["AV118"]), ("116117", []), ("62 00 00 01", []), ("113", [])]
)
def test_a_national_number_is_the_same_everywhere(three: Minimal, number: str, codes: list[str]) -> None:
    for last, own in zip("123", (number, "116 117", "116 117"), strict=True):
        three.replace(CONTACTS, f"00 00 00 0{last}", own)
    assert three.codes() == codes


def test_a_number_that_all_places_share_is_shared_on_purpose(three: Minimal) -> None:
    for last in "23":
        three.replace(CONTACTS, f"00 00 00 0{last}", "00 00 00 01")
    assert three.codes() == []


ROLES = "agreements/register/roller.yml"


@pytest.mark.parametrize(("number", "codes"), [("112", ["AV118"]), ("113", []), ("00 00 00 09", ["AV118"])])
def test_the_ambulance_has_113(minimal: Minimal, number: str, codes: list[str]) -> None:
    minimal.replace(ROLES, "tildelingskontor:", "amk: {navn: AMK-sentral, side: helseforetak}\ntildelingskontor:")
    amk = f'amk:\n  navn: AMK-sentral\n  side: helseforetak\n  steder:\n    hf-prove: {{telefon: "{number}"}}\n'
    minimal.write(CONTACTS, amk + minimal.path(CONTACTS).read_text(encoding="utf-8"))
    assert [d.code for d in minimal.check() if "kontakter" in d.at.path] == codes
