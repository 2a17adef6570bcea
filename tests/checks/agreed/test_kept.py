"""Those who must keep a deadline read of it in their steps."""

import pytest

from tests.conftest import AGREEMENT, PROCEDURE, Minimal

STEP = "Send varselet innen 24 timer."
WHOLE_STEP = f"1. **Sykepleier på sengepost:** {STEP}"


def test_a_deadline_without_its_step_is_named_in_the_field(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Send varselet.")
    assert minimal.lines() == [("AV631", 22)]


def test_a_step_that_lost_its_deadline_is_named(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Varsle kommunen.")
    assert minimal.lines() == [("AV631", 40)]


@pytest.fixture
def same_day(minimal: Minimal) -> Minimal:
    """The small corpus with a deadline that is no number."""
    for name in (PROCEDURE, AGREEMENT):
        text = minimal.path(name).read_text(encoding="utf-8")
        minimal.write(name, text.replace("innen 24 timer", "samme dag").replace("24 timer", "samme dag"))
    return minimal


@pytest.mark.parametrize(
    ("name", "new", "expected"),
    [
        (PROCEDURE, "samme dag", []),
        (PROCEDURE, "neste dag", [("AV631", 40)]),
        (PROCEDURE, "før helgen", [("AV631", 22)]),
        (AGREEMENT, "i løpet av uken", [("AV608", 43)]),
        (AGREEMENT, "når det går", [("AV608", 28)]),
    ],
)
def test_a_deadline_of_the_day_is_said_too(
    same_day: Minimal, name: str, new: str, expected: list[tuple[str, int]]
) -> None:
    text = same_day.path(name).read_text(encoding="utf-8")
    head, body = text.split("\n---\n", 1)
    same_day.write(name, f"{head}\n---\n{body.replace('samme dag', new)}")
    assert same_day.lines() == expected


def test_a_number_that_took_the_place_of_a_deadline_is_where_it_is_found(minimal: Minimal) -> None:
    minimal.replace(PROCEDURE, STEP, "Send varselet de første 20 timene.")
    assert minimal.lines() == [("AV631", 40)]


@pytest.mark.parametrize(
    ("when", "codes"),
    [("før vakten er slutt", ["AV631"]), ("når du får tid", ["AV631"]), ("helst samme dag", ["AV631"]), ("straks", [])],
)
def test_what_is_agreed_at_once_waits_for_no_end_of_a_shift(minimal: Minimal, when: str, codes: list[str]) -> None:
    minimal.replace(AGREEMENT, "innen: 24 timer", "innen: straks").replace(AGREEMENT, "innen 24 timer.", "straks.")
    minimal.saying("Kommunen svarer straks på varselet.")
    minimal.replace(PROCEDURE, "Send varselet innen 24 timer.", f"Varsle kommunen {when}.")
    assert [code for code in minimal.codes() if code == "AV631"] == codes


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("1. **Tildelingskontor:** Varsle innen 24 timer.", [("AV633", 40)]),
        ("1. **Tildelingskontor:** Les det innen 24 timer.", []),
        ("1. **Sykepleier på sengepost:** Varsle innen 24 timer.", []),
        ("1. **Tildelingskontor:** Er du varslet innen 24 timer? Bekreft det.", []),
    ],
)
def test_a_deadline_is_kept_by_its_own_side(minimal: Minimal, step: str, found: list[tuple[str, int]]) -> None:
    minimal.replace(PROCEDURE, WHOLE_STEP, step)
    assert minimal.lines(but="AV409") == found


@pytest.mark.parametrize(("other", "codes"), [("Les det.", ["AV633"]), ("Varsle innen 24 timer.", [])])
def test_what_its_own_side_does_already_may_the_other_do_too(minimal: Minimal, other: str, codes: list[str]) -> None:
    steps = f"1. **Sykepleier på sengepost:** {other}\n2. **Tildelingskontor:** Varsle innen 24 timer."
    minimal.replace(PROCEDURE, f"{WHOLE_STEP}\n2. **Tildelingskontor:** Bekreft at du har fått det.", steps)
    assert minimal.codes() == codes


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("innen rimelig tid", "Skriv «innen 24 timer» i sammendraget."),
        ("før vakten er slutt", ""),  # which is sooner
    ],
)
def test_a_summary_says_the_deadline_and_no_vague_words(minimal: Minimal, said: str, found: str) -> None:
    minimal.with_(PROCEDURE, sammendrag=f"Sykepleieren sender varselet til kommunen {said}.")
    minimal.replace(AGREEMENT, "hva: Varsle kommunen", "hva: Sende varselet til kommunen")
    assert [d.hint for d in minimal.check() if d.code == "AV631"] == ([found] if found else [])


@pytest.mark.parametrize(
    ("kind", "when", "hint"),
    [
        ("forlop", "Så snart det passer", "Skriv «Innen 24 timer» her."),
        ("forlop", "I løpet av de første ukene", "Skriv «Innen 24 timer» her."),
        ("sjekkliste", "før vakten er slutt", "Skriv «innen 24 timer» her."),
        ("forlop", "Innen 24 timer", ""),
    ],
)
def test_a_pathway_and_a_checklist_say_their_deadlines_too(minimal: Minimal, kind: str, when: str, hint: str) -> None:
    minimal.with_(PROCEDURE, type=kind).replace(PROCEDURE, STEP, f"Varsle kommunen. {when}.")
    assert [d.hint for d in minimal.check() if d.code == "AV631"] == ([hint] if hint else [])
