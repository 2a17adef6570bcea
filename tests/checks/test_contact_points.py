"""What a contact list says of one place is not what it says of another."""

import pytest

from tests.conftest import Minimal

CONTACTS = "kontakter.yml"
PLACES = {"k-0001": "Prøvevik", "k-0002": "Annevik", "k-0003": "Tredjevik"}


@pytest.fixture
def three(minimal: Minimal) -> Minimal:
    """Three kommuner, each with a tildelingskontor of its own."""
    minimal.replace("helsefellesskap.yml", "[k-0001]", f"[{', '.join(PLACES)}]")
    parties = "".join(f"{id}: {{navn: {name}, slag: kommune}}\n" for id, name in list(PLACES.items())[1:])
    minimal.replace("agreements/register/parter.yml", "k-0001:", f"{parties}k-0001:")
    places = "".join(
        f"    {id}: {{telefon: 00 00 00 0{id[-1]}, epost: post@{name.lower()}.no, apent: Hverdager 8–15}}\n"
        for id, name in PLACES.items()
    )
    return minimal.write(
        CONTACTS, f"tildelingskontor:\n  navn: Tildelingskontoret\n  side: kommune\n  steder:\n{places}"
    )


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


@pytest.mark.parametrize(("day", "codes"), [("2027-03-31", []), ("2027-04-01", ["AV501"])])
def test_an_evaluation_comes_before_the_end(minimal: Minimal, day: str, codes: list[str]) -> None:
    minimal.with_("delavtaler/da05.md", gyldig_til="2027-03-31", evaluering=f"{{hvordan: I SSU, neste: {day}}}")
    assert minimal.codes() == codes


def test_who_answers_when_an_office_is_closed_has_a_number(minimal: Minimal) -> None:
    minimal.replace(CONTACTS, "side: kommune", "side: kommune\n  stengt: samhandlingskoordinator")
    [found] = minimal.check()
    assert (found.code, found.at.path) == ("AV109", "agreements/prove/kontakter.yml")
    assert "svarer «samhandlingskoordinator», som ikke har noe nummer" in found.message


@pytest.mark.parametrize(
    ("hours", "codes"),
    [
        ("Hverdager 8–25.30", ["AV519"]),
        ("Hverdager 8–1530", ["AV519"]),
        ("Hverdager 8–15.75", ["AV519"]),
        ("Hverdager 08.00–15.30, uke 26–32 kl. 9–14", []),
        ("Hele døgnet, 0–24", []),
        ("Hverdager 8–15, stengt 24.–31. desember", []),
    ],
)
def test_hours_are_on_the_clock(minimal: Minimal, hours: str, codes: list[str]) -> None:
    minimal.replace(CONTACTS, "hverdager 8–15.30", f'"{hours}"')
    assert minimal.lines() == [(code, 5) for code in codes]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tildelingskontoret i Annevik kommune tar imot.", ["AV422"]),
        ("Tildelingskontoret i Annevik tar imot.", ["AV422"]),
        ("Gi den til dem i Annevik.", ["AV422"]),
        ("I Annevik er apoteket åpent.", []),
        ("Ring vaktlegen på Sykehuset Østfold Kalnes.", ["AV422"]),
        ("Spør Helse Bergen.", ["AV422"]),
        ("Spør Oslo universitetssykehus.", ["AV422"]),
        ("Ring vaktlegen på Prøve sykehus. Sykehuset Prøve svarer.", []),
        ("Sykehuset. Kommunen svarer.", []),
    ],
)
def test_a_text_for_all_names_no_one_place(three: Minimal, text: str, codes: list[str]) -> None:
    assert [d.code for d in three.saying(text).check() if d.code == "AV422"] == codes


ROLES = "agreements/register/roller.yml"
NIGHT = "natt:\n  navn: Nattvakten\n  side: kommune\n  steder:\n    k-0001: {{telefon: 00 00 00 07, apent: {}}}\n"


