"""A contact list hangs together, and leads to someone who answers."""

import pytest

from tests.conftest import CONTACTS, Minimal

ROLES = "agreements/register/roller.yml"


NIGHT = "natt:\n  navn: Nattvakten\n  side: kommune\n  steder:\n    k-0001: {{telefon: 00 00 00 07, apent: {}}}\n"


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


@pytest.mark.parametrize(
    ("hours", "other", "line", "hint"),
    [
        ("hverdager 8–15", "hverdager 8–17", 6, "Skriv «15» i stedet for «17» her."),
        (
            '"hverdager 15–8, helg',
            '"hverdager 8–15, helg',
            15,
            'Skriv «apent: "hverdager 15–8, helg hele døgnet"», som',
        ),
    ],
)
def test_who_takes_over_does_so_when_the_other_closes(
    minimal: Minimal, hours: str, other: str, line: int, hint: str
) -> None:
    def role(id: str, more: str, hours: str) -> str:
        places = "".join(f"    k-000{n}: {{telefon: 00 00 00 1{n}, apent: {hours}}}\n" for n in range(1, 6))
        return f"{id}:\n  navn: {id}\n  side: kommune\n{more}  steder:\n{places}"

    text = role("dag", "  stengt: natt\n", "hverdager 8–15") + role("natt", "", '"hverdager 15–8, helg hele døgnet"')
    text = text.replace(f"apent: {hours}", f"apent: {other}", 1)
    found = [d for d in minimal.write(CONTACTS, text).check() if d.code == "AV120"]
    assert [(d.at.line, d.hint[: len(hint)]) for d in found] == [(line, hint)]


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
    ("note", "found"),
    [("Ring om dagen.", True), ("Ring ikke om dagen.", False), ("Spør om dagen.", False), ("Ring om natten.", False)],
)
def test_a_note_is_as_those_of_the_other_places(three: Minimal, note: str, found: bool) -> None:
    points = "".join(
        f"    k-00{n}: {{telefon: 00 00 01 {n}, apent: Hele døgnet, merknad: Ring om natten.}}\n" for n in range(10, 26)
    )
    three.write(CONTACTS, three.path(CONTACTS).read_text(encoding="utf-8") + points)
    three.replace(CONTACTS, "apent: Hverdager 8–15", f"apent: Hverdager 8–15, merknad: {note}")
    told = [d.hint[:32] for d in three.check() if "Merknaden" in d.message]
    assert told == (["Skriv «merknad: Ring om natten.»"] if found else [])
