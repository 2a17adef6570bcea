"""What registers and contact lists refer to is there."""

from tests.conftest import CONTACTS, Minimal


def test_who_answers_when_an_office_is_closed_has_a_number(minimal: Minimal) -> None:
    minimal.replace(CONTACTS, "side: kommune", "side: kommune\n  stengt: samhandlingskoordinator")
    [found] = minimal.check()
    assert (found.code, found.at.path) == ("AV109", "agreements/prove/kontakter.yml")
    assert "svarer «samhandlingskoordinator», som ikke har noe nummer" in found.message


def test_a_misspelt_stand_in_is_led_to_the_right_one(minimal: Minimal) -> None:
    minimal.replace(CONTACTS, "side: kommune", "side: kommune\n  stengt: tildelingskontorer")
    [found] = minimal.check()
    assert (found.code, found.hint) == ("AV109", "Mente du «tildelingskontor»?")


def test_a_kommune_that_went_out_of_the_helsefellesskap_is_one_finding(minimal: Minimal) -> None:
    minimal.replace("agreements/register/parter.yml", "k-0001: {", "k-0002: {navn: Nabovik, slag: kommune}\nk-0001: {")
    text = minimal.path("kontakter.yml").read_text(encoding="utf-8")
    roles = "".join(
        f"{role}:\n  navn: {role}\n  side: kommune\n  steder:\n    k-0002: {{telefon: 62 00 00 0{n}}}\n"
        for n, role in enumerate(("a", "b", "c", "d"))
    )
    minimal.write("kontakter.yml", text + roles)
    found = [d for d in minimal.check() if "Nabovik" in d.message]
    assert [(d.code, len(d.related)) for d in found] == [("AV109", 4)]