@pytest.mark.parametrize(("number", "codes"), [("112", ["AV118"]), ("113", []), ("00 00 00 09", ["AV118"])])
def test_the_ambulance_has_113(minimal: Minimal, number: str, codes: list[str]) -> None:
    minimal.replace(ROLES, "tildelingskontor:", "amk: {navn: AMK-sentral, side: helseforetak}\ntildelingskontor:")
    amk = f'amk:\n  navn: AMK-sentral\n  side: helseforetak\n  steder:\n    hf-prove: {{telefon: "{number}"}}\n'
    minimal.write(CONTACTS, amk + minimal.path(CONTACTS).read_text(encoding="utf-8"))
    assert [d.code for d in minimal.check() if "kontakter" in d.at.path] == codes


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("side: kommune", "side: helseforetak", 1),
        ("navn: Tildelingskontoret\n", "navn: Tildelingskontoret\n  stengt: natt\n", 1),
        ("navn: Nattvakten", "navn: Tildelingskontoret", 6),
    ],
)
def test_a_list_that_does_not_hang_together(minimal: Minimal, old: str, new: str, line: int) -> None:
    minimal.replace(ROLES, "tildelingskontor:", "natt: {navn: Nattvakten, side: kommune}\ntildelingskontor:")
    own = minimal.path(CONTACTS).read_text(encoding="utf-8")
    minimal.write(CONTACTS, own + NIGHT.format("hverdager 8–15.30"))
    assert [d.code for d in minimal.check() if d.code == "AV120"] == []
    text = minimal.path(CONTACTS).read_text(encoding="utf-8").replace(old, new, 1)
    assert [(d.code, d.at.line) for d in minimal.write(CONTACTS, text).check() if d.code == "AV120"] == [
        ("AV120", line)
    ]
    answers = text.replace("00 00 00 07, apent: hverdager 8–15.30", "00 00 00 07, apent: Hele døgnet")
    open_then = [d.code for d in minimal.write(CONTACTS, answers).check() if d.code == "AV120"]
    assert open_then == ([] if "stengt" in new else ["AV120"])


@pytest.mark.parametrize(
    ("hours", "when"),
    [
        ("hverdager 8–15", "om kvelden og i helgene"),
        ("hverdager 9–15.30", "om kvelden og i helgene"),
        ("hverdager 8–16", "om kvelden og i helgene"),
        ("hverdager 15.30–8", "i helgene"),
        ("hverdager 15.30–8, helg hele døgnet", ""),
        ("alle dager 15.30–8", ""),
        ("hverdager 8–22", ""),
    ],
)
def test_who_answers_at_night_is_open_then_in_each_place(minimal: Minimal, hours: str, when: str) -> None:
    minimal.replace(ROLES, "tildelingskontor:", "natt: {navn: Nattvakten, side: kommune}\ntildelingskontor:")
    minimal.replace(CONTACTS, "side: kommune", "side: kommune\n  stengt: natt")
    text = minimal.path(CONTACTS).read_text(encoding="utf-8") + NIGHT.format(f'"{hours}"')
    found = [d for d in minimal.write(CONTACTS, text).check() if d.code == "AV120"]
    assert [(d.at.line, when in d.message) for d in found] == ([(11, True)] if when else [])


def test_who_is_closed_at_night_in_every_place_is_told_once(minimal: Minimal) -> None:
    def role(id: str, more: str, hours: str) -> str:
        places = "".join(f"    k-000{n}: {{telefon: 00 00 00 1{n}, apent: {hours}}}\n" for n in range(1, 5))
        return f"{id}:\n  navn: {id}\n  side: kommune\n{more}  steder:\n{places}"

    text = role("dag", "  stengt: natt\n", "hverdager 8–15") + role("natt", "", "hverdager 8–15.30")
    found = [d for d in minimal.write(CONTACTS, text).check() if d.code == "AV120"]
    assert [(d.at.line, "stengt på samme tid" in d.message) for d in found] == [(1, True)]


def test_who_takes_over_does_so_when_the_other_closes(minimal: Minimal) -> None:
    def role(id: str, more: str, hours: str) -> str:
        places = "".join(f"    k-000{n}: {{telefon: 00 00 00 1{n}, apent: {hours}}}\n" for n in range(1, 6))
        return f"{id}:\n  navn: {id}\n  side: kommune\n{more}  steder:\n{places}"

    text = role("dag", "  stengt: natt\n", "hverdager 8–15") + role("natt", "", "alle dager 15–8")
    text = text.replace("apent: hverdager 8–15", "apent: hverdager 8–17", 1)
    found = [d for d in minimal.write(CONTACTS, text).check() if d.code == "AV120"]
    assert [(d.at.line, "åpent til 17" in d.message) for d in found] == [(6, True)]


@pytest.mark.parametrize(("side", "found"), [("kommune", False), ("helseforetak", True), ("begge", False)])
def test_nobody_outside_the_kommune_answers_for_it(minimal: Minimal, side: str, found: bool) -> None:
    minimal.replace(CONTACTS, "side: kommune", "side: kommune\n  stengt: natt")
    text = minimal.path(CONTACTS).read_text(encoding="utf-8") + NIGHT.format("Hele døgnet")
    text = text.replace("Nattvakten\n  side: kommune", f"Nattvakten\n  side: {side}")
    told = [d.message for d in minimal.write(CONTACTS, text).check() if "som ikke hører til kommunen" in d.message]
    assert bool(told) == found


def test_a_side_that_all_lists_contradict_is_named_in_the_register(minimal: Minimal) -> None:
    for name in ("nabo", "prove"):
        minimal.write(f"agreements/{name}/kontakter.yml", minimal.path(CONTACTS).read_bytes())
    minimal.write("agreements/nabo/helsefellesskap.yml", "navn: Nabo\nkommuner: [k-0001]\n")
    minimal.replace(ROLES, "navn_nn: Tildelingskontor, side: kommune", "navn_nn: Tildelingskontor, side: helseforetak")
    minimal.with_("prosedyrer/p-varsel.md", eier_kommune="tildelingskontor")
    found = [d for d in minimal.check() if d.code in ("AV113", "AV120")]
    assert [(d.at.path, d.hint.partition(".")[0]) for d in found] == [(ROLES, "Skriv «side: kommune»")]


@pytest.mark.parametrize(("left", "codes"), [(5, []), (4, ["AV120"]), (2, [])])
def test_a_kommune_that_was_left_out(minimal: Minimal, left: int, codes: list[str]) -> None:
    ids = [f"k-000{number}" for number in range(1, 6)]
    minimal.replace("helsefellesskap.yml", "[k-0001]", f"[{', '.join(ids)}]")
    parties = "".join(f"{id}: {{navn: Vik {id[-1]}, slag: kommune}}\n" for id in ids[1:])
    minimal.replace("agreements/register/parter.yml", "k-0001:", f"{parties}k-0001:")
    own = minimal.path(CONTACTS).read_text(encoding="utf-8").partition("    k-0001")[0]
    places = "".join(f"    {id}: {{telefon: 00 00 00 0{id[-1]}}}\n" for id in ids[:left])
    assert minimal.write(CONTACTS, own + places).codes() == codes


@pytest.mark.parametrize(("phone", "codes"), [("00 00 00 05", []), ("00 00 00 50", ["AV120"])])
def test_the_secretariat_has_one_number(minimal: Minimal, phone: str, codes: list[str]) -> None:
    own = minimal.path("helsefellesskap.yml").read_text(encoding="utf-8").partition("sekretariat:")[0]
    minimal.write("helsefellesskap.yml", f"{own}sekretariat: {{navn: Vi, telefon: {phone}}}\n")
    listed = minimal.path(CONTACTS).read_text(encoding="utf-8")
    role = "sekretariat:\n  navn: Sekretariatet\n  steder:\n    k-0001: {telefon: 00 00 00 05}\n"
    minimal.replace(ROLES, "tildelingskontor:", "sekretariat: {navn: Sekretariat, side: begge}\ntildelingskontor:")
    assert [d.code for d in minimal.write(CONTACTS, listed + role).check() if d.code == "AV120"] == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Ring tildelingskontoret. Det svarer hele døgnet.", []),  # «det» may be the number
        ("Ring tildelingskontoret, som alltid svarer hele døgnet.", ["AV642"]),
        ("Ring tildelingskontoret nå. Den svarer hele døgnet.", ["AV642"]),
        ("Ring et nummer som svarer hele døgnet, og varsle tildelingskontoret.", []),
        ("Tildelingskontoret svarer hverdager 8–15.", []),
        ("Tildelingskontoret svarer hverdager kl. 8–16.", ["AV642"]),
    ],
)
def test_a_text_says_the_hours_of_the_list(three: Minimal, words: str, codes: list[str]) -> None:
    assert [d.code for d in three.saying(words).check()] == codes
